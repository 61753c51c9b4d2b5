import { flows } from '../controlFlow';
import { surviveInKotlin } from '../headerNumbers';
import { type Jitter, plus } from '../jitter';
import type { RuleLanguage } from '../language';
import { type ClientCalls, methodOfVerb } from '../requests';
import { methodOfRequest } from './java';

const clients: readonly ClientCalls[] = [
  { client: 'okhttp', callee: /\.newCall\(.*\)\.execute$/s, method: (_, text) => methodOfRequest(text) },
  { client: 'retrofit', callee: /(?:^|\.)\w*(?:[aA]pi|[sS]ervice)\.\w+\(.*\)\.execute$/s, method: () => 'unknown' },
  {
    client: 'ktor',
    callee: /(?:^|\.)_?(?:\w*[cC]lient|http)\.(?:get|post|put|patch|delete|head|request)$/,
    method: methodOfVerb,
  },
];

/** Of a time without a unit: a duration is added to durations alone. */
const jitterOfMilliseconds: Jitter = (length, sleep, program) =>
  /\b(?:seconds|milliseconds|minutes|ofSeconds|ofMillis)\b/.test(length) || /[A-Z]+\.sleep\(/.test(sleep)
    ? undefined
    : plus('kotlin.random.Random.nextLong(1000)')(length, sleep, program);

export const kotlin: RuleLanguage = {
  languageIds: ['kotlin'],
  limitedLoop: {
    head: (counter, rounds) => `for (${counter} in 0 until ${rounds})`,
    failure: (message) => `throw IllegalStateException("${message}")`,
  },
  jitter: jitterOfMilliseconds,
  without: {
    'no-timeout': 'OkHttp gives up after 10 seconds by default, and the engines of Ktor have limits of their own',
    'ignores-partial-errors': 'answers are read into classes, and a class without errors may be meant',
    'library-default': "Ktor's HttpRequestRetry limits and spaces its attempts by default",
  },
  flow: flows([
    ['if_expression', { is: 'branch', condition: 'condition', then: 1, otherwise: 2 }],
    ['while_statement do_while_statement', { is: 'loop', condition: 'condition', body: ':block' }],
    ['for_statement', { is: 'loop', variable: ':variable_declaration', list: 1, body: ':block' }],
    [
      'call_expression',
      {
        is: 'loop',
        when: /^repeat\([^()\n]*\)\s*\{/,
        variable: ':annotated_lambda/:lambda_literal/:lambda_parameters',
        list: ':call_expression/:value_arguments',
        body: ':annotated_lambda',
      },
    ],
    ['try_expression', { is: 'try', body: ':block' }],
    ['catch_block', { is: 'catch', error: ':identifier', type: ':user_type', body: ':block' }],
    ['when_expression', { is: 'switch', breaks: false }],
    // A lambda runs within the function around it, and may return from it.
    ['block annotated_lambda lambda_literal', { is: 'block' }],
    ['throw_expression', { is: 'throw' }],
    ['identifier', { is: 'break', when: /^break$/ }],
    ['identifier', { is: 'continue', when: /^continue$/ }],
    ['return_expression', { is: 'continue', when: /^return@(?:repeat|forEach\w*)\b/ }],
    ['return_expression', { is: 'return' }],
    ['function_declaration anonymous_function secondary_constructor getter', { is: 'function' }],
  ]),
  sleeps: { names: /^(?:delay|sleep)$/, objects: /^(?:Thread|(?:TimeUnit\.)?\w*[SMHD](?:ECONDS|INUTES|OURS))$/ },
  pure: {
    calls: /^(?:(?:kotlin\.math\.)?(?:minOf|maxOf|min|max)|Random(?:\.Default)?\.\w+|Duration\.of\w+)$/,
    methods: /^(?:pow|to(?:Int|Long|Double)|coerce\w+|times|seconds|minutes|milliseconds)$/,
  },
  arithmetic: /^(?:float_literal|unary_expression|value_argument)$/,
  counting: /^\([\w.]+\)$|^\(?\d+\s*(?:until\b|\.\.)/,
  own: /^this$/,
  namesErrors: true,
  catchesAll: /^catch\s*\(\s*\w+\s*:\s*(?:Exception|Throwable|RuntimeException)\b/,
  looksAtError: /\b(?:if|when|throw|is)\b/,
  quietClients: {
    names: /^(?:okhttp|retrofit|ktor)$/,
    raises: /\bthrow\b|\.body(?:<[^>]*>)?\(\)|bodyAsText|expectSuccess/,
  },
  lost: /\b(?:SocketTimeoutException|HttpRequestTimeoutException|InterruptedIOException|SocketException)\b/,
  interrupts: /\bisActive\b|ensureActive\(|isInterrupted/,
  limitless: [],
  limits: /^/,
  conversions: {
    survive: surviveInKotlin,
    callees: /\.to(?:Int|Long|Double|Float)$|^(?:java\.lang\.)?(?:Integer|Long|Double)\.parse\w+$/,
    failure: 'the conversion throws a NumberFormatException',
    caught: /catch\s*\(\s*\w+\s*:\s*(?:NumberFormat|IllegalArgument|Runtime)?Exception\b/,
  },
  clients,
  libraries: [],
  mistakes: [],
};
