import { flows } from '../controlFlow';
import { orElse } from '../headerNumbers';
import { factor } from '../jitter';
import { withoutWrites } from '../repairs';
import type { PartialErrors, RuleLanguage } from '../language';
import { nodeTwitterMethod } from '../../retry/languages/clientMethods';
import { type ClientCalls, methodOfVerb } from '../requests';
import { limitFetch } from '../timeLimits';

const clients: readonly ClientCalls[] = [
  {
    client: 'axios',
    callee:
      /(?:^|\.)[#_]?\$?(?:api|axios|client|http|https|rest|instance|ky|superagent|agent|session|(?:api|http|rest|web)[A-Z]\w*|\w*(?:Api|API|Axios|Http|HttpClient|ApiClient|RestClient))\.(?:get|post|put|patch|delete|head|request)$/,
    hasAddress: true,
    method: methodOfVerb,
  },
  {
    client: 'axios',
    callee: /^(?:ky|got|needle|\$fetch|ofetch|superagent)\.(?:get|post|put|patch|delete|head)$/,
    method: methodOfVerb,
  },
  { client: 'request', callee: /^request$/, hasAddress: true, method: () => 'unknown' },
  // An instance of axios that its own interceptor asks again.
  {
    client: 'axios',
    callee: /^(?:axios|api|http|client|instance|\w*(?:Api|API|Axios|Http|Client|Instance))(?:\.request)?$/,
    module: /\.interceptors\.response\.use\(/,
    method: () => 'unknown',
  },
  { client: 'fetch', callee: /^(?:nodeFetch|crossFetch|undiciFetch)$/, hasAddress: true, method: () => 'unknown' },
  { client: 'ky', callee: /^(?:ky|\$fetch|ofetch)$/, hasAddress: true, method: () => 'unknown' },
  {
    client: 'twitter-api-v2',
    callee: /(?:client|twitter|api)\w*\.v[12]\.(?:\w+\.)?\w+$/i,
    method: nodeTwitterMethod,
  },
  { client: 'octokit', callee: /(?:^|\.)octokit(?:\.\w+){1,3}$/i, method: () => 'unknown' },
  {
    client: 'stripe',
    callee: /(?:^|\.)stripe(?:\.\w+){1,3}\.(?:create|confirm|capture|update|retrieve|list)$/,
    method: (name) => (/^(?:create|confirm|capture|update)$/.test(name) ? 'POST' : 'GET'),
  },
  {
    client: 'sdk',
    callee:
      /(?:^|\.)(?:openai|anthropic|groq|mistral|cohere)\w*(?:\.\w+){0,3}\.(?:create|generate\w*|parse|embed|list|retrieve)$|(?:\.chat\.completions|\.messages|\.responses|\.embeddings)\.create$/i,
    method: () => 'unknown',
  },
];

const partialErrors: PartialErrors = {
  name: (answer) => `const body = ${answer.replace(/^\(([^]*)\)$/, '$1')};`,
  loop: (answer) => [
    `for (const error of ${answer}.errors ?? []) {`,

    'console.warn(`${error.title}: ${error.detail}`);',
    '}',
  ],
};

/** TypeScript and JavaScript. */
export const script: RuleLanguage = {
  partialErrors,
  limitedLoop: {
    head: (counter, rounds) => `for (let ${counter} = 0; ${counter} < ${rounds}; ${counter}++)`,
    failure: (message) => `throw new Error('${message}');`,
  },
  languageIds: ['typescript', 'typescriptreact', 'javascript', 'javascriptreact'],
  jitter: factor('Math.random()'),
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['else_clause', { is: 'else', body: 0 }],
    ['while_statement do_statement for_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['for_in_statement', { is: 'loop', variable: 'left', list: 'right', body: 'body' }],
    ['try_statement', { is: 'try', body: 'body' }],
    ['catch_clause', { is: 'catch', error: 'parameter', body: 'body' }],
    ['switch_statement', { is: 'switch' }],
    ['statement_block', { is: 'block' }],
    ['throw_statement', { is: 'throw' }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    [
      'function_declaration function_expression generator_function_declaration generator_function arrow_function method_definition',
      { is: 'function' },
    ],
  ]),
  sleeps: {
    names: /^(?:sleep|sleepMs|sleepFor|sleepAsync|delay|delayMs|wait(?:For)?(?:Ms|Seconds)?|pause|setTimeout)$/,
    objects: /^(?:timers|timersPromises|window|globalThis|self|this|utils?|page)$/,
  },
  pure: { calls: /^Math\.(?:pow|min|max|random|floor|ceil|round|trunc|abs|exp)$/ },
  arithmetic: /^(?:unary_expression|update_expression|augmented_assignment_expression)$/,
  counting: /^\[[\d_.,\s*]+\]$/,
  counter: /^for\s*\(\s*(?:let|var)\s+(\w+)/,
  own: /^this$/,
  catchesAll: /^/,
  looksAtError: /\b(?:if|switch|throw|case|instanceof)\b/,
  quietClients: { names: /^fetch$/, raises: /\bthrow\b/ },
  limitless: [{ callee: /^fetch$/, limit: limitFetch }],
  // What tests test ends with them.
  limitsAll: /["'](?:vitest|@jest\/globals|node:test|mocha|chai)["']|^\s*describe\(\s*["'`]/m,
  limits: /\.\.\.\w|^\([^,]+,\s*[\w.]+\s*\)$/,
  conversions: {
    survive: orElse('||'),
    callees: /^(?:parseInt|parseFloat|Number|Number\.parse(?:Int|Float))$/,
    operators: [
      { type: 'unary_expression', before: /^\+$/ },
      { type: 'binary_expression', behind: /^\s*\*\s*1(?:_?000|e3)$/ },
      { type: 'binary_expression', before: /^1(?:_?000|e3)\s*\*\s*$/ },
    ],
    failure: 'the result is NaN, and a timer with NaN fires at once',
  },
  strictEquality: /^[=!]==$/,
  lost: /ETIMEDOUT|ECONNABORTED|ECONNRESET|ESOCKETTIMEDOUT|EPIPE|\bTimeoutError\b|\bsocket hang up\b|isTimeout\b/,
  continuations: /^(?:then|catch|finally|Promise|request)$/,
  interrupts: /throwIfAborted/,
  clients,
  libraries: [
    { module: /["']p-retry["']|\bpRetry\b/, callee: /^pRetry$/, repeats: 0, predicate: /^shouldRetry$/ },
    {
      module: /["'](?:async-retry|@lifeomic\/attempt|ts-retry-promise|@octokit\/retry)["']/,
      callee: /^(?:retry|asyncRetry|attempt)$/,
      repeats: 0,
    },
    { module: /["']exponential-backoff["']|\bbackOff\b/, callee: /^backOff$/, repeats: 0, predicate: /^retry$/ },
    { module: /["']promise-retry["']|\bpromiseRetry\b/, callee: /^promiseRetry$/, repeats: 0 },
    { module: /axios-retry|axiosRetry/, callee: /^axiosRetry$/, predicate: /^retryCondition$/ },
    { module: /["']ky["']|\bky\b/, callee: /^ky(?:\.\w+)?$/, predicate: /^shouldRetry$/ },
    { module: /["']retry-axios["']|raxConfig/, callee: /^axios(?:\.\w+)?$/, predicate: /^shouldRetry$/ },
  ],
  mistakes: [
    {
      rule: 'library-default',
      module: /(?:from|require\(|import\(?)\s*["']axios-retry["']/,
      callee: /^(?:axiosRetry|retryAxios)$/,
      unless: /\bretryDelay\b|\bretries\s*:\s*0\b/,
      message: 'axios-retry repeats at once unless it is told to wait: set retryDelay.',
      add: { item: (called) => `retryDelay: ${called}.exponentialDelay`, options: 1 },
    },
    {
      rule: 'library-default',
      module: /["']cockatiel["']/,
      callee: /^retry$/,
      unless: /\bmaxAttempts\b/,
      message: 'cockatiel repeats for ever unless it is given maxAttempts.',
      add: { item: () => 'maxAttempts: 3', options: 1 },
    },
    {
      rule: 'retries-non-idempotent',
      module: /\baxios-?[rR]etry\b/,
      callee: /^(?:axiosRetry|retryAxios)$/,
      unless: /idempot|method/i,
      option:
        /^retryCondition\s*:\s*(?:\(?\w*\)?\s*=>\s*true|axiosRetry\.isRetryableError|isRetryableError|isNetworkError|axiosRetry\.isNetworkError)$/,
      message:
        'This condition lets POST and PATCH be repeated, too: they may be done twice. isNetworkOrIdempotentRequestError leaves them out.',
      repair: {
        title: 'Leave out what writes',
        of: 'option',
        rewrite: (_, called) => `retryCondition: ${called}.isNetworkOrIdempotentRequestError`,
      },
    },
    {
      rule: 'retries-non-idempotent',
      module: /\b(?:got|ky)\b/,
      callee: /^(?:got|ky|\w+)\.(?:extend|create)$|^(?:got|ky)(?:\.\w+)?$/,
      unless: /idempot/i,
      option: /^methods\s*:\s*\[[^\]]*["'](?:POST|PATCH|post|patch)["']/,
      message:
        'POST and PATCH are repeated, too: if only the answer of the first attempt was lost, they are done twice.',
      repair: { title: 'Leave out the methods that write', of: 'option', rewrite: withoutWrites },
    },
  ],
};
