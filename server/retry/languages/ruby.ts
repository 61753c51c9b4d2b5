import backoff from '../../handlers/ruby/backoff.rb?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { rubyCallReader } from './ruby/calls';
import { rubyLibraries } from './ruby/libraries';
import { rubyKeys } from './ruby/keys';
import { rubyModule } from './ruby/module';
import { insertRuby, isDefinedInTime, rubyDefinitions } from './ruby/place';
import { rubyStrategies } from './ruby/strategies';
import { rubySyntax } from './ruby/syntax';
import { wrapRubyCall } from './ruby/wrap';

const handler: HandlerFile = { name: 'Backoff.call', definition: 'Backoff', text: backoff };

const splitRules = {
  head: /^(?:# frozen_string_literal|require )/,
  imports: /^require /,
  start: /# |module /,
  name: /^module (\w+)/m,
};

const split = (text: string) => splitBy(splitRules, text);
const strategies = rubyStrategies(split);

export const ruby: RetryLanguage = {
  name: 'ruby',
  languageIds: ['ruby'],
  syntax: rubySyntax,
  style: { indent: '  ', handlerIndent: '  ', strings: ['string', 'heredoc_body'], width: 120 },
  handlers: [handler, ...strategies.files],
  retriers: /^Reconnect\./,
  readCalls: rubyCallReader,
  handlerFor: () => handler,
  wrap: wrapRubyCall,
  split,
  libraries: rubyLibraries(handler, split),
  module: rubyModule,
  definitions: rubyDefinitions,
  insert: insertRuby,
  strategies,
  isDefinedInTime,
  keys: rubyKeys,
};
