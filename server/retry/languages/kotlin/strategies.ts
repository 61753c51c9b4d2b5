import alreadyDone from '../../../handlers/kotlin/already_done.kt?raw';
import alreadyDoneOkHttp from '../../../handlers/kotlin/already_done_okhttp.kt?raw';
import answer from '../../../handlers/kotlin/answer.kt?raw';
import apiFailure from '../../../handlers/kotlin/api_failure.kt?raw';
import apiFailureOkHttp from '../../../handlers/kotlin/api_failure_okhttp.kt?raw';
import backoff from '../../../handlers/kotlin/backoff.kt?raw';
import backoffOkHttp from '../../../handlers/kotlin/backoff_okhttp.kt?raw';
import reconnect from '../../../handlers/kotlin/reconnect.kt?raw';
import reconnectOkHttp from '../../../handlers/kotlin/reconnect_okhttp.kt?raw';
import stream from '../../../handlers/kotlin/stream.kt?raw';
import verification from '../../../handlers/kotlin/verification.kt?raw';
import verificationOkHttp from '../../../handlers/kotlin/verification_okhttp.kt?raw';
import type { StrategyName } from '../../../../shared/catalog/catalog';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { children, covers, nodesOfType, outward } from '../../nodes';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { withoutBranch } from './branches';
import { onlyWaiting } from './calls';
import { usedImports } from './module';
import { kotlinRenewal } from './renewal';
import { kotlinSyntax } from './syntax';
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
  const streamFile = (name: string, own: string): HandlerFile => ({
    name,
    text: handlerText(composeParts(split(own), [stream, backoff].map(split), usedImports), '\n'),
    sign: /\bStreamOutage\b/,
  });
  const streams = {
    'java.net.http': streamFile('sendWithReconnect', reconnect),
    okhttp: streamFile('executeWithReconnect', reconnectOkHttp),
  };
  const names = Object.keys(http.handlers) as StrategyName[];
  return withRenewal(kotlinRenewal(split), {
    files: [...http.files, ...okHttp.files, ...Object.values(streams)],
    handlers: {
      ...Object.fromEntries(names.map((name) => [name, (call: HttpCall) => handlerFor(name, call)])),
      reconnect: ({ async, client }) => (async ? onlyWaiting : streams[client === 'okhttp' ? client : 'java.net.http']),
    },
    streams: {
      opens: /^\.body\(\)/,
      ofClient: { okhttp: { opens: /^\.body(?:\(\))?(?:!!|\?)?\.(?:source|byteStream|charStream)\(\)/ } },
      collects: /\b(?:toList|collect|toArray|readBytes|readText|readLines)\(/,
      blockNames,
      wrap: wrapStream,
    },
    nothing: '// It is done already, which is a success.',
    withoutBranch,
    wrap,
  });
}

/** The names in `client.send(request, as).use { response -> ... }` and the like, where a block without one has `it`. */
function blockNames({ args }: HttpCall): { name: string; end: number }[] {
  const blocks = [...outward(args)].filter(
    (node) => node.type === 'call_expression' && /\.(?:use|let|run|also)$/.test(kotlinSyntax.callee(node).name),
  );
  return blocks.flatMap((node) => {
    const { object } = kotlinSyntax.callee(node);
    const block = nodesOfType(node, ['lambda_literal']).find((lambda) => lambda.startIndex >= (object?.endIndex ?? 0));
    const parameter = children(block).find(({ type }) => type === 'lambda_parameters')?.text;
    return object && block && covers(object, args) ? { name: parameter ?? 'it', end: object.endIndex } : [];
  });
}

/** `client.send(request, ofLines())` becomes `sendWithReconnect(client, request)`. */
function wrapStream(call: HttpCall, handler: string, _: number, source: Source): TextEdit | Refusal {
  if (call.client === 'okhttp' && /\.body(?:!!|\?)?\.(?:source|byteStream|charStream)\(/.test(source.text)) {
    return { refusal: 'The handler of a stream is for OkHttp 3, whose responses have body(), not body.' };
  }
  if (call.client !== 'okhttp' && !/\bofLines\(\s*\)/.test(call.args.text)) {
    return { refusal: 'Only BodyHandlers.ofLines() gives lines that can go on over several connections.' };
  }
  return handRequestOver(call, handler, [], source, 1);
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
