import backoff from '../../handlers/kotlin/backoff.kt?raw';
import okHttp from '../../handlers/kotlin/backoff_okhttp.kt?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { composeParts, handlerText } from '../libraries/compose';
import { kotlinCallReader, onlyWaiting } from './kotlin/calls';
import { kotlinKeys } from './kotlin/keys';
import { kotlinModule, usedImports } from './kotlin/module';
import { insertKotlin, kotlinDefinitions } from './kotlin/place';
import { kotlinStrategies } from './kotlin/strategies';
import { kotlinSyntax } from './kotlin/syntax';
import { wrapKotlinCall } from './kotlin/wrap';

const splitRules = {
  head: /^import /,
  imports: /^import /,
  start: /\/\*\*|private fun |internal class /,
  name: /^(?:private fun (?:<\w+> )?|internal class )(\w+)/m,
};

const split = (text: string) => splitBy(splitRules, text);

const handler: HandlerFile = { name: 'sendWithBackoff', text: backoff };
const okHttpHandler: HandlerFile = {
  name: 'executeWithBackoff',
  text: handlerText(composeParts(split(okHttp), [split(backoff)], usedImports), '\n'),
};

const strategies = kotlinStrategies(split);

export const kotlin: RetryLanguage = {
  name: 'kotlin',
  languageIds: ['kotlin'],
  syntax: kotlinSyntax,
  style: {
    indent: '    ',
    handlerIndent: '    ',
    strings: ['string_literal', 'multiline_string_literal'],
    width: 120,
  },
  handlers: [handler, okHttpHandler, ...strategies.files],
  // A block that is repeated is no loop of the grammar.
  retriers: /retry|reconnect|failsafe|^repeat$/i,
  readCalls: kotlinCallReader,
  handlerFor({ async, client }) {
    return async ? onlyWaiting : client === 'okhttp' ? okHttpHandler : handler;
  },
  wrap: wrapKotlinCall,
  split,
  module: kotlinModule,
  definitions: kotlinDefinitions,
  insert: insertKotlin,
  keys: kotlinKeys,
  strategies,
};
