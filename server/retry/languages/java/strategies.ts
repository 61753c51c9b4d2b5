import type { StrategyName } from '../../../../shared/catalog/catalog';
import alreadyDone from '../../../handlers/java/AlreadyDone.java?raw';
import answer from '../../../handlers/java/Answer.java?raw';
import apiFailure from '../../../handlers/java/ApiFailure.java?raw';
import httpAnswer from '../../../handlers/java/HttpAnswer.java?raw';
import okHttpAlreadyDone from '../../../handlers/java/OkHttpAlreadyDone.java?raw';
import okHttpAnswer from '../../../handlers/java/OkHttpAnswer.java?raw';
import okHttpFailure from '../../../handlers/java/OkHttpFailure.java?raw';
import okHttpVerification from '../../../handlers/java/OkHttpVerification.java?raw';
import okHttpReconnect from '../../../handlers/java/OkHttpReconnect.java?raw';
import reconnect from '../../../handlers/java/Reconnect.java?raw';
import reconnection from '../../../handlers/java/Reconnection.java?raw';
import reset from '../../../handlers/java/Reset.java?raw';
import restAlreadyDone from '../../../handlers/java/RestAlreadyDone.java?raw';
import restAnswer from '../../../handlers/java/RestAnswer.java?raw';
import restFailure from '../../../handlers/java/RestFailure.java?raw';
import restVerification from '../../../handlers/java/RestVerification.java?raw';
import verification from '../../../handlers/java/Verification.java?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { usedImports } from './place';
import { javaRenewal } from './renewal';
import { handOver, handRequestOver, wrapJavaCall } from './wrap';

const noHandler: Refusal = { refusal: 'There is no handler for this call yet, only for send of java.net.http.' };
const noStream: Refusal = { refusal: 'Only calls of java.net.http and OkHttp that wait are connected anew.' };

/** The handlers of the strategies in Java: for each client those that read its answers. */
export function javaStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const http = strategyFiles({ alreadyDone, answer: [httpAnswer, answer, reset], apiFailure, verification }, split, {
    method: '.send',
    imports: usedImports,
  });
  const okHttp = strategyFiles(
    {
      alreadyDone: okHttpAlreadyDone,
      answer: [okHttpAnswer, answer, reset],
      apiFailure: okHttpFailure,
      verification: okHttpVerification,
    },
    split,
    { definitions: named('OkHttp'), method: '.execute', imports: usedImports },
  );
  const rest = strategyFiles(
    {
      alreadyDone: restAlreadyDone,
      answer: [restAnswer, answer, reset],
      apiFailure: restFailure,
      verification: restVerification,
    },
    split,
    { definitions: named('Rest'), method: '.call', imports: usedImports },
  );
  const handlerFor = (name: StrategyName, call: HttpCall): HandlerFile | Refusal => {
    const { handlers } = { okhttp: okHttp, spring: rest }[call.client] ?? http;
    return whyNot(name, call) ?? handlers[name]?.(call) ?? noHandler;
  };
  const streamFile = (name: string, own: string): HandlerFile => ({
    name,
    definition: name.replace(/\.\w+$/, ''),
    text: handlerText(composeParts(split(own), [split(reconnection)], usedImports), '\n'),
    sign: /\bReconnection\b/,
  });
  const stream = streamFile('Reconnect.send', reconnect);
  const okHttpStream = streamFile('OkHttpReconnect.execute', okHttpReconnect);
  const names = Object.keys(http.handlers) as StrategyName[];
  return withRenewal(javaRenewal, {
    files: [...http.files, ...okHttp.files, ...rest.files, stream, okHttpStream],
    handlers: {
      ...Object.fromEntries(names.map((name) => [name, (call: HttpCall) => handlerFor(name, call)])),
      reconnect: ({ async, client }) =>
        (async ? undefined : { 'java.net.http': stream, okhttp: okHttpStream }[client]) ?? noStream,
    },
    streams: {
      opens: /^\.body\(\)/,
      ofClient: { okhttp: { opens: /^(?:\.body\(\))?\.(?:source|byteStream|charStream)\(\)/ } },
      collects: /\b(?:toList|collect|toArray|readAllBytes)\(/,
      wrap(call, handler, _, source) {
        return call.client === 'okhttp' || /\bofLines\(\s*\)/.test(call.args.text)
          ? wrapJavaCall(call, handler, [], source)
          : { refusal: 'Only BodyHandlers.ofLines() gives lines that can go on over several connections.' };
      },
    },
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

function named(client: string): Record<'alreadyDone' | 'apiFailure' | 'verification', string> {
  return {
    alreadyDone: `${client}AlreadyDone`,
    apiFailure: `${client}Failure`,
    verification: `${client}Verification`,
  };
}

/** Results of a RestTemplate whose text has all that was in the body. */
const isWhole = /\b(?:String|Map|JsonNode|ObjectNode|Object)\.class\b|ParameterizedTypeReference<Map\b/;

/** Why a strategy has no handler for a call. */
function whyNot(strategy: StrategyName, { client, async, name, args }: HttpCall): Refusal | undefined {
  if (async) {
    return { refusal: 'There is no handler for sendAsync yet, only for send.' };
  }
  if (client !== 'spring') {
    return undefined;
  }
  if (strategy === 'already-done' && args.parent?.parent?.type !== 'expression_statement') {
    return { refusal: 'The result of this call is used, and there is none when it is done already.' };
  }
  if (strategy === 'verify-first' && /\.(?:put|delete)$/.test(name)) {
    return { refusal: 'This call gives no result in whose place what is found could be.' };
  }
  if (strategy === 'verify-first' && !isWhole.test(args.text)) {
    return { refusal: 'What this call makes of a response does not tell whether the write is confirmed.' };
  }
  return undefined;
}

/**
 * `client.send(request, handler)` becomes `AlreadyDone.send(() -> client.send(request, handler), "187")`. OkHttp repeats
 * a write by itself, so the handler that looks first sends it: `OkHttpVerification.execute(client, request, null)`.
 */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  const written = options.map(({ value }) =>
    value === 'unwritten' ? 'null' : 'text' in value ? JSON.stringify(value.text) : value.reference,
  );
  return call.client === 'okhttp' && options.some(({ name }) => name === 'find')
    ? handRequestOver(call, handler, written, source)
    : handOver(call, handler, written, source);
}
