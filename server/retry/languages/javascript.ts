import backoff from '../../handlers/javascript/backoff.js?raw';
import attempts from '../../handlers/javascript/libraries/attempts.js?raw';
import axiosRetry from '../../handlers/javascript/libraries/axios-retry.js?raw';
import cockatiel from '../../handlers/javascript/libraries/cockatiel.js?raw';
import got from '../../handlers/javascript/libraries/got.js?raw';
import ky from '../../handlers/javascript/libraries/ky.js?raw';
import pRetry from '../../handlers/javascript/libraries/p-retry.js?raw';
import alreadyDone from '../../handlers/javascript/alreadyDone.js?raw';
import answer from '../../handlers/javascript/answer.js?raw';
import apiError from '../../handlers/javascript/apiError.js?raw';
import verification from '../../handlers/javascript/verification.js?raw';
import gotReconnect from '../../handlers/javascript/gotReconnect.js?raw';
import nodeReconnect from '../../handlers/javascript/nodeReconnect.js?raw';
import nodeStreams from '../../handlers/javascript/nodeStreams.js?raw';
import reconnect from '../../handlers/javascript/reconnect.js?raw';
import renewal from '../../handlers/javascript/renewal.js?raw';
import { scriptLanguage } from './script/language';

export const javascript = scriptLanguage('javascript', {
  backoff,
  alreadyDone,
  answer,
  apiError,
  gotReconnect,
  nodeReconnect,
  nodeStreams,
  reconnect,
  renewal,
  verification,
  attempts,
  axiosRetry,
  cockatiel,
  got,
  ky,
  pRetry,
});
