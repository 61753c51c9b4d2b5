import { flows } from '../controlFlow';
import { surviveInRust } from '../headerNumbers';
import { failInRust } from '../limitedLoop';
import { replacing } from '../repairs';
import { limitReqwest } from '../timeLimits';
import type { RuleLanguage } from '../language';
import type { ClientCalls } from '../requests';

/** The method that the chain of calls up to the one that sends began with. */
function methodOfChain(_: string, text: string): string {
  const began = [...text.matchAll(/(?<!headers\(\)\s*)\.(get|post|put|patch|delete|head)\(|\bureq::(\w+)\(/g)].at(-1);
  return (began?.[1] ?? began?.[2])?.toUpperCase() ?? 'unknown';
}

const clients: readonly ClientCalls[] = [
  { client: 'reqwest', callee: /^reqwest\.get$/, method: () => 'GET', hasLimit: false },
  { client: 'reqwest', callee: /^reqwest\.blocking\.get$/, method: () => 'GET' },
  {
    client: 'reqwest',
    callee:
      /^(?:(?:self\.)?_?(?:\w*client|http|api)|(?:reqwest\.)?(?:blocking\.)?Client\.\w+\(\))\.(?:get|post|put|patch|delete|head|request)\(.*\.send$/s,
    method: methodOfChain,
    hasLimit: false,
  },
  {
    client: 'ureq',
    callee: /^(?:ureq|(?:self\.)?\w*agent)\.(?:get|post|put|patch|delete|head)\(.*\.(?:call|send\w*)$/s,
    method: methodOfChain,
  },
];

export const rust: RuleLanguage = {
  languageIds: ['rust'],
  limitedLoop: { head: (_, rounds) => `for _ in 0..${rounds}`, failure: failInRust },
  without: { 'ignores-partial-errors': 'answers are read into types, and a type without errors may be meant' },
  flow: flows([
    ['if_expression', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['else_clause expression_statement', { is: 'else', body: 0 }],
    ['loop_expression', { is: 'loop', body: 'body' }],
    ['while_expression', { is: 'loop', condition: 'condition', body: 'body' }],
    ['for_expression', { is: 'loop', variable: 'pattern', list: 'value', body: 'body' }],
    ['match_expression', { is: 'switch', breaks: false, tries: 'value' }],
    [
      'match_arm',
      { is: 'catch', error: 'pattern', guard: 'pattern/condition', body: 'value', when: /^(?:\w+::)?Err\s*\(/ },
    ],
    ['block', { is: 'block' }],
    ['macro_invocation', { is: 'throw', when: /^(?:panic|unreachable|todo|unimplemented|(?:anyhow::)?bail)!/ }],
    ['break_expression', { is: 'break' }],
    ['continue_expression', { is: 'continue' }],
    ['return_expression', { is: 'return' }],
    ['function_item closure_expression', { is: 'function' }],
  ]),
  sleeps: {
    names: /^(?:sleep|delay_for)$/,
    objects: /^(?:(?:tokio::)?time|(?:std::)?thread|(?:async_std::)?task|tokio|async_io::Timer|gloo_timers::future)$/,
  },
  pure: {
    calls: /^(?:(?:\w+\.)*Duration\.(?:from_\w+|new)|[uif]\d+\.(?:pow|from))$/,
    methods: /^(?:pow|powi|powf|min|max|saturating_\w+|mul_f\d\d)$/,
  },
  arithmetic: /^(?:float_literal|unary_expression)$/,
  counting: /^\(?\s*\d\w*\s*\.\.|^\w*(?:MAX|RETR|ATTEMPT|max|retr|attempt)\w*$/,
  own: /^self$/,
  catchesAll: /^(?:if\b|(?:\w+::)?Err\s*\(\s*(?:ref\s+)?\w+\s*\)\s*=>)/,
  looksAtError: /\bmatch\b|\bErr\(|\w\(&?e(?:rr(?:or)?)?\)\s*\{/,
  quietClients: { names: /^reqwest$/, raises: /error_for_status/ },
  errorName: 'err',
  failures: {
    failed: /\.is_err\(\)|^let\s+Err\s*\(/,
    succeeded: /\.is_ok\(\)|^let\s+Ok\s*\(/,
    anew: /\berr\s*:?=(?!=)/,
  },
  lost: /\.is_timeout\(\)|ErrorKind::(?:ConnectionReset|TimedOut|BrokenPipe|UnexpectedEof)/,
  clients,
  limitless: [
    { callee: /^reqwest(?:\.|::)get$/, limit: limitReqwest },
    {
      callee: /(?:send|\.(?:get|post|put|patch|delete|head|request))$/,
      when: /\b(?:Client::(?:new|default|builder)|ClientBuilder::new)\(/,
      unless: /timeout|blocking|deadline|select!|\bassert(?:_eq|_ne)?!|server\.(?:addr|url|uri)\(/,
      limit: limitReqwest,
    },
  ],
  limits: /(?!)/,
  conversions: {
    survive: surviveInRust,
    callees: /\.parse(?:\.<\w+>)?\(\)\.(?:unwrap|expect)$|^[uif]\d+\.from_str\(.*\)\.(?:unwrap|expect)$/s,
    failure: 'the program panics',
  },
  libraries: [
    { module: /\btokio_retry\b|\bRetry::spawn\b/, callee: /^(?:tokio_retry\.)?Retry\.spawn$/, repeats: 1 },
    {
      module: /\bbackon\b|\.retry\(\s*&?(?:Exponential|Constant|Fibonacci)Builder/,
      callee: /\.retry$/,
      repeats: 'object',
      predicate: /^when$/,
    },
    { module: /\bbackoff::/, callee: /^(?:backoff\.)?(?:future\.)?retry(?:_notify)?$/, repeats: 1 },
    { module: /\buse retry\b/, callee: /^retry$/, repeats: 1 },
  ],
  mistakes: [
    {
      rule: 'library-default',
      module: /\btokio_retry\b/,
      callee: /^(?:tokio_retry\.)?Retry(?:If)?\.spawn$/,
      unless: /\.take\(/,
      option: /^(?:\w+::)*(?:ExponentialBackoff|FixedInterval|FibonacciBackoff)::/,
      message: 'tokio-retry repeats as long as its strategy gives a time: take(n) ends it.',
      repair: { title: 'Repeat three times', of: 'option', rewrite: replacing(/^[^\n]{1,50}$/, '$&.take(3)') },
    },
    {
      rule: 'library-default',
      module: /\bbackoff::/,
      callee: /\.with_max_elapsed_time$/,
      option: /^None$/,
      message: 'With no max_elapsed_time backoff repeats for ever.',
      repair: {
        title: 'Give up after a minute',
        of: 'option',
        rewrite: replacing(/^None$/, 'Some(std::time::Duration::from_secs(60))'),
      },
    },
    {
      rule: 'library-default',
      module: /\buse retry\b/,
      callee: /^retry(?:\.retry)?$/,
      unless: /\.take\(/,
      option: /^(?:\w+::)*(?:Fixed|Exponential|Fibonacci)::|^(?:\w+::)*NoDelay$/,
      message: 'retry repeats as long as its delays last: take(n) ends them.',
      repair: {
        title: 'Repeat three times',
        of: 'option',
        rewrite: replacing(/^[^\n]{0,40}::[^\n]{1,50}\)$/, '$&.take(3)'),
      },
    },
  ],
};
