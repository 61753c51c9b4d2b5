import plainBackoff from '../../handlers/python/backoff.py?raw';
import asyncBackoff from '../../handlers/python/backoff_async.py?raw';
import plainRenewal from '../../handlers/python/renewal.py?raw';
import asyncRenewal from '../../handlers/python/renewal_async.py?raw';
import alreadyDone from '../../handlers/python/already_done.py?raw';
import alreadyDoneAsync from '../../handlers/python/already_done_async.py?raw';
import alreadyDoneResponse from '../../handlers/python/already_done_response.py?raw';
import answer from '../../handlers/python/answer.py?raw';
import answerAsync from '../../handlers/python/answer_async.py?raw';
import apiError from '../../handlers/python/api_error.py?raw';
import apiErrorAsync from '../../handlers/python/api_error_async.py?raw';
import apiErrorType from '../../handlers/python/api_error_type.py?raw';
import verification from '../../handlers/python/verification.py?raw';
import verificationAnswer from '../../handlers/python/verification_answer.py?raw';
import verificationAsync from '../../handlers/python/verification_async.py?raw';
import attempts from '../../handlers/python/libraries/attempts.py?raw';
import backoffLibrary from '../../handlers/python/libraries/backoff.py?raw';
import backoffLibraryAsync from '../../handlers/python/libraries/backoff_async.py?raw';
import tenacity from '../../handlers/python/libraries/tenacity.py?raw';
import tenacityAsync from '../../handlers/python/libraries/tenacity_async.py?raw';
import reconnect from '../../handlers/python/reconnect.py?raw';
import reconnectAsync from '../../handlers/python/reconnect_async.py?raw';
import connections from '../../handlers/python/connections.py?raw';
import reconnectUrllib from '../../handlers/python/reconnect_urllib.py?raw';
import stream from '../../handlers/python/stream.py?raw';
import { splitBy } from '../handlerText';
import type { HandlerFile, RetryLanguage } from '../language';
import { pythonCallReader } from './python/calls';
import { pythonDefinitions } from './python/definitions';
import { pythonKeys } from './python/keys';
import { pythonModule } from './python/module';
import { pythonLibrary } from './python/libraries';
import { pythonInstead } from './python/instead';
import { insertAbove, isDefinedInTime } from './python/place';
import { pythonSyntax } from './python/syntax';
import { pythonStrategies, streamOnly } from './python/strategies';
import { wrapPythonCall } from './python/wrap';

const numbers = ['call', 'idempotent', 'retries', 'total_time', 'max_wait', 'base_delay', 'cap', 'jitter', 'on_retry'];
const plain: HandlerFile = { name: 'call_with_backoff', text: plainBackoff, parameters: [...numbers, 'cancel'] };
/** Awaited calls need a handler of their own. */
const awaited: HandlerFile = {
  name: 'call_with_backoff_async',
  text: asyncBackoff,
  parameters: [...numbers, 'timeout'],
};

const splitRules = {
  head: /^(?:import|from) /,
  imports: /^(?:import|from) /,
  start: /async |class |def /,
  name: /^(?:async )?(?:class|def) (\w+)|^(\w+) =/m,
};

const split = (text: string) => splitBy(splitRules, text);
const library = (names: readonly [string, string?], texts: { readonly plain: string; readonly awaited: string }) =>
  pythonLibrary(names, texts, attempts, { plain, awaited }, split);

const strategies = pythonStrategies(
  {
    shared: [answer, answerAsync, alreadyDoneResponse, apiErrorType, verificationAnswer, stream],
    renewal: [plainRenewal, asyncRenewal],
    alreadyDone: [alreadyDone, alreadyDoneAsync],
    apiError: [apiError, apiErrorAsync],
    verification: [verification, verificationAsync],
    reconnect: [connections, reconnect, reconnectAsync, reconnectUrllib],
  },
  split,
);

export const python: RetryLanguage = {
  name: 'python',
  languageIds: ['python'],
  syntax: pythonSyntax,
  style: { indent: '    ', handlerIndent: '    ', quote: '"', strings: ['string'], width: 88 },
  handlers: [plain, awaited, ...strategies.files],
  readCalls: pythonCallReader,
  handlerFor(call) {
    if (call.client === 'httpx.stream') {
      return streamOnly(call);
    }
    return call.async ? awaited : plain;
  },
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
  strategies,
  instead: pythonInstead,
  keys: pythonKeys,
};
