import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, Refusal, StrategyHandlers } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { outward } from '../../nodes';
import { scriptStreams } from './streams';
import { wrapForStrategy } from './wrap';

/** The files of the handlers. */
export interface StrategyTexts {
  readonly answer: string;
  readonly reconnect: string;
  /** A stream of Node.js for the one of fetch, and back. */
  readonly nodeStreams: string;
  readonly nodeReconnect: string;
  readonly gotReconnect: string;
  readonly renewal: string;
  readonly alreadyDone: string;
  readonly apiError: string;
  readonly verification: string;
}

/** Clients whose result is a response, also when it is a failure or in the error. */
const givesResponse: ReadonlySet<string> = new Set(['fetch', 'axios', 'undici']);

/** The handlers of the strategies in TypeScript and JavaScript. */
export function scriptStrategies(texts: StrategyTexts, split: (text: string) => HandlerParts): StrategyHandlers {
  const pool = [split(texts.answer)];
  const file = (name: string, text: string, sign: RegExp, from = pool): HandlerFile => ({
    name,
    text: handlerText(
      composeParts(split(text), from, (lines) => lines),
      '\n',
    ),
    parameters: ['call', 'options'],
    sign,
  });
  const renewal = file('withRenewal', texts.renewal, /\brenew\b/);
  const done = file('acceptDone', texts.alreadyDone, /\bcode\b/);
  const error = file('withApiError', texts.apiError, /\badvice\b/);
  const verification = file('withVerification', texts.verification, /\bfind\b/);
  const reconnect = file('withReconnect', texts.reconnect, /\bsilence\b/);
  const nodePool = [texts.reconnect, texts.nodeStreams, texts.answer].map(split);
  const nodeReconnect = file('withNodeReconnect', texts.nodeReconnect, /\bsilence\b/, nodePool);
  const gotReconnect = file('gotWithReconnect', texts.gotReconnect, /\bsilence\b/, nodePool);
  const reconnects: Readonly<Record<string, HandlerFile>> = {
    fetch: reconnect,
    ky: reconnect,
    axios: nodeReconnect,
    undici: nodeReconnect,
    'got.stream': gotReconnect,
  };
  return {
    files: [renewal, done, error, verification, reconnect, nodeReconnect, gotReconnect],
    handlers: {
      'refresh-credentials': (call) => streamOnly(call) ?? renewal,
      'already-done': (call) => streamOnly(call) ?? (isResponse(call) || !isUsed(call) ? done : resultUsed(call)),
      'wait-for-quota': (call) => streamOnly(call) ?? error,
      none: (call) => streamOnly(call) ?? error,
      'verify-first': (call) => streamOnly(call) ?? verification,
      reconnect: (call) => reconnects[call.client] ?? noStream(call),
    },
    streams: scriptStreams,
    nothing: '// It is done already, which is a success.',
    wrap: wrapForStrategy,
  };
}

/** Whether a call gives a response. Of got and ky it gives what the body holds when the body is asked for at once. */
function isResponse({ client, args, range }: HttpCall): boolean {
  return givesResponse.has(client) || (/^(?:got|ky)$/.test(client) && range.end === args.endIndex);
}

function isUsed({ args }: HttpCall): boolean {
  const outer = [...outward(args)].slice(2).find(({ type }) => !/^(?:await|parenthesized)_expression$/.test(type));
  return outer?.type !== 'expression_statement';
}

function resultUsed({ name }: HttpCall): Refusal {
  return { refusal: `The result of ${name} is used, and there is none when it is done already.` };
}

/** Why a call that gives a stream, and no promise, is not handed to a handler that takes a result. */
export function streamOnly({ name, client }: HttpCall): Refusal | undefined {
  return client === 'got.stream'
    ? { refusal: `${name} gives a stream, which is connected anew where it is read in a loop, and never retried.` }
    : undefined;
}

function noStream({ name, client }: HttpCall): Refusal {
  if (client === 'got') {
    return { refusal: `${name} gives the body as a whole; got.stream gives one that can be connected anew.` };
  }
  if (client === 'twitter-api-v2') {
    return { refusal: `A stream of ${client} connects anew by itself once its autoReconnect is true.` };
  }
  return { refusal: `There is no handler that connects ${name} of ${client} anew.` };
}
