import backoff from '../../handlers/go/backoff.go?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { goCallReader } from './go/calls';
import { goDefinitions } from './go/definitions';
import { goLibraries } from './go/libraries';
import { goModule } from './go/module';
import { insertGo } from './go/imports';
import { goStrategies } from './go/strategies';
import { goSyntax } from './go/syntax';
import { wrapGoCall } from './go/wrap';

const handler: HandlerFile = { name: 'withBackoff', text: backoff, parameters: ['client', 'settings'] };

const splitRules = {
  head: /^(?:package |import |\t"|\))/,
  imports: /^\t"/,
  start: /\/\/ |func |type |var /,
  name: /^(?:func (?:\([^)]*\) )?(\w+)|type (\w+)|var (\w+))/m,
};

const split = (text: string) => splitBy(splitRules, text);

const strategies = goStrategies(split);

export const go: RetryLanguage = {
  name: 'go',
  languageIds: ['go'],
  syntax: goSyntax,
  style: {
    indent: '\t',
    handlerIndent: '\t',
    strings: ['interpreted_string_literal', 'raw_string_literal'],
    width: 120,
  },
  handlers: [handler, ...strategies.files],
  readCalls: goCallReader,
  handlerFor: () => handler,
  wrap: wrapGoCall,
  split,
  libraries: goLibraries(handler, split),
  module: goModule,
  definitions: goDefinitions,
  insert: insertGo,
  strategies,
};
