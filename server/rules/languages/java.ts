import { flows } from '../controlFlow';
import { surviveInJava } from '../headerNumbers';
import { plus } from '../jitter';
import { replacing } from '../repairs';
import type { RuleLanguage } from '../language';
import type { ClientCalls } from '../requests';
import { limitJavaConnection, limitJavaRequest } from '../timeLimits';

/** The method of the request that was built last: `.POST(body)`, `.method("PATCH", body)`, `new HttpPost(url)`. */
export function methodOfRequest(text: string): string {
  const built =
    /\.\s*(?<verb>GET|POST|PUT|DELETE|get|post|put|patch|delete|head)\s*\(|\.\s*method\s*\(\s*"(?<named>\w+)"|new\s+Http(?<made>Get|Post|Put|Patch|Delete|Head)\s*\(/g;
  const { verb, named, made } = [...text.matchAll(built)].at(-1)?.groups ?? {};
  return (verb ?? named ?? made)?.toUpperCase() ?? 'unknown';
}

/** The method of a call of Spring's clients, by its name: `postForObject`. */
function methodOfName(name: string): string {
  return /^(get|post|put|patch|delete|head)/.exec(name)?.[1]?.toUpperCase() ?? 'unknown';
}

const clients: readonly ClientCalls[] = [
  {
    client: 'java.net.http',
    callee: /(?:^|\.)(?:\w*[cC]lient|http|HttpClient\.newHttpClient\(\))\.send(?:Async)?$/,
    method: (_, text) => methodOfRequest(text),
    hasLimit: false,
  },
  {
    client: 'spring',
    callee:
      /(?:^|\.)rest\w*\.(?:(?:get|post|patch)For(?:Object|Entity|Location)|exchange|execute|put|delete|headForHeaders)$/i,
    method: methodOfName,
    hasLimit: false,
  },
  { client: 'okhttp', callee: /\.newCall\(.*\)\.execute$/s, method: (_, text) => methodOfRequest(text) },
  {
    client: 'apache',
    callee: /(?:^|\.)\w*[hH]ttp\w*\.execute$/,
    method: (_, text) => methodOfRequest(text),
  },
  {
    client: 'urlconnection',
    callee: /(?:url|\bnewURL\(.*\))\.(?:openConnection|openStream)$/is,
    method: (_, text) => /setRequestMethod\("(\w+)"/.exec(text)?.[1] ?? 'unknown',
    hasLimit: false,
  },
  {
    client: 'urlconnection',
    callee: /(?:^|\.)\w*[cC]onn(?:ection)?\.(?:getResponseCode|getInputStream)$/,
    method: () => 'unknown',
  },
  {
    client: 'twitter4j',
    callee: /(?:^|\.)twitter\.\w+$/,
    method: (name) =>
      /^(?:update|create|send|retweet|upload)/.test(name) ? 'POST' : /^destroy/.test(name) ? 'DELETE' : 'GET',
  },
];

export const java: RuleLanguage = {
  limitedLoop: {
    head: (counter, rounds) => `for (int ${counter} = 0; ${counter} < ${rounds}; ${counter}++)`,
    failure: (message) => `throw new IllegalStateException("${message}");`,
  },
  languageIds: ['java'],
  jitter: (length, sleep, program) =>
    plus(
      `${program.says(/^import\s+java\.util\.concurrent\.(?:ThreadLocalRandom|\*);/m) ? '' : 'java.util.concurrent.'}ThreadLocalRandom.current().nextLong(1000)`,
      /\bThread\.sleep\($/,
    )(length, sleep, program),
  without: {
    'ignores-partial-errors': 'answers are read into classes, and a class without errors may be meant',
  },
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['while_statement do_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['for_statement', { is: 'loop', condition: 'condition', body: 'body' }],
    ['enhanced_for_statement', { is: 'loop', variable: 'name', list: 'value', body: 'body' }],
    ['try_statement try_with_resources_statement', { is: 'try', body: 'body' }],
    ['catch_clause', { is: 'catch', error: ':catch_formal_parameter/name', body: 'body' }],
    ['switch_expression', { is: 'switch' }],
    ['block switch_block_statement_group', { is: 'block' }],
    ['throw_statement', { is: 'throw' }],
    ['break_statement', { is: 'break' }],
    ['continue_statement', { is: 'continue' }],
    ['return_statement', { is: 'return' }],
    ['method_declaration constructor_declaration lambda_expression', { is: 'function' }],
  ]),
  labels: /^switch_label$/,
  sleeps: {
    names: /^(?:sleep|sleepUninterruptibly)$/,
    objects: /^(?:Thread|(?:TimeUnit\.)?\w*[SMHD](?:ECONDS|INUTES|OURS)|Uninterruptibles)$/,
  },
  pure: {
    calls:
      /^(?:Math\.\w+|Duration\.of\w+|(?:TimeUnit\.)?[A-Z]+\.toMillis|ThreadLocalRandom\.current\(\)\.\w+|\w*[rR]andom\.\w+)$/,
  },
  arithmetic: /^(?:unary_expression|update_expression|decimal_floating_point_literal)$/,
  counting: /^(?!)/,
  counter: /^for\s*\(\s*(?:final\s+)?(?:int|long|var)\s+(\w+)/,
  own: /^this$/,
  namesErrors: true,
  catchesAll: /^catch\s*\(\s*(?:final\s+)?(?:Exception|Throwable|RuntimeException|TwitterException)\b/,
  looksAtError: /\b(?:if|switch|throw|instanceof)\b/,
  quietClients: {
    names: /^(?:java\.net\.http|okhttp|apache|urlconnection)$/,
    raises: /\bthrow\b|getInputStream/,
  },
  lost: /\b(?:SocketTimeoutException|HttpTimeoutException|InterruptedIOException|ResourceAccessException|NoHttpResponseException|SocketException)\b/,
  interrupts: /isInterrupted\(\)|isShutdown\(\)|isTerminated\(\)/,
  limitless: [
    {
      callee: /\.(?:openConnection|openStream)$/,
      unless: /setReadTimeout/,
      limit: limitJavaConnection,
    },
    {
      callee: /\.send(?:Async)?$/,
      when: /HttpRequest\s*\.\s*newBuilder/,
      unless: /\.\s*timeout\s*\(/,
      limit: limitJavaRequest,
    },
    {
      callee: /^rest\w*\.\w+$/i,
      when: /new\s+RestTemplate\s*\(\s*\)/,
      unless: /setReadTimeout|setRequestFactory|RequestFactory/,
    },
  ],
  limitsUnread: true,
  limits: /(?!)/,
  limitsAll: /sun\.net\.client\.defaultReadTimeout/,
  conversions: {
    survive: surviveInJava,
    callees: /^(?:Integer|Long|Double)\.(?:parse\w+|valueOf)$/,
    failure: 'the conversion throws a NumberFormatException',
    caught: /catch\s*\(\s*(?:final\s+)?[\w.|\s]*(?:NumberFormat|IllegalArgument|Runtime)?Exception\b/,
  },
  clients,
  libraries: [
    {
      module: /@Retryable\b/,
      callee: /^Retryable$/,
      repeats: 'below',
      predicate: /^(?:retryFor|include|value)$/,
    },
    { module: /\bFailsafe\b/, callee: /^Failsafe\.with\(.*\)\.(?:get|run)\w*$/s, repeats: 0 },
    { module: /\bresilience4j\b/, callee: /^Retry\.decorate\w+$/, repeats: 1 },
  ],
  mistakes: [
    {
      rule: 'library-default',
      module: /\bfailsafe\.(?:RetryPolicy|\*)/,
      callee: /^RetryPolicy\.(?:ofDefaults|(?:<[^()]*>)?builder\(\)(?!.*\.with(?:Delay|Backoff)).*\.build)$/s,
      message: 'Failsafe repeats at once unless it is given a delay or a backoff.',
      repair: {
        title: 'Add a backoff',
        of: 'call',
        rewrite: replacing(
          /(\s*)\.build\(\)$/,
          '$1.withBackoff(java.time.Duration.ofSeconds(1), java.time.Duration.ofSeconds(30))$1.build()',
        ),
      },
    },
    {
      rule: 'library-default',
      module: /\brholder\.retry\b/,
      callee: /^RetryerBuilder\.(?:<[^()]*>)?newBuilder\(\)(?!.*\.withStopStrategy).*\.build$/s,
      message: 'guava-retrying repeats for ever unless it is given a stop strategy.',
      repair: {
        title: 'Stop after four attempts',
        of: 'call',
        rewrite: (text, called, program) => {
          const isImported = program.says(/^import com\.github\.rholder\.retry\.(?:\*|StopStrategies);/m);
          const stop = `${isImported ? '' : 'com.github.rholder.retry.'}StopStrategies.stopAfterAttempt(4)`;
          return replacing(/(\s*)\.build\(\)$/, `$1.withStopStrategy(${stop})$1.build()`)(text, called, program);
        },
      },
    },
    {
      rule: 'library-default',
      module: /\breactor\./,
      callee: /^Retry\.indefinitely$/,
      message: 'This repeats for ever: Retry.backoff takes a number of attempts.',
      repair: {
        title: 'Repeat three times, with growing waits',
        of: 'call',
        rewrite: replacing(/\bRetry\s*\.\s*indefinitely\(\)$/, 'Retry.backoff(3, java.time.Duration.ofSeconds(1))'),
      },
    },
    {
      rule: 'library-default',
      module: /\breactor\./,
      callee: /\.retry$/,
      unless: /^/,
      message: 'retry() without a number repeats for ever, and at once.',
      repair: {
        title: 'Repeat three times, with growing waits',
        of: 'call',
        rewrite: replacing(
          /\.retry\(\)$/,
          '.retryWhen(reactor.util.retry.Retry.backoff(3, java.time.Duration.ofSeconds(1)))',
        ),
      },
    },
    {
      rule: 'library-default',
      module: /\bspringframework\.retry\b/,
      callee: /^AlwaysRetryPolicy$|\.infiniteRetry$/,
      message: 'This policy repeats for ever: maxAttempts limits it.',
      repair: {
        title: 'Stop after four attempts',
        of: 'call',
        rewrite: replacing(/\.infiniteRetry\(\)$/, '.maxAttempts(4)'),
      },
    },
    {
      rule: 'retries-non-idempotent',
      module: /\bDefaultHttpRequestRetryHandler\b/,
      callee: /^DefaultHttpRequestRetryHandler$/,
      option: /^true$/,
      message:
        'With this argument requests that were sent are repeated, a POST too: if only its answer was lost, it is done twice.',
      repair: { title: 'Repeat only what was not sent', of: 'option', rewrite: replacing(/^true$/, 'false') },
    },
  ],
};
