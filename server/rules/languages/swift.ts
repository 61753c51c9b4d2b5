import { flows } from '../controlFlow';
import { surviveInSwift } from '../headerNumbers';
import { firstJitter, plus } from '../jitter';
import { failInSwift } from '../limitedLoop';
import type { RuleLanguage } from '../language';
import type { ClientCalls } from '../requests';

/** The method that the request was given last. */
function methodOfRequest(text: string): string {
  return [...text.matchAll(/\bhttpMethod\s*=\s*"(\w+)"/g)].at(-1)?.[1]?.toUpperCase() ?? 'GET';
}

const clients: readonly ClientCalls[] = [
  {
    client: 'URLSession',
    callee:
      /(?:^|\.)(?:URLSession\.shared|\w*[sS]ession)\.(?:data|upload|download|bytes|(?:data|upload|download)Task)$/,
    method: (_, text) => methodOfRequest(text),
  },
  {
    client: 'Alamofire',
    callee: /^(?:AF|\w*[sS]ession)\.request\(.*\)(?:\.validate\([^)]*\))?\.serializing\w+(?:\(.*\))?(?:\.value)?$/s,
    method: (_, text) =>
      /method:\s*\.(\w+)/.exec(text.slice(text.lastIndexOf('.request(')))?.[1]?.toUpperCase() ?? 'GET',
  },
];

export const swift: RuleLanguage = {
  languageIds: ['swift'],
  limitedLoop: { head: (_, rounds) => `for _ in 0..<${rounds}`, failure: failInSwift },
  jitter: firstJitter(
    plus('UInt64.random(in: 0...1_000_000_000)', /nanoseconds:\s*$/),
    plus('UInt32.random(in: 0...500_000)', /\busleep\($/),
  ),
  without: {
    'no-timeout': 'URLSession, on which Alamofire builds, gives up after 60 seconds by default',
    'ignores-partial-errors': 'answers are decoded into types, and a type without errors may be meant',
    'library-default': "Alamofire's RetryPolicy limits and spaces its attempts by default",
  },
  flow: flows([
    ['if_statement', { is: 'branch', condition: 'condition', then: ':statements', otherwise: -1 }],
    ['guard_statement', { is: 'branch', condition: 'condition', then: ':statements', denies: true }],
    ['while_statement repeat_while_statement', { is: 'loop', condition: 'condition', body: ':statements' }],
    ['for_statement', { is: 'loop', variable: 'item', list: 'collection', body: ':statements' }],
    ['do_statement', { is: 'try', body: ':statements' }],
    ['catch_block', { is: 'catch', error: 'error', body: ':statements' }],
    ['switch_statement', { is: 'switch' }],
    ['statements function_body', { is: 'block' }],
    ['control_transfer_statement', { is: 'throw', when: /^throw\b/ }],
    ['control_transfer_statement', { is: 'break', when: /^break\b/ }],
    ['control_transfer_statement', { is: 'continue', when: /^continue\b/ }],
    ['control_transfer_statement', { is: 'return' }],
    ['function_declaration init_declaration lambda_literal', { is: 'function' }],
  ]),
  sleeps: { names: /^(?:u?sleep|asyncAfter)$/, objects: /^(?:Task|Thread|DispatchQueue\b.*|\w*[qQ]ueue)$/s },
  pure: {
    calls:
      /^(?:\.?(?:seconds|milliseconds|now)|(?:DispatchTime|Date)\.now|Duration\.\w+|pow|min|max|U?Int(?:64)?|Double|TimeInterval|(?:Double|Int|UInt64)\.random)$/,
  },
  arithmetic: /^(?:real_literal|prefix_expression|multiplicative_expression|additive_expression|bitwise_operation)$/,
  counting: /^\(?\s*\d+\s*\.\./,
  own: /^self$/,
  namesErrors: true,
  catchesAll: /^catch\s*(?:\{|let\s+\w+\s*\{)/,
  looksAtError: /\b(?:if|guard|switch|throw)\b/,
  quietClients: { names: /^URLSession$/, raises: /\bthrow\b/ },
  lost: /\.timedOut\b|\.networkConnectionLost\b|\bNSURLErrorTimedOut\b/,
  continuations: /^(?:(?:data|upload|download)Task|asyncAfter|async)$/,
  interrupts: /\bTask\.isCancelled\b|checkCancellation\(/,
  limitless: [],
  limits: /^/,
  conversions: {
    survive: surviveInSwift,
    callees: /^(?:Int|Double|TimeInterval|UInt64)$/,
    failure: 'the program crashes',
    unchecked: /\)!/,
  },
  clients,
  libraries: [],
  mistakes: [],
};
