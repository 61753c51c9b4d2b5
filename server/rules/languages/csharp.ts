import { flows } from '../controlFlow';
import { surviveInCSharp } from '../headerNumbers';
import { plus } from '../jitter';
import { firstOf, replacing } from '../repairs';
import type { RuleLanguage } from '../language';
import { type ClientCalls, methodOfVerb } from '../requests';

const clients: readonly ClientCalls[] = [
  {
    client: 'HttpClient',
    callee:
      /(?:^|\.)_?(?:\w*[hH]ttp\w*|client|api)\.(?:Get|GetString|GetStream|GetByteArray|GetFromJson|Post|PostAsJson|Put|PutAsJson|Patch|PatchAsJson|Delete)Async(?:<.*>)?$/s,
    method: (name) => methodOfVerb(/^(?:Get|Post|Put|Patch|Delete)/.exec(name)?.[0] ?? ''),
  },
  {
    client: 'HttpClient',
    callee: /(?:^|\.)_?(?:\w*[hH]ttp\w*|\w*[cC]lient|base)\.SendAsync$/,
    method: (_, text) => [...text.matchAll(/HttpMethod\.(\w+)/g)].at(-1)?.[1]?.toUpperCase() ?? 'unknown',
  },
];

/** The waits that Polly is given. */
const growing = 'attempt => TimeSpan.FromSeconds(Math.Pow(2, attempt))';

export const csharp: RuleLanguage = {
  limitedLoop: {
    head: (counter, rounds) => `for (var ${counter} = 0; ${counter} < ${rounds}; ${counter}++)`,
    failure: (message) => `throw new InvalidOperationException("${message}");`,
  },
  languageIds: ['csharp'],
  jitter: (length, sleep, program) => {
    const random = `new ${program.says(/^\s*(?:global\s+)?using\s+System;/m) ? '' : 'System.'}Random()`;
    const seconds = /^(TimeSpan\.FromSeconds)\(([^]*)\)$/.exec(length);
    return seconds
      ? `${seconds[1] ?? ''}(${seconds[2] ?? ''} + ${random}.NextDouble())`
      : /^TimeSpan\b/.test(length)
        ? undefined
        : plus(`${random}.Next(1000)`)(length, sleep, program);
  },
  without: {
    'no-timeout': 'HttpClient gives up after 100 seconds by default',
    'ignores-partial-errors': 'answers are read into classes, and a class without errors may be meant',
  },
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['while_statement do_statement for_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['foreach_statement', { is: 'loop', variable: 'left', list: 'right', body: 'body' }],
    ['try_statement', { is: 'try', body: 'body' }],
    ['catch_clause', { is: 'catch', error: ':catch_declaration/name', body: 'body' }],
    ['switch_statement', { is: 'switch' }],
    ['using_statement', { is: 'else', body: 'body' }],
    ['block', { is: 'block' }],
    ['throw_statement', { is: 'throw' }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    [
      'method_declaration local_function_statement constructor_declaration lambda_expression anonymous_method_expression',
      { is: 'function' },
    ],
  ]),
  sleeps: { names: /^(?:Delay|Sleep)$/, objects: /^(?:Task|Thread|System\.Threading\.Thread)$/ },
  pure: {
    calls: /^(?:TimeSpan\.From\w+|Math\.\w+|Random\.Shared\.\w+|_?\w*[rR](?:andom|ng)\.Next\w*)$/,
    members: /^TimeSpan\.\w+$/,
  },
  arithmetic: /^(?:prefix_unary_expression|postfix_unary_expression|real_literal|argument)$/,
  counting: /^Enumerable\.Range\b/,
  counter: /^for\s*\(\s*(?:var|int|long)\s+(\w+)/,
  own: /^this$/,
  namesErrors: true,
  catchesAll: /^catch\s*(?:\{|\(\s*(?:System\.)?Exception\b[^)]*\)\s*\{)/,
  looksAtError: /\b(?:if|switch|throw)\b/,
  quietClients: { names: /^HttpClient$/, raises: /EnsureSuccessStatusCode|GetStringAsync|GetFromJsonAsync|\bthrow\b/ },
  lost: /\b(?:TaskCanceledException|TimeoutException|TimeoutRejectedException)\b/,
  interrupts: /ThrowIfCancellationRequested|IsCancellationRequested|Delay\([^;]*,\s*\w*(?:[tT]oken|ct)\w*\s*\)/,
  limitless: [],
  limits: /^/,
  conversions: {
    survive: surviveInCSharp,
    callees: /^(?:int|long|double|Int32|Int64)\.Parse$|^Convert\.To(?:Int32|Int64|Double)$/,
    failure: 'the conversion throws a FormatException',
    caught: /catch\s*(?:\{|\(\s*(?:Format|Argument|System\.)?Exception\b)/,
  },
  clients,
  libraries: [
    {
      module: /\bPolly\b/,
      callee: /\.(?:WaitAndRetry|Retry)(?:Forever)?(?:Async)?$/,
      predicate: /^(?:OrResult|HandleResult)$/,
    },
  ],
  mistakes: [
    {
      rule: 'library-default',
      module: /\bPolly\b/,
      callee: /\.(?:WaitAnd)?RetryForever(?:Async)?$/,
      message: 'This policy repeats for ever: WaitAndRetryAsync takes a number of attempts.',
      repair: {
        title: 'Repeat three times, with growing waits',
        of: 'call',
        rewrite: firstOf(
          replacing(/\.RetryForever(Async)?\(\)$/, `.WaitAndRetry$1(3, ${growing})`),
          replacing(/\.WaitAndRetryForever(Async)?\(([^]+)\)$/, '.WaitAndRetry$1(3, $2)'),
        ),
      },
    },
    {
      rule: 'library-default',
      module: /\bPolly\b/,
      callee: /(?:Policy|Handle\w*)\b.*\.Retry(?:Async)?$/s,
      message: 'This policy repeats at once: WaitAndRetryAsync takes the times to wait.',
      repair: {
        title: 'Wait before each attempt',
        of: 'call',
        rewrite: firstOf(
          replacing(/\.Retry(Async)?\((\d+)\)$/, `.WaitAndRetry$1($2, ${growing})`),
          replacing(/\.Retry(Async)?\(\)$/, `.WaitAndRetry$1(1, ${growing})`),
        ),
      },
    },
  ],
};
