import { flows } from '../controlFlow';
import { surviveInGo } from '../headerNumbers';
import { failInGo } from '../limitedLoop';
import { replacing } from '../repairs';
import type { RuleLanguage } from '../language';
import type { ClientCalls } from '../requests';
import { limitGoClient, limitGoDefault } from '../timeLimits';

const verbs: ReadonlyMap<string, string> = new Map([
  ['Get', 'GET'],
  ['Head', 'HEAD'],
  ['Post', 'POST'],
  ['PostForm', 'POST'],
  ['Put', 'PUT'],
  ['Patch', 'PATCH'],
  ['Delete', 'DELETE'],
]);

/** The method of the request that was made last before a call. */
function methodOfRequest(before: string): string {
  const made = [...before.matchAll(/NewRequest(?:WithContext)?\([^"\n]{0,60}?(?:"(\w+)"|http\.Method(\w+))/g)].at(-1);
  return (made?.[1] ?? made?.[2])?.toUpperCase() ?? 'unknown';
}

const clients: readonly ClientCalls[] = [
  {
    client: 'http',
    callee: /^http\.(?:Get|Head|Post|PostForm)$/,
    method: (name) => verbs.get(name) ?? 'unknown',
    hasLimit: false,
  },
  {
    client: 'http',
    callee: /(?:^|\.)\w*(?:[cC]lient|http|HTTP)\w*\.(?:Get|Head|Post|PostForm)$/,
    hasAddress: true,
    method: (name) => verbs.get(name) ?? 'unknown',
    hasLimit: false,
  },
  {
    client: 'http',
    callee: /(?:^|\.)\w*(?:[cC]lient|http|HTTP)\w*\.Do$/,
    method: (_, before) => methodOfRequest(before),
    hasLimit: false,
  },
  {
    client: 'resty',
    callee: /\.R\(\).*\.(?:Get|Head|Post|Put|Patch|Delete)$/s,
    method: (name) => verbs.get(name) ?? 'unknown',
  },
  {
    client: 'sdk',
    callee:
      /(?:^|\.)(?:gh(?:Client)?|(?:openai|anthropic|github|gitlab|slack|stripe|twitter)(?:API|Api)?[cC]lient)(?:\.[A-Z]\w+){1,3}$/,
    method: () => 'unknown',
  },
];

export const go: RuleLanguage = {
  languageIds: ['go'],
  limitedLoop: {
    head: (counter, rounds) => `for ${counter} := 0; ${counter} < ${rounds}; ${counter}++`,
    failure: failInGo,
  },
  without: {
    'ignores-partial-errors': 'answers are decoded into types, and a type without errors may be meant',
  },
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    [
      'for_statement',
      {
        is: 'loop',
        condition: ':for_clause/condition|:binary_expression|:unary_expression|:identifier|:true|:call_expression',
        variable: ':range_clause/left|:for_clause/initializer/left',
        list: ':range_clause/right',
        body: 'body',
      },
    ],
    ['expression_switch_statement type_switch_statement select_statement', { is: 'switch' }],
    ['block statement_list', { is: 'block' }],
    ['expression_statement', { is: 'throw', when: /^(?:panic|os\.Exit|log\.(?:Fatal|Panic)\w*|\w\.Fatal\w*)\(/ }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    ['function_declaration method_declaration func_literal', { is: 'function' }],
  ]),
  sleeps: { names: /^(?:Sleep|After|NewTimer|sleep)$/, objects: /^(?:time|clock)$/ },
  pure: {
    calls: /^(?:time\.Duration|math\.\w+|rand\.\w+|float(?:32|64)|u?int(?:8|16|32|64)?|min|max)$/,
    members: /^time\.(?:Nanosecond|Microsecond|Millisecond|Second|Minute|Hour)$/,
  },
  arithmetic: /^(?:unary_expression|float_literal|expression_list)$/,
  counting: /^\d+$/,
  own: /^[a-z]\w{0,2}$/,
  catchesAll: /^if\b/,
  looksAtError: /\bswitch\b|errors\.(?:Is|As)|\w\(err\s*,|[rR]etry\w*\(err\b/,
  quietClients: { names: /^(?:http|pointer|value|resty)$/, raises: /(?!)/ },
  errorName: 'err',
  failures: {
    failed: /\b(?:err|\w+Err)\s*!=\s*nil\b/,
    succeeded: /^(?:err|\w+Err)\s*==\s*nil$/,
    anew: /\berr\s*:?=(?!=)/,
    given: /\berr\s*:?=\s*$/,
  },
  lost: /context\.DeadlineExceeded|os\.ErrDeadlineExceeded|os\.IsTimeout|\.Timeout\(\)|io\.(?:ErrUnexpected)?EOF\b|ECONNRESET/,
  interrupts: /\.Done\(\)|ctx\.Err\(\)|<-\s*\w*(?:stop|quit|done|close|exit)\w*/i,
  limitless: [
    { callee: /^http\.(?:Get|Head|Post|PostForm)$/, limit: limitGoDefault },
    {
      callee: /^http\.DefaultClient\.\w+$/,
      unless: /WithContext|WithTimeout|WithDeadline/,
      limit: limitGoDefault,
    },
    {
      callee: /^\w+\.(?:Get|Head|Post|PostForm|Do)$/,
      when: /http\.Client\{(?![^}]*Timeout)/,
      unless: /WithContext|WithTimeout|WithDeadline|\.Timeout\s*=/,
      limit: limitGoClient,
    },
  ],
  limitsUnread: true,
  limits: /(?!)/,
  limitsAll: /http\.DefaultClient\.Timeout\s*=|http\.DefaultClient\s*=|\bhttptest\.|^\s*"testing"$|onsi\/ginkgo/m,
  conversions: {
    survive: surviveInGo,
    callees: /^(?:strconv\.(?:Atoi|ParseInt|ParseUint|ParseFloat)|time\.ParseDuration)$/,
    failure: 'the number is 0, and the next attempt follows at once',
    unchecked: /,\s*_\s*:?=/,
  },
  clients,
  libraries: [
    {
      module: /avast\/retry-go|\bretry\.Attempts\b/,
      callee: /^retry\.Do(?:WithData)?$/,
      repeats: 0,
      predicate: /^RetryIf$/,
    },
    {
      module: /cenkalti\/backoff|\bbackoff\.(?:NewExponential|WithMaxRetries)/,
      callee: /^backoff\.Retry(?:Notify)?(?:WithData)?$/,
      repeats: 0,
    },
    { module: /sethvargo\/go-retry/, callee: /^retry\.(?:Do|Exponential|Fibonacci|Constant)$/, repeats: 2 },
  ],
  mistakes: [
    {
      rule: 'library-default',
      module: /sethvargo\/go-retry(?![^]*\bWithMax)/,
      callee: /^(?:Do|Exponential|Fibonacci|Constant)$/,
      message: 'go-retry repeats for ever unless WithMaxRetries or WithMaxDuration limits it.',
      repair: {
        title: 'Limit it to three repetitions',
        of: 'call',
        rewrite: replacing(/^(retry\.Do\(\w+, )(\w+)(?=,)/, '$1retry.WithMaxRetries(3, $2)'),
      },
    },
    {
      rule: 'library-default',
      module: /cenkalti\/backoff/,
      callee: /^backoff\.Retry(?:Notify)?(?:WithData)?$/,
      option: /^(?:backoff\.NewConstantBackOff\(|&?backoff\.ZeroBackOff\b)/,
      message: 'This backoff never ends: WithMaxRetries or WithContext limits it.',
      repair: {
        title: 'Limit it to three repetitions',
        of: 'option',
        // Version 5 gives the limit to Retry.
        rewrite: (text, called, program) =>
          program.says(/cenkalti\/backoff\/v5/)
            ? undefined
            : replacing(/^[^]+$/, 'backoff.WithMaxRetries($&, 3)')(text, called, program),
      },
    },
    {
      rule: 'library-default',
      module: /avast\/retry-go/,
      callee: /^retry\.Do(?:WithData)?$/,
      option: /^retry\.(?:Attempts\(0\)|UntilSucceeded\(\))/,
      message: 'With this option retry-go repeats for ever.',
      repair: {
        title: 'Limit it to five attempts',
        of: 'option',
        rewrite: replacing(/^retry\.(?:Attempts\(0\)|UntilSucceeded\(\))$/, 'retry.Attempts(5)'),
      },
    },
    {
      rule: 'retries-non-idempotent',
      module: /retryablehttp\.(?:NewClient\(\)|Post)(?![^]*\bCheckRetry\b)/,
      callee: /^(?:retryablehttp|\w*[cC]lient)\.Post(?:Form)?$/,
      unless: /idempot/i,
      option: /^/,
      message:
        'go-retryablehttp repeats a POST, too: if only the answer of the first attempt was lost, it is done twice. A CheckRetry of your own can leave it out.',
    },
  ],
};
