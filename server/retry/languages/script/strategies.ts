import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, Refusal, StrategyHandlers } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { outward } from '../../nodes';
import { wrapForStrategy, wrapStream } from './wrap';

/** The files of the handlers. */
export interface StrategyTexts {
  readonly answer: string;
  readonly reconnect: string;
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
  const file = (name: string, text: string, sign: RegExp): HandlerFile => ({
    name,
    text: handlerText(
      composeParts(split(text), pool, (lines) => lines),
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
  return {
    files: [renewal, done, error, verification, reconnect],
    handlers: {
      'refresh-credentials': () => renewal,
      'already-done': (call) => (isResponse(call) || !isUsed(call) ? done : resultUsed(call)),
      'wait-for-quota': () => error,
      none: () => error,
      'verify-first': () => verification,
      reconnect: (call) => (/^(?:fetch|ky)$/.test(call.client) ? reconnect : noStream(call)),
    },
    streams: {
      opens: /^!?\??\.body\b/,
      collects: /\b(?:text|json|arrayBuffer|blob|bytes|formData|toArray)\(/,
      wrap: wrapStream,
    },
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

function noStream({ name, client }: HttpCall): Refusal {
  return { refusal: `There is no handler that connects ${name} of ${client} anew.` };
}
