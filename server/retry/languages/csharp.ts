import backoff from '../../handlers/csharp/Backoff.cs?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { csharpCallReader } from './csharp/calls';
import { csharpKeys } from './csharp/keys';
import { csharpModule } from './csharp/module';
import { csharpDefinitions, insertCsharp } from './csharp/place';
import { csharpStrategies } from './csharp/strategies';
import { csharpSyntax } from './csharp/syntax';
import { wrapCsharpCall } from './csharp/wrap';

const handler: HandlerFile = { name: 'Backoff.SendAsync', definition: 'Backoff', text: backoff };

const splitRules = {
  head: /^using /,
  imports: /^using /,
  start: /\/\/\/ |internal static class /,
  name: /^internal static class (\w+)/m,
};

const split = (text: string) => splitBy(splitRules, text);
const strategies = csharpStrategies(split);

export const csharp: RetryLanguage = {
  name: 'csharp',
  languageIds: ['csharp'],
  syntax: csharpSyntax,
  style: {
    indent: '    ',
    handlerIndent: '    ',
    strings: ['string_literal', 'verbatim_string_literal', 'interpolated_string_expression', 'raw_string_literal'],
    width: 120,
  },
  handlers: [handler, ...strategies.files],
  retriers: /retry|^Reconnect\b|polly|polic(?:y|ies)\.|pipeline\.|resilien/i,
  readCalls: csharpCallReader,
  handlerFor: () => handler,
  wrap: wrapCsharpCall,
  split,
  module: csharpModule,
  definitions: csharpDefinitions,
  insert: insertCsharp,
  strategies,
  keys: csharpKeys,
};
