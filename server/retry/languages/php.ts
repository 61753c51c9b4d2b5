import curlBackoff from '../../handlers/php/backoff_curl.php?raw';
import guzzleBackoff from '../../handlers/php/backoff.php?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { phpCallReader } from './php/calls';
import { phpModule } from './php/module';
import { insertPhp, phpDefinitions } from './php/place';
import { phpStrategies } from './php/strategies';
import { phpSyntax } from './php/syntax';
import { wrapPhpCall } from './php/wrap';

const curl: HandlerFile = { name: 'curlWithBackoff', text: curlBackoff };
const guzzle: HandlerFile = { name: 'withBackoff', text: guzzleBackoff };

const splitRules = {
  head: /^<\?php/,
  imports: /^use /,
  start: /\/\*\*|function |final class /,
  name: /^(?:function|final class) (\w+)/m,
};

const split = (text: string) => splitBy(splitRules, text);
const strategies = phpStrategies(split);

export const php: RetryLanguage = {
  name: 'php',
  languageIds: ['php'],
  syntax: phpSyntax,
  style: {
    indent: '    ',
    handlerIndent: '    ',
    strings: ['string', 'encapsed_string', 'heredoc', 'nowdoc'],
    width: 120,
  },
  handlers: [curl, guzzle, ...strategies.files],
  retriers: /retry/i,
  readCalls: phpCallReader,
  handlerFor: ({ client }) => (client === 'curl' ? curl : guzzle),
  wrap: wrapPhpCall,
  split,
  module: phpModule,
  definitions: phpDefinitions,
  insert: insertPhp,
  strategies,
};
