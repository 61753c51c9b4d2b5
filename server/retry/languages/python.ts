import plainBackoff from '../../handlers/python/backoff.py?raw';
import asyncBackoff from '../../handlers/python/backoff_async.py?raw';
import plainRenewal from '../../handlers/python/renewal.py?raw';
import asyncRenewal from '../../handlers/python/renewal_async.py?raw';
import attempts from '../../handlers/python/libraries/attempts.py?raw';
import backoffLibrary from '../../handlers/python/libraries/backoff.py?raw';
import backoffLibraryAsync from '../../handlers/python/libraries/backoff_async.py?raw';
import tenacity from '../../handlers/python/libraries/tenacity.py?raw';
import tenacityAsync from '../../handlers/python/libraries/tenacity_async.py?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { pythonCallReader } from './python/calls';
import { pythonDefinitions } from './python/definitions';
import { pythonModule } from './python/module';
import { pythonLibrary } from './python/libraries';
import { pythonInstead } from './python/instead';
import { insertAbove, isDefinedInTime } from './python/place';
import { pythonSyntax } from './python/syntax';
import { wrapForRenewal, wrapPythonCall } from './python/wrap';

const numbers = ['call', 'idempotent', 'retries', 'total_time', 'max_wait', 'base_delay', 'cap', 'jitter', 'on_retry'];
const plain: HandlerFile = { name: 'call_with_backoff', text: plainBackoff, parameters: [...numbers, 'cancel'] };
/** Awaited calls need a handler of their own. */
const awaited: HandlerFile = {
  name: 'call_with_backoff_async',
  text: asyncBackoff,
  parameters: [...numbers, 'timeout'],
};

const parameters = ['call', 'renew'];
const renewal: HandlerFile = { name: 'call_with_renewal', text: plainRenewal, parameters };
const awaitedRenewal: HandlerFile = { name: 'call_with_renewal_async', text: asyncRenewal, parameters };

const splitRules = {
  head: /^(?:import|from) /,
  imports: /^(?:import|from) /,
  start: /async |class |def /,
  name: /^(?:async )?(?:class|def) (\w+)|^(\w+) =/m,
};

const split = (text: string) => splitBy(splitRules, text);
const library = (names: readonly [string, string?], texts: { readonly plain: string; readonly awaited: string }) =>
  pythonLibrary(names, texts, attempts, { plain, awaited }, split);

export const python: RetryLanguage = {
  name: 'python',
  languageIds: ['python'],
  syntax: pythonSyntax,
  style: { indent: '    ', handlerIndent: '    ', quote: '"', strings: ['string'], width: 88 },
  handlers: [plain, awaited, renewal, awaitedRenewal],
  readCalls: pythonCallReader,
  handlerFor: ({ async }) => (async ? awaited : plain),
  wrap: wrapPythonCall,
  split,
  libraries: [
    library(['tenacity'], { plain: tenacity, awaited: tenacityAsync }),
    library(['backoff', 'the package backoff'], { plain: backoffLibrary, awaited: backoffLibraryAsync }),
  ],
  module: pythonModule,
  definitions: pythonDefinitions,
  insert: insertAbove,
  isDefinedInTime,
  renewal: { handlerFor: ({ async }) => (async ? awaitedRenewal : renewal), wrap: wrapForRenewal },
  instead: pythonInstead,
};
