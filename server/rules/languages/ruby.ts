import { flows } from '../controlFlow';
import { surviveInRuby } from '../headerNumbers';
import { plus } from '../jitter';
import { firstOf, replacing, withoutWrites } from '../repairs';
import type { RuleLanguage } from '../language';
import { type ClientCalls, methodOfVerb } from '../requests';

const verb = String.raw`(?:get|post|put|patch|delete|head|request)`;

const clients: readonly ClientCalls[] = [
  {
    client: 'HTTParty',
    callee: /^(?:HTTParty|self\.class)\.(?:get|post|put|patch|delete|head)$/,
    method: methodOfVerb,
  },
  { client: 'RestClient', callee: /^RestClient\.(?:get|post|put|patch|delete|head)$/, method: methodOfVerb },
  { client: 'HTTP', callee: new RegExp(String.raw`^HTTP\.(?:.*\.)?${verb}$`, 's'), method: methodOfVerb },
  { client: 'Net::HTTP', callee: /^Net\.HTTP\.get$/, method: methodOfVerb },
  {
    client: 'Faraday',
    callee: new RegExp(String.raw`^@?_?(?:conn|connection|\w+_conn(?:ection)?|faraday|http_client)\.${verb}$`),
    module: /\bFaraday\b|^(?![^]*\b(?:PG|Bunny|ActiveRecord|Rack::Test)\b)/,
    method: methodOfVerb,
  },
  {
    client: 'twitter',
    callee:
      /^@?_?(?:rest_)?(?:client|twitter(?:_client)?)\.(?:update(?:!|_with_media)?|favorite!?|retweet!?|follow!?|search|users?|user_timeline|home_timeline|mentions_timeline|followers|friends|status(?:es)?|verify_credentials|create_direct_message)$/,
    module: /\bTwitter::/,
    method: (name) => (/^(?:update|favorite|retweet|follow(?!ers)|create)/.test(name) ? 'POST' : 'GET'),
  },
  {
    client: 'x',
    callee: /^@?_?(?:x_client|client|x)\.(?:get|post|put|delete)$/,
    module: /\bX::/,
    method: methodOfVerb,
  },
];

export const ruby: RuleLanguage = {
  partialErrors: {
    name: (answer) => `body = ${answer}`,
    loop: (answer, _, __, take) => [
      `Array(${take(answer, 'errors')}).each do |error|`,
      `warn "#{${take('error', 'title')}}: #{${take('error', 'detail')}}"`,
      'end',
    ],
  },
  languageIds: ['ruby'],
  limitedLoop: { head: (_, rounds) => `${rounds}.times`, failure: (message) => `raise '${message}'` },
  jitter: plus('rand'),
  without: { 'no-timeout': 'Net::HTTP, on which the others build, gives up after 60 seconds by default' },
  flow: flows([
    ['if elsif', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['conditional', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative' }],
    ['unless', { is: 'branch', condition: 'condition', then: 'consequence', otherwise: 'alternative', denies: true }],
    ['if_modifier', { is: 'branch', condition: 'condition', then: 'body' }],
    ['unless_modifier', { is: 'branch', condition: 'condition', then: 'body', denies: true }],
    ['while while_modifier', { is: 'loop', condition: 'condition', body: 'body' }],
    ['until until_modifier', { is: 'loop', condition: 'condition', body: 'body', denies: true }],
    ['for', { is: 'loop', variable: 'pattern', list: 'value', body: 'body' }],
    // A block is run by the method that it is given to.
    [
      'call',
      {
        is: 'loop',
        when: /^(?:loop\s*(?:do\b|\{)|[^\n]{1,70}?\.(?:times|upto|downto|step|each\w*|map|flat_map|select|reject|any\?|all\?|find)(?:\([^)\n]*\))?\s*(?:do\b|\{))/,
        variable: 'block/parameters',
        list: 'receiver',
        body: 'block',
      },
    ],
    ['call', { is: 'throw', when: /^(?:raise|fail|abort|exit!?|throw)\b(?!\s*[.=])/ }],
    ['call', { is: 'else', body: 'block', when: /^Timeout\.timeout\b/ }],
    ['identifier', { is: 'throw', when: /^(?:raise|abort|exit)$/, isFrequent: true }],
    ['begin body_statement', { is: 'try' }],
    ['rescue', { is: 'catch', error: 'variable', type: 'exceptions', body: 'body' }],
    ['case case_match', { is: 'switch', breaks: false }],
    ['then else do do_block block block_body parenthesized_statements program', { is: 'block' }],
    ['retry', { is: 'again' }],
    ['break', { is: 'break' }],
    ['next redo', { is: 'continue' }],
    ['return', { is: 'return' }],
    ['method singleton_method lambda', { is: 'function' }],
  ]),
  sleeps: { names: /^sleep$/, objects: /^Kernel$/ },
  pure: {
    calls: /^(?:rand|Random\.rand|Integer|Float)$/,
    methods: /^(?:min|max|to_i|to_f|round|ceil|floor|abs|seconds?|minutes?)$/,
  },
  arithmetic: /^(?:float|rational|unary)$/,
  counting: /^\(?\s*\d[\d_]*(?:\s*\.\.|\s*\)?$)|^[\w.]*(?:MAX|RETR|ATTEMPT|TRIES|max|retr|attempt|tries)\w*$/,
  own: /^self$/,
  namesErrors: true,
  limitErrors: [
    {
      client: 'twitter',
      name: 'Twitter::Error::TooManyRequests',
      module: /\bTwitter::/,
      head: /^(rescue ?)((?:StandardError|Twitter::Error)?)(?=\s*(?:=>|\n))/,
    },
  ],
  catchesAll:
    /^rescue\s*(?:=>|\n|;|(?:::)?(?:StandardError|Exception)\b|(?:Twitter|X|Octokit)::Error\b(?!::)|(?:Faraday|RestClient|HTTParty|HTTP)::(?:Error|Exception)\b)/,
  looksAtError: /\b(?:if|unless|case|raise|is_a\?)\b|===/,
  quietClients: { names: /^(?:Net::HTTP|Faraday|HTTParty|HTTP)$/, raises: /\.value\b|raise_error|\braise\b/ },
  lost: /\bNet::ReadTimeout\b|\bFaraday::TimeoutError\b|\bTimeout::Error\b|\bExceptions::ReadTimeout\b|\bErrno::(?:ECONNRESET|ETIMEDOUT|EPIPE)\b|\bEOFError\b|\bHTTP::TimeoutError\b/,
  limitless: [],
  limits: /^/,
  conversions: {
    survive: surviveInRuby,
    callees: /^(?:Integer|Float)$|\.to_[if]$/,
    failure: 'to_i and to_f give 0, so that the next attempt follows at once, and Integer() raises an error',
    caught: /^\s*rescue\s*(?:$|=>|(?:StandardError|ArgumentError|TypeError))/m,
    unchecked: /^(?![^]*(?:\|\||\.max\b|exception: false))/,
  },
  strictEquality: /^[=!]=$/,
  statusTypes: [
    { client: /^Net::HTTP$/, field: /^\w+\.code$/, is: 'string' },
    { client: /^(?:HTTParty|RestClient|HTTP)$/, field: /^\w+\.code$/, is: 'number' },
    { client: /^Faraday$/, field: /^\w+\.status$/, is: 'number' },
  ],
  clients,
  libraries: [
    { module: /\bRetriable\b/, callee: /^(?:Retriable\.)?retriable$/, repeats: 'block', predicate: /^on$/ },
    { module: /\bwith_retries\b/, callee: /^with_retries$/, repeats: 'block', predicate: /^rescue$/ },
    { module: /\bRetryable\b/, callee: /^Retryable\.retryable$/, repeats: 'block', predicate: /^on$/ },
  ],
  mistakes: [
    {
      rule: 'library-default',
      module: /\bFaraday\b/,
      callee: /\.(?:request|use)$/,
      unless: /\binterval\b|^max:\s*0|^\w*(?:opt|config|setting)\w*$|^\*\*/i,
      option: /^(?::retry|(?:Faraday::)?(?:Request::)?Retry(?:::Middleware)?)$/,
      message: "Faraday's retry middleware repeats at once unless it is given an interval.",
      repair: {
        title: 'Set an interval',
        of: 'call',
        rewrite: firstOf(
          replacing(/^([^\n{]+\([^\n{]*)\)$/, '$1, interval: 0.5, backoff_factor: 2)'),
          replacing(/^[^\n{()]+$/, '$&, interval: 0.5, backoff_factor: 2'),
        ),
      },
    },
    {
      rule: 'retries-non-idempotent',
      module: /\bFaraday\b/,
      callee: /\.(?:request|use)$/,
      unless: /idempot/i,
      option: /^methods:\s*(?:%i)?\[[^\]]*\b(?:post|patch)\b/i,
      message:
        'POST and PATCH are repeated, too: if only the answer of the first attempt was lost, they are done twice.',
      repair: { title: 'Leave out the methods that write', of: 'option', rewrite: withoutWrites },
    },
  ],
};
