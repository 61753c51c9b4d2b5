import backoff from '../../handlers/java/Backoff.java?raw';
import okHttp from '../../handlers/java/OkHttpBackoff.java?raw';
import rest from '../../handlers/java/RestBackoff.java?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { javaCallReader } from './java/calls';
import { javaKeys } from './java/keys';
import { javaModule } from './java/module';
import { insertJava, javaDefinitions } from './java/place';
import { javaStrategies } from './java/strategies';
import { javaSyntax } from './java/syntax';
import { wrapJavaCall } from './java/wrap';

const handler: HandlerFile = { name: 'Backoff.send', definition: 'Backoff', text: backoff };
const okHttpHandler: HandlerFile = { name: 'OkHttpBackoff.execute', definition: 'OkHttpBackoff', text: okHttp };
const restHandler: HandlerFile = { name: 'RestBackoff.call', definition: 'RestBackoff', text: rest };

const splitRules = {
  head: /^import /,
  imports: /^import /,
  start: /\/\*\*|(?:final|abstract) class |record /,
  name: /^(?:(?:final|abstract) class|record) (\w+)/m,
};

const split = (text: string) => splitBy(splitRules, text);
const strategies = javaStrategies(split);

export const java: RetryLanguage = {
  name: 'java',
  languageIds: ['java'],
  syntax: javaSyntax,
  style: { indent: '  ', handlerIndent: '  ', strings: ['string_literal'], width: 100 },
  handlers: [handler, okHttpHandler, restHandler, ...strategies.files],
  retriers: /retry|failsafe|^(?:OkHttp)?Reconnect\b/i,
  readCalls: javaCallReader,
  handlerFor({ async, client }) {
    if (async) {
      return { refusal: 'There is no handler for sendAsync yet, only for send.' };
    }
    return { okhttp: okHttpHandler, spring: restHandler }[client] ?? handler;
  },
  wrap: wrapJavaCall,
  split,
  module: javaModule,
  definitions: javaDefinitions,
  insert: insertJava,
  strategies,
  keys: javaKeys,
};
