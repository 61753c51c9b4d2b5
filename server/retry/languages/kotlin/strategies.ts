import alreadyDone from '../../../handlers/kotlin/already_done.kt?raw';
import alreadyDoneOkHttp from '../../../handlers/kotlin/already_done_okhttp.kt?raw';
import answer from '../../../handlers/kotlin/answer.kt?raw';
import apiFailure from '../../../handlers/kotlin/api_failure.kt?raw';
import apiFailureOkHttp from '../../../handlers/kotlin/api_failure_okhttp.kt?raw';
import backoff from '../../../handlers/kotlin/backoff.kt?raw';
import backoffOkHttp from '../../../handlers/kotlin/backoff_okhttp.kt?raw';
import verification from '../../../handlers/kotlin/verification.kt?raw';
import verificationOkHttp from '../../../handlers/kotlin/verification_okhttp.kt?raw';
import type { StrategyName } from '../../../../shared/catalog/catalog';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { onlyWaiting } from './calls';
import { usedImports } from './module';
import { kotlinRenewal } from './renewal';
import { handOver, handRequestOver } from './wrap';

const definitions = {
  alreadyDone: 'sendAcceptingDone',
  apiFailure: 'sendOrFail',
  verification: 'sendWithVerification',
};
const ofOkHttp = {
  alreadyDone: 'executeAcceptingDone',
  apiFailure: 'executeOrFail',
  verification: 'executeWithVerification',
};

/** The handlers of the strategies in Kotlin: for each client those that read its answers. */
export function kotlinStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const http = strategyFiles({ alreadyDone, answer: [answer, backoff], apiFailure, verification }, split, {
    definitions,
    method: '',
    imports: usedImports,
  });
  const okHttp = strategyFiles(
    {
      alreadyDone: alreadyDoneOkHttp,
      answer: [apiFailure, answer, backoff, backoffOkHttp],
      apiFailure: apiFailureOkHttp,
      verification: verificationOkHttp,
    },
    split,
    { definitions: ofOkHttp, method: '', imports: usedImports },
  );
  const handlerFor = (name: StrategyName, call: HttpCall): HandlerFile | Refusal =>
    (call.async ? {} : (call.client === 'okhttp' ? okHttp : http).handlers)[name]?.(call) ?? onlyWaiting;
  const names = Object.keys(http.handlers) as StrategyName[];
  return withRenewal(kotlinRenewal(split), {
    files: [...http.files, ...okHttp.files],
    handlers: Object.fromEntries(names.map((name) => [name, (call: HttpCall) => handlerFor(name, call)])),
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

/**
 * `client.send(request, handler)` becomes `sendAcceptingDone(code = "187") { client.send(request, handler) }`. OkHttp
 * repeats a write by itself, so the handler that looks first sends it.
 */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  const settings = options.map((option) => `${option.name} = ${write(option)}`);
  return call.client === 'okhttp' && options.some(({ name }) => name === 'find')
    ? handRequestOver(call, handler, settings, source)
    : handOver(call, handler, settings, source);
}

function write({ value }: HandlerOption): string {
  if (value === 'unwritten') {
    return 'null';
  }
  return 'text' in value ? JSON.stringify(value.text).replaceAll('$', '\\$') : value.reference;
}
