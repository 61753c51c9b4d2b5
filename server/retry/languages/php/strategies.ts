import alreadyDone from '../../../handlers/php/already_done.php?raw';
import answer from '../../../handlers/php/answer.php?raw';
import apiFailure from '../../../handlers/php/api_failure.php?raw';
import verification from '../../../handlers/php/verification.php?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { phpRenewal } from './renewal';
import { calleeOf, handOver } from './wrap';

const definitions = { alreadyDone: 'acceptDone', apiFailure: 'orApiFailure', verification: 'withVerification' };

/** The handlers of the strategies in PHP. */
export function phpStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const texts = { alreadyDone, answer, apiFailure, verification };
  return withRenewal(phpRenewal, {
    ...strategyFiles(texts, split, { definitions, method: '', head: '<?php\n\n' }),
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

/** `$client->get($url)` becomes `acceptDone(fn() => $client->get($url), code: '187')`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  if (call.client === 'curl') {
    return {
      refusal: 'What curl_getinfo() tells afterwards would still be the failure; there is no handler for that.',
    };
  }
  if (call.client === 'laravel') {
    return { refusal: 'There is no handler for this call yet, only for Guzzle.' };
  }
  const callee = calleeOf(call, handler, source);
  return typeof callee !== 'string' ? callee : handOver(call, callee, [], options.map(writeOption), source);
}

function writeOption({ name, value }: HandlerOption): string {
  if (value === 'unwritten') {
    return `${name}: null`;
  }
  return `${name}: ${'text' in value ? `'${value.text.replaceAll(/[\\']/g, '\\$&')}'` : value.reference}`;
}
