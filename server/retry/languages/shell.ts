import backoff from '../../handlers/shell/backoff.sh?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { shellCallReader } from './shell/calls';
import { shellKeys } from './shell/keys';
import { shellModule } from './shell/module';
import { insertShell, isDefinedInTime, shellDefinitions } from './shell/place';
import { shellStrategies } from './shell/strategies';
import { shellSyntax } from './shell/syntax';
import { wrapShellCall } from './shell/wrap';

const handler: HandlerFile = { name: 'curl_with_backoff', text: backoff };

const splitRules = {
  head: /^#!/,
  imports: /^import /,
  start: /# \w+(?: [A-Z]+)*\.*\n/,
  name: /^(\w+)\(\)/m,
};

const split = (text: string) => splitBy(splitRules, text);
const strategies = shellStrategies(split);

export const shell: RetryLanguage = {
  name: 'shell',
  languageIds: ['shellscript'],
  syntax: shellSyntax,
  style: { indent: '\t', handlerIndent: '\t', strings: ['string', 'raw_string', 'heredoc_body'], width: 120 },
  handlers: [handler, ...strategies.files],
  retriers: /retry/i,
  readCalls: () => shellCallReader,
  handlerFor: () => handler,
  wrap: wrapShellCall,
  split,
  module: shellModule,
  definitions: shellDefinitions,
  insert: insertShell,
  isDefinedInTime,
  strategies,
  keys: shellKeys,
};
