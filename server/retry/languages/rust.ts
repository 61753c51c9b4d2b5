import backoff from '../../handlers/rust/backoff.rs?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { rustCallReader } from './rust/calls';
import { rustModule } from './rust/module';
import { insertRust, rustDefinitions } from './rust/place';
import { rustSyntax } from './rust/syntax';
import { wrapRustCall } from './rust/wrap';

const handler: HandlerFile = { name: 'backoff::call', definition: 'backoff', text: backoff };

const splitRules = { head: /^use /, imports: /^use /, start: /\/\/\/ |mod /, name: /^mod (\w+)/m };

export const rust: RetryLanguage = {
  name: 'rust',
  languageIds: ['rust'],
  syntax: rustSyntax,
  style: { indent: '    ', handlerIndent: '    ', strings: ['string_literal', 'raw_string_literal'], width: 100 },
  handlers: [handler],
  retriers: /\bretry|\bRetry/,
  readCalls: rustCallReader,
  handlerFor: ({ async }) =>
    async ? { refusal: 'There is no handler for awaited calls of reqwest yet, only for reqwest::blocking.' } : handler,
  wrap: wrapRustCall,
  split: (text) => splitBy(splitRules, text),
  module: rustModule,
  definitions: rustDefinitions,
  insert: insertRust,
};
