import alreadyDone from '../../../handlers/php/already_done.php?raw';
import alreadyDoneLaravel from '../../../handlers/php/already_done_laravel.php?raw';
import answer from '../../../handlers/php/answer.php?raw';
import apiFailure from '../../../handlers/php/api_failure.php?raw';
import apiFailureLaravel from '../../../handlers/php/api_failure_laravel.php?raw';
import verification from '../../../handlers/php/verification.php?raw';
import verificationLaravel from '../../../handlers/php/verification_laravel.php?raw';
import type { StrategyName } from '../../../../shared/catalog/catalog';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit, TextEdits } from '../../textEdits';
import { curlHandlers, handHandleOver } from './curl';
import { phpStreams } from './reconnect';
import { phpRenewal } from './renewal';
import { calleeOf, handOver } from './wrap';

const definitions = { alreadyDone: 'acceptDone', apiFailure: 'orApiFailure', verification: 'withVerification' };

const ofLaravel = { alreadyDone: 'acceptHttpDone', apiFailure: 'orHttpFailure', verification: 'withHttpVerification' };

/** The handlers of the strategies in PHP. Those of Laravel read the response that its own is made of. */
export function phpStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const head = '<?php\n\n';
  const guzzle = strategyFiles({ alreadyDone, answer, apiFailure, verification }, split, {
    definitions,
    method: '',
    head,
  });
  const shared = head + [answer, apiFailure, verification].map((text) => text.replace(head, '')).join('\n');
  const texts = {
    alreadyDone: alreadyDoneLaravel,
    answer: shared,
    apiFailure: apiFailureLaravel,
    verification: verificationLaravel,
  };
  const laravel = strategyFiles(texts, split, { definitions: ofLaravel, method: '', head });
  const names = Object.keys(guzzle.handlers) as StrategyName[];
  const curl = curlHandlers(split);
  const handlerFor = (name: StrategyName, call: HttpCall): HandlerFile | Refusal =>
    call.client === 'curl'
      ? (curl[name] ?? { refusal: 'There is no handler for this.' })
      : ((call.client === 'laravel' ? laravel : guzzle).handlers[name]?.(call) ?? {
          refusal: 'There is no handler for this.',
        });
  const streams = phpStreams(split);
  return withRenewal(phpRenewal, {
    ...streams,
    files: [...guzzle.files, ...laravel.files, ...new Set(Object.values(curl)), ...streams.files],
    handlers: {
      ...Object.fromEntries(names.map((name) => [name, (call: HttpCall) => handlerFor(name, call)])),
      ...streams.handlers,
    },
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

/** `$client->get($url)` becomes `acceptDone(fn() => $client->get($url), code: '187')`. */
function wrap(
  call: HttpCall,
  handler: string,
  options: readonly HandlerOption[],
  source: Source,
): TextEdit | TextEdits | Refusal {
  const callee = calleeOf(call, handler, source);
  const settings = options.map(writeOption);
  return typeof callee !== 'string'
    ? callee
    : call.client === 'curl'
      ? handHandleOver(call, callee, settings, source)
      : handOver(call, callee, [], settings, source);
}

function writeOption({ name, value }: HandlerOption): string {
  if (value === 'unwritten') {
    return `${name}: null`;
  }
  return `${name}: ${'text' in value ? `'${value.text.replaceAll(/[\\']/g, '\\$&')}'` : value.reference}`;
}
