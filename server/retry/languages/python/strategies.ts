import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, Refusal, StrategyHandlers } from '../../language';
import { composeParts, handlerText, joinParts } from '../../libraries/compose';
import { outward } from '../../nodes';
import { layOutImports } from './imports';
import { wrapForStrategy, wrapStream } from './wrap';

/** A file for calls that are made at once, and one for calls that are awaited. */
type Pair = readonly [plain: string, awaited: string];

/** The files of the handlers, and of what they share. */
export interface StrategyTexts {
  readonly shared: readonly string[];
  readonly renewal: Pair;
  readonly alreadyDone: Pair;
  readonly apiError: Pair;
  readonly verification: Pair;
  /** The last is for urllib, and the first of all is what the plain ones have in common. */
  readonly reconnect: readonly [connections: string, plain: string, awaited: string, urllib: string];
}

/** Clients whose result is a response, also when it is a failure or the error itself. */
const givesResponse: ReadonlySet<string> = new Set(['requests', 'httpx', 'aiohttp', 'urllib']);

/** Clients whose responses can be read as they come. */
const streaming: ReadonlySet<string> = new Set(['requests', 'httpx.stream', 'aiohttp', 'urllib']);

/** The handlers of the strategies in Python. */
export function pythonStrategies(texts: StrategyTexts, split: (text: string) => HandlerParts): StrategyHandlers {
  const pool = texts.shared.map(split);
  const files = (name: string, pair: Pair, ...parameters: string[]): readonly HandlerFile[] =>
    pair.map((text, index) => ({
      name: index === 0 ? name : `${name}_async`,
      text: handlerText(composeParts(split(text), pool, layOutImports), '\n\n'),
      parameters: ['call', ...parameters],
      sign: new RegExp(`\\b${parameters[0] ?? ''}\\b`),
    }));
  const renewal = files('call_with_renewal', texts.renewal, 'renew');
  const done = files('call_accepting_done', texts.alreadyDone, 'code');
  const error = files('call_with_api_error', texts.apiError, 'code', 'advice');
  const verification = files('call_with_verification', texts.verification, 'find', 'settle');
  // These are classes, which their setting tells from others.
  const [connections, plain, awaited, ofUrllib] = texts.reconnect;
  const stream = (name: string, ...own: readonly string[]): HandlerFile => ({
    name,
    text: handlerText(composeParts(joinParts(own.map(split)), pool, layOutImports), '\n\n'),
    sign: /\bhealthy\b/,
  });
  // A class stands below the one that it extends.
  const reconnect = stream('ReconnectingStream', connections, plain);
  const reconnectAsync = stream('ReconnectingStreamAsync', awaited);
  const reconnectUrl = stream('ReconnectingUrl', connections, ofUrllib);
  const pick =
    (pair: readonly HandlerFile[]) =>
    (call: HttpCall): HandlerFile | Refusal =>
      (call.client === 'httpx.stream' ? undefined : pair[call.async ? 1 : 0]) ?? streamOnly(call);
  return {
    files: [...renewal, ...done, ...error, ...verification, reconnect, reconnectAsync, reconnectUrl],
    handlers: {
      'refresh-credentials': pick(renewal),
      'already-done': (call) => (givesResponse.has(call.client) || !isUsed(call) ? pick(done)(call) : resultUsed(call)),
      'wait-for-quota': pick(error),
      none: pick(error),
      'verify-first': pick(verification),
      reconnect(call) {
        const ofClient = call.client === 'urllib' ? reconnectUrl : call.async ? reconnectAsync : reconnect;
        return streaming.has(call.client) ? ofClient : noStream(call);
      },
    },
    streams: {
      opens: /^\.(?:a?iter_(?:lines|text|bytes)\(|iter_content\(|content\b(?!\(|\.(?!iter_(?:any|chunked)\()))/,
      collects: /\b(?:list|loads?|join|a?read|json)\(/,
      ofClient: {
        urllib: {
          opens: /^(?:\s*:|\.readline\(|\.read1?\(\s*\w)/,
          readers: /(?:TextIOWrapper|getreader\([^()]*\))\($/,
        },
      },
      wrap: wrapStream,
    },
    nothing: 'pass  # It is done already, which is a success.',
    wrap: wrapForStrategy,
  };
}

function isUsed({ args }: HttpCall): boolean {
  return [...outward(args)].slice(2).find(({ type }) => type !== 'await')?.type !== 'expression_statement';
}

function resultUsed({ name }: HttpCall): Refusal {
  return { refusal: `The result of ${name} is used, and there is none when it is done already.` };
}

/** Why a call that gives a stream is not handed to a handler that takes a response. */
export function streamOnly({ name }: HttpCall): Refusal {
  return { refusal: `${name} gives a stream, which is connected anew where it is read in a loop, and never retried.` };
}

function noStream({ name, client }: HttpCall): Refusal {
  return { refusal: `There is no handler that connects ${name} of ${client} anew.` };
}
