import backoff from '../../handlers/rust/backoff.rs?raw';
import backoffUreq from '../../handlers/rust/backoff_ureq.rs?raw';
import backoffAsync from '../../handlers/rust/backoff_async.rs?raw';
import { field } from '../nodes';
import { splitBy } from '../handlerText';
import type { HttpCall } from '../httpCall';
import type { HandlerFile, Refusal, RetryLanguage } from '../language';
import { rustCallReader } from './rust/calls';
import { composeHandler, rustLibraries } from './rust/libraries';
import { rustModule } from './rust/module';
import { insertRust, rustDefinitions } from './rust/place';
import { rustStrategies } from './rust/strategies';
import { rustSyntax } from './rust/syntax';
import { wrapRustCall } from './rust/wrap';

const handler: HandlerFile = { name: 'backoff::call', definition: 'backoff', text: backoff };
const awaited: HandlerFile = { name: 'backoff_async::call', definition: 'backoff_async', text: backoffAsync };

const splitRules = { head: /^use /, imports: /^use /, start: /\/\/\/ |mod /, name: /^mod (\w+)/m };

const split = (text: string) => splitBy(splitRules, text);
const ureq = composeHandler('backoff_ureq', backoffUreq, backoff, split, (use) => !use.includes('reqwest'));
const strategies = rustStrategies(split);

export const rust: RetryLanguage = {
  name: 'rust',
  languageIds: ['rust'],
  syntax: rustSyntax,
  style: { indent: '    ', handlerIndent: '    ', strings: ['string_literal', 'raw_string_literal'], width: 100 },
  handlers: [handler, awaited, ureq, ...strategies.files],
  retriers: /\bretry|\bRetry|\b(?:(?:http_)?backoff(?:_async|_ureq)?|http_retry)::call$/,
  readCalls: rustCallReader,
  handlerFor: (call) => (call.client.startsWith('ureq') ? ureqHandler(call) : call.async ? awaited : handler),
  wrap: wrapRustCall,
  split,
  libraries: rustLibraries({ plain: handler, awaited }, split),
  module: rustModule,
  definitions: rustDefinitions,
  insert: insertRust,
  strategies,
};

/** The handler of a request of ureq, unless its body comes from a reader, which can be read once. */
function ureqHandler({ client, args }: HttpCall): HandlerFile | Refusal {
  if (client === 'ureq 3') {
    return { refusal: 'There is a handler for ureq 2, not for ureq 3 yet.' };
  }
  const isRead = field(field(args.parent, 'function'), 'field')?.text === 'send';
  return isRead ? { refusal: 'The body of this request comes from a reader, which can be read once.' } : ureq;
}
