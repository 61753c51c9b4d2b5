import { flows } from '../controlFlow';
import { surviveInPython } from '../headerNumbers';
import { factor } from '../jitter';
import { firstOf, withoutWrites } from '../repairs';
import type { PartialErrors, RuleLanguage } from '../language';
import { tweepyMethod } from '../../retry/languages/clientMethods';
import { type ClientCalls, methodOfVerb } from '../requests';
import { limitArgument } from '../timeLimits';

const clients: readonly ClientCalls[] = [
  {
    client: 'requests',
    callee:
      /(?:^|\.)_?(?:http|api|session|sess|client|(?:http|api|rest|async)_?client|\w+_session|\w*_client|http_?session)\.(?:get|post|put|patch|delete|head|request)$/,
    hasAddress: true,
    method: methodOfVerb,
  },
  { client: 'urllib', callee: /^(?:urlopen|request\.urlopen)$/, method: () => 'unknown' },
  {
    client: 'tweepy',
    callee:
      /(?:^|\.)_?(?:api|client|twitter(?:_api|_client)?|tw)\.(?:update_status|create_tweet|get_me|get_users?(?:_\w+)?|get_tweets?|get_status|search_recent_tweets|search_tweets|user_timeline|home_timeline|mentions_timeline|get_liked_tweets|send_direct_message|media_upload|retweet|create_friendship|verify_credentials|get_followers|get_friends)$/,
    method: tweepyMethod,
  },
  {
    client: 'stripe',
    callee: /(?:^|\.)stripe(?:\.\w+){1,3}\.(?:create|confirm|capture|modify|retrieve|list)$/,
    method: (name) => (/^(?:create|confirm|capture|modify)$/.test(name) ? 'POST' : 'GET'),
  },
  {
    client: 'sdk',
    callee:
      /(?:^|\.)(?:openai|anthropic|groq|mistral|cohere)\w*(?:\.\w+){0,3}\.(?:create|acreate|generate\w*|parse|embed)$|(?:\.chat\.completions|\.messages|\.responses|\.embeddings)\.create$/i,
    method: () => 'unknown',
  },
];

const partialErrors: PartialErrors = {
  name: (answer) => `body = ${answer}`,
  loop(answer, access, text) {
    const logger = /^\s*(log|logger|_log|LOG|logging)\b(?:\s*=\s*\S*getLogger|\.\w+\()/m.exec(text)?.[1];
    return [
      `for error in ${access === 'field' ? `${answer}.errors` : `${answer}.get("errors", [])`}:`,
      logger
        ? `${logger}.warning("%s: %s", error["title"], error["detail"])`
        : 'print(error["title"], error["detail"])',
    ];
  },
};

/** By the name under which the file has it. */
function stopOfTenacity(_: string, says: (sign: RegExp) => boolean): string | undefined {
  const imported = says(/^from tenacity import [^#\n]*?(?:\([^)]*)?\bstop_after_attempt\b/m);
  return imported || says(/^import tenacity\s*$/m)
    ? `stop=${imported ? '' : 'tenacity.'}stop_after_attempt(4)`
    : undefined;
}

export const python: RuleLanguage = {
  partialErrors,
  limitedLoop: {
    head: (counter, rounds) => `for ${counter} in range(${rounds})`,
    failure: (message) => `raise RuntimeError("${message}")`,
    otherwise: 'else:',
  },
  languageIds: ['python'],
  jitter: (length, sleep, program) =>
    program.says(/^import random\s*$/m) ? factor('random.random()')(length, sleep, program) : undefined,
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['elif_clause', { is: 'branch', condition: 'condition', then: 'consequence' }],
    ['else_clause', { is: 'else', body: 'body' }],
    ['while_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['for_statement', { is: 'loop', variable: 'left', list: 'right', body: 'body' }],
    ['try_statement', { is: 'try', body: 'body' }],
    ['except_clause', { is: 'catch', error: ':as_pattern', body: ':block' }],
    ['match_statement', { is: 'switch', breaks: false }],
    ['block', { is: 'block' }],
    ['with_statement', { is: 'else', body: 'body' }],
    ['raise_statement', { is: 'throw' }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    ['function_definition lambda', { is: 'function' }],
  ]),
  sleeps: {
    names: /^(?:sleep|sleep_?(?:ms|for|async|seconds)|delay|wait(?:_for)?_?(?:ms|seconds)|pause)$/,
    objects: /^(?:time|asyncio|anyio|trio|gevent|eventlet|utils?|self)$/,
  },
  pure: {
    calls:
      /^(?:(?:random\.)?(?:random|uniform|randint|randrange)|min|max|pow|int|float|round|math\.(?:pow|ceil|floor|exp))$/,
  },
  arithmetic: /^(?:unary_operator|float)$/,
  counting:
    /^(?:range|enumerate\(\s*(?:range\b|[\w.]*(?:delay|wait|backoff|sleep)|[[(])|count|itertools\.(?:count|repeat|cycle))\b|^[[(][\d.,\s*]+[\])]$/,
  own: /^(?:self|cls)$/,
  namesErrors: true,
  limitErrors: [
    {
      client: 'tweepy',
      name: 'tweepy.TooManyRequests',
      module: /^import tweepy\s*$/m,
      head: /^(except ?)((?:Exception|tweepy\.(?:errors\.)?TweepyException)?)(?= as |\s*:)/,
    },
  ],
  catchesAll:
    /^except\s*(?::|\(?\s*(?:[\w.]+\s*,\s*){0,3}(?:Base)?Exception\b|\(?(?:tweepy\.)?(?:errors\.)?(?:TweepyException|TweepError)\b)/,
  looksAtError: /\b(?:if|match|raise|isinstance)\b/,
  quietClients: { names: /^(?:requests|httpx|aiohttp)$/, raises: /raise_for_status|\braise\b/ },
  limitless: [{ callee: /^(?:requests\.\w+|(?:urllib\.)?(?:request\.)?urlopen)$/, limit: limitArgument('timeout=10') }],
  limits: /\*\*\w/,
  limitsAll: /setdefaulttimeout|^\s*(?:import|from)\s+(?:pytest|unittest|responses|requests_mock|httpretty|respx)\b/m,
  conversions: {
    survive: surviveInPython,
    callees: /^(?:int|float)$/,
    failure: 'int() and float() raise an error',
    caught: /except\s*(?::|\(?[\w., ]*(?:ValueError|TypeError|Exception))/,
  },
  strictEquality: /^(?:[=!]=|is)$/,
  lost: /\b(?:Read)?Timeout(?:Error|Exception)?\b|\bsocket\.timeout\b|\bConnectionResetError\b|\bRemoteDisconnected\b|\bServerDisconnectedError\b/,
  interrupts: /raise_if_cancelled/,
  clients,
  libraries: [
    {
      module: /\btenacity\b|stop_after_attempt|wait_(?:fixed|random|exponential)/,
      callee: /^(?:tenacity\.)?retry$/,
      repeats: 'below',
      predicate: /^(?:retry|retry_if_\w+)$/,
    },
    { module: /\bbackoff\b/, callee: /^backoff\.on_exception$|^on_exception$/, repeats: 'below' },
    {
      module: /\bbackoff\b/,
      callee: /^backoff\.on_predicate$|^on_predicate$/,
      repeats: 'below',
      predicate: /^predicate$/,
    },
    { module: /\bretrying\b/, callee: /^retry$/, repeats: 'below', predicate: /^retry_on_(?:exception|result)$/ },
  ],
  mistakes: [
    {
      rule: 'library-default',
      module: /\burllib3\b|\brequests\.packages\b/,
      callee: /^Retry$/,
      unless: /\bbackoff_factor\b|^(?:total\s*=\s*)?(?:0|False)$/,
      message: 'urllib3 repeats at once unless it is given a backoff_factor.',
      add: { item: () => 'backoff_factor=1' },
    },
    {
      rule: 'library-default',
      module: /\btenacity\b/,
      callee: /^(?:retry|Retrying|AsyncRetrying)$/,
      unless: /\bstop\b/,
      message: 'tenacity repeats for ever unless it is told when to stop.',
      add: { item: stopOfTenacity },
    },
    {
      rule: 'library-default',
      module: /^\s*(?:import|from)\s+backoff\b/m,
      callee: /^on_(?:exception|predicate)$/,
      unless: /\bmax_(?:tries|time)\b/,
      message: 'backoff repeats for ever unless it is given max_tries or max_time.',
      add: { item: () => 'max_tries=4' },
    },
    {
      rule: 'retries-non-idempotent',
      module: /^/,
      callee: /^Retry$/,
      unless: /idempot/i,
      option: /^(?:allowed_methods|method_whitelist)\s*=\s*(?:None|False|.*["'](?:POST|PATCH)["'])/,
      message:
        'POST and PATCH are repeated, too: if only the answer of the first attempt was lost, they are done twice.',
      repair: {
        title: 'Leave out the methods that write',
        of: 'option',
        rewrite: firstOf(withoutWrites, (text) =>
          /=\s*(?:None|False)$/.test(text)
            ? text.replace(/\w+$/, '["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"]')
            : undefined,
        ),
      },
    },
  ],
};
