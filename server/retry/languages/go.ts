import answerResty from '../../handlers/go/answer_resty.go?raw';
import backoff from '../../handlers/go/backoff.go?raw';
import backoffResty from '../../handlers/go/backoff_resty.go?raw';
import { type HandlerParts, splitBy } from '../handlerText';
import type { HttpCall } from '../httpCall';
import type { HandlerFile, Refusal, RetryLanguage } from '../language';
import { composeParts } from '../libraries/compose';
import { goCallReader } from './go/calls';
import { goDefinitions, methodName } from './go/definitions';
import { goLibraries } from './go/libraries';
import { goKeys } from './go/keys';
import { goFile, goModule, usedImports } from './go/module';
import { insertGo } from './go/imports';
import { goStrategies } from './go/strategies';
import { goSyntax } from './go/syntax';
import { whyRestyRetries, wrapGoCall } from './go/wrap';

const handler: HandlerFile = { name: 'withBackoff', text: backoff, parameters: ['client', 'settings'] };

const splitRules = {
  head: /^(?:package |import |\t(?:\w+ )?"|\))/,
  imports: /^\t(?:\w+ )?"/,
  start: /\/\/ |func |type |var /,
  name: /^(?:func (\w+)|type (\w+)|var (\w+))/m,
};

const split = (text: string): HandlerParts => {
  const { imports, definitions } = splitBy(splitRules, text);
  return { imports, definitions: definitions.map((own) => ({ ...own, name: methodName(own.text) || own.name })) };
};

const restyHandler: HandlerFile = {
  name: 'withRestyBackoff',
  text: goFile('package backoff', composeParts(split(backoffResty), [split(backoff), split(answerResty)], usedImports)),
  parameters: ['req', 'settings'],
};

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
  handlers: [handler, restyHandler, ...strategies.files],
  retriers: /^withRestyReconnect$/,
  readCalls: goCallReader,
  handlerFor: (call) => (call.client === 'resty' ? forResty(call) : handler),
  wrap: wrapGoCall,
  split,
  libraries: goLibraries(handler, split),
  module: goModule,
  definitions: goDefinitions,
  insert: insertGo,
  strategies,
  keys: goKeys(split),
};

/** The handler of a request of resty, unless its client retries, or leaves the body of a response to the caller. */
function forResty(call: HttpCall): HandlerFile | Refusal {
  const isStream = /\bSetDoNotParseResponse\(/.test(call.args.tree.rootNode.text);
  return (
    whyRestyRetries(call) ??
    (isStream
      ? { refusal: 'The body of this response is a stream, and the limit of an attempt would end it.' }
      : restyHandler)
  );
}
