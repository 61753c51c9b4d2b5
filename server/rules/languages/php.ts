import { flows } from '../controlFlow';
import { orElse } from '../headerNumbers';
import { plus } from '../jitter';
import type { RuleLanguage } from '../language';
import { type ClientCalls, methodOfVerb } from '../requests';
import { limitCurl, limitGuzzle } from '../timeLimits';

const clients: readonly ClientCalls[] = [
  {
    client: 'guzzle',
    callee: /(?:^|[.$])_?(?:\w*[cC]lient|http|guzzle|api)\.(?:get|post|put|patch|delete|head|request)$/,
    hasAddress: true,
    method: (name, text) =>
      name === 'request'
        ? ([...text.matchAll(/\brequest\(\s*["'](\w+)["']/g)].at(-1)?.[1]?.toUpperCase() ?? 'unknown')
        : methodOfVerb(name),
    hasLimit: false,
  },
  { client: 'laravel', callee: /^Http\.(?:.*\.)?(?:get|post|put|patch|delete|head)$/s, method: methodOfVerb },
  {
    client: 'curl',
    callee: /^curl_exec$/,
    method: (_, text) => (/CURLOPT_POST\b|CURLOPT_POSTFIELDS/.test(text) ? 'POST' : 'GET'),
    hasLimit: false,
  },
];

export const php: RuleLanguage = {
  partialErrors: {
    sigil: '$',
    name: (answer) => `$body = ${answer};`,
    loop: (answer, _, __, take) => [
      `foreach (${take(answer, 'errors')} ?? [] as $error) {`,
      `error_log(${take('$error', 'title')} . ': ' . ${take('$error', 'detail')});`,
      '}',
    ],
  },
  limitedLoop: {
    head: (counter, rounds) => `for ($${counter} = 0; $${counter} < ${rounds}; $${counter}++)`,
    failure: (message) => `throw new \\RuntimeException('${message}');`,
  },
  languageIds: ['php'],
  jitter: plus('random_int(0, 500000)', /\busleep\($/),
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'body', otherwise: 'alternative' }],
    ['else_if_clause', { is: 'branch', condition: 'condition', then: 'body' }],
    ['else_clause', { is: 'else', body: 'body' }],
    [
      'while_statement do_statement for_statement',
      { is: 'loop', condition: 'condition', body: 'body|:compound_statement' },
    ],
    ['foreach_statement', { is: 'loop', list: 0, variable: 1, body: 'body|:compound_statement' }],
    ['try_statement', { is: 'try', body: 'body' }],
    ['catch_clause', { is: 'catch', error: 'name', body: 'body' }],
    ['switch_statement', { is: 'switch' }],
    ['compound_statement', { is: 'block' }],
    ['expression_statement', { is: 'throw', when: /^(?:throw\b|abort\()/ }],
    ['exit_statement', { is: 'throw' }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    [
      'function_definition method_declaration anonymous_function anonymous_function_creation_expression arrow_function',
      { is: 'function' },
    ],
  ]),
  sleeps: { names: /^(?:u?sleep|time_nanosleep)$/, objects: /^(?!)/ },
  pure: { calls: /^(?:pow|min|max|random_int|mt_rand|rand|intval|round|ceil|floor|exp|abs)$/ },
  arithmetic: /^(?:unary_op_expression|update_expression|float|argument|parenthesized_expression)$/,
  counting: /^range\(/,
  counter: /^for\s*\(\s*\$(\w+)/,
  own: /^\$this$/,
  namesErrors: true,
  catchesAll: /^catch\s*\(\s*\\?(?:Exception|Throwable)\b/,
  looksAtError: /\b(?:if|switch|match|throw|instanceof)\b/,
  quietClients: { names: /^(?:laravel|curl)$/, raises: /->throw\(|\bthrow\b/ },
  lost: /\bConnect(?:ion)?Exception\b|\bTimeoutException(?:Interface)?\b|\bCURLE_OPERATION_TIMEDOUT\b|\bcurl_errno\([^)]*\)\s*={2,3}\s*28\b/,
  limitless: [
    {
      callee: /^curl_exec$/,
      unless: /CURLOPT_TIMEOUT|curl_setopt_array|curl_setopt\(\$\w+,\s*\$/,
      limit: limitCurl,
    },
    {
      callee: /(?:\.|->)\w+$/,
      when: /new\s+(?:\\?GuzzleHttp\\)?Client\s*\((?![^;]*timeout)/i,
      unless: /timeout/i,
      limit: limitGuzzle,
    },
  ],
  limits: /\$(?:options|opts|config)\b/,
  strictEquality: /^[=!]==$/,
  statusTypes: [
    { client: /^guzzle$/, field: /->getStatusCode\(\)$/, is: 'number' },
    { client: /^laravel$/, field: /->status\(\)$/, is: 'number' },
  ],
  conversions: {
    survive: orElse('?:'),
    callees: /^(?:intval|floatval)$/,
    operators: [{ type: 'cast_expression', before: /^\(int\)\s*$/ }],
    failure: 'the number is 0, and the next attempt follows at once',
  },
  clients,
  libraries: [{ module: /\bMiddleware::retry\b/, callee: /(?:^|\.)Middleware\.retry$/, decides: 0 }],
  mistakes: [
    {
      rule: 'library-default',
      module: /\bHttp::|\bPendingRequest\b/,
      callee: /^Http\.(?:.*\.)?retry$|^\$\w+\.retry$/s,
      unless: /^\d{2,}$|^\d+_\d+$|^\[|\bfn\b|\bfunction\b|\$|::|^\w*sleep/i,
      message: 'Laravel repeats at once unless it is told how many milliseconds to wait.',
      add: { item: () => '200' },
    },
  ],
};
