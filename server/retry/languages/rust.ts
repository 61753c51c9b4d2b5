import answerUreq from '../../handlers/rust/answer_ureq.rs?raw';
import backoff from '../../handlers/rust/backoff.rs?raw';
import backoffUreq from '../../handlers/rust/backoff_ureq.rs?raw';
import backoffAsync from '../../handlers/rust/backoff_async.rs?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { rustCallReader, whyNoUreq } from './rust/calls';
import { composeHandler, rustLibraries } from './rust/libraries';
import { rustKeys } from './rust/keys';
import { rustModule } from './rust/module';
import { insertRust, rustDefinitions } from './rust/place';
import { rustStrategies } from './rust/strategies';
import { rustSyntax } from './rust/syntax';
import { wrapRustCall } from './rust/wrap';

const handler: HandlerFile = { name: 'backoff::call', definition: 'backoff', text: backoff };
const awaited: HandlerFile = { name: 'backoff_async::call', definition: 'backoff_async', text: backoffAsync };

const splitRules = { head: /^use /, imports: /^use /, start: /\/\/\/ |mod /, name: /^mod (\w+)/m };

const split = (text: string) => splitBy(splitRules, text);
const ureq = composeHandler(
  'backoff_ureq',
  backoffUreq,
  [backoff],
  split,
  (use) => !use.includes('reqwest'),
  answerUreq,
);
const strategies = rustStrategies(split);

export const rust: RetryLanguage = {
  name: 'rust',
  languageIds: ['rust'],
  syntax: rustSyntax,
  style: { indent: '    ', handlerIndent: '    ', strings: ['string_literal', 'raw_string_literal'], width: 100 },
  handlers: [handler, awaited, ureq, ...strategies.files],
  retriers: /\bretry|\bRetry|\b(?:(?:http_)?backoff(?:_async|_ureq)?|http_retry|reconnect(?:_async|_ureq)?)::call$/,
  readCalls: rustCallReader,
  handlerFor: (call) => whyNoUreq(call) ?? (call.client === 'ureq' ? ureq : call.async ? awaited : handler),
  wrap: wrapRustCall,
  split,
  libraries: rustLibraries({ plain: handler, awaited }, split),
  module: rustModule,
  definitions: rustDefinitions,
  insert: insertRust,
  strategies,
  keys: rustKeys,
};
