import curlBackoff from '../../handlers/php/backoff_curl.php?raw';
import guzzleBackoff from '../../handlers/php/backoff.php?raw';
import laravelBackoff from '../../handlers/php/backoff_laravel.php?raw';
import laravelRetry from '../../handlers/php/libraries/laravel_retry.php?raw';
import { splitBy } from '../handlerText';
import type { HttpCall } from '../httpCall';
import type { HandlerFile, Refusal, RetryLanguage } from '../language';
import { composeParts, handlerText } from '../libraries/compose';
import type { RetryLibrary } from '../libraries/library';
import { phpCallReader, whyNoRequest } from './php/calls';
import { phpKeys } from './php/keys';
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
const laravel = compose('withHttpBackoff', laravelBackoff, [guzzleBackoff]);
const laravelRetries = compose('withHttpRetry', laravelRetry, [laravelBackoff, guzzleBackoff]);
const strategies = phpStrategies(split);

/** The handler with definitions of its own (`own`), and those of others (`pool`) that they need. */
function compose(name: string, own: string, pool: readonly string[]): HandlerFile {
  const parts = composeParts(split(own), pool.map(split), (lines) => lines);
  return { name, text: `<?php\n\n${handlerText(parts, '\n')}` };
}

const laravelLibrary: RetryLibrary = {
  name: 'retry() of Laravel',
  packages: ['laravel/framework', 'illuminate/support'],
  handlerFor: (call) => (call.client === 'laravel' ? laravelRetries : undefined),
};

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
  handlers: [curl, guzzle, laravel, ...strategies.files],
  retriers: /retry|reconnect/i,
  readCalls: phpCallReader,
  handlerFor: (call) => (call.client === 'laravel' ? forLaravel(call) : call.client === 'curl' ? curl : guzzle),
  wrap: wrapPhpCall,
  libraries: [laravelLibrary],
  split,
  module: phpModule,
  definitions: phpDefinitions,
  insert: insertPhp,
  strategies,
  keys: phpKeys,
};

/** The handler of a request of Laravel, unless its chain of calls repeats it already, or cannot be repeated. */
function forLaravel(call: HttpCall): HandlerFile | Refusal {
  const hasFile = /->\s*attach\(|\bfopen\(/.test(call.args.parent?.text ?? '');
  return (
    whyNoRequest(call) ?? (hasFile ? { refusal: 'A file of this request may be one that can be read once.' } : laravel)
  );
}
