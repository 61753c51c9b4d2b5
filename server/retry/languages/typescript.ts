import backoff from '../../handlers/typescript/backoff.ts?raw';
import attempts from '../../handlers/typescript/libraries/attempts.ts?raw';
import axiosRetry from '../../handlers/typescript/libraries/axios-retry.ts?raw';
import cockatiel from '../../handlers/typescript/libraries/cockatiel.ts?raw';
import got from '../../handlers/typescript/libraries/got.ts?raw';
import ky from '../../handlers/typescript/libraries/ky.ts?raw';
import pRetry from '../../handlers/typescript/libraries/p-retry.ts?raw';
import alreadyDone from '../../handlers/typescript/alreadyDone.ts?raw';
import answer from '../../handlers/typescript/answer.ts?raw';
import apiError from '../../handlers/typescript/apiError.ts?raw';
import verification from '../../handlers/typescript/verification.ts?raw';
import gotReconnect from '../../handlers/typescript/gotReconnect.ts?raw';
import nodeReconnect from '../../handlers/typescript/nodeReconnect.ts?raw';
import nodeStreams from '../../handlers/typescript/nodeStreams.ts?raw';
import reconnect from '../../handlers/typescript/reconnect.ts?raw';
import renewal from '../../handlers/typescript/renewal.ts?raw';
import { scriptLanguage } from './script/language';

export const typescript = scriptLanguage('typescript', {
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
