import alreadyDone from '../../../handlers/csharp/AlreadyDone.cs?raw';
import answer from '../../../handlers/csharp/Answer.cs?raw';
import apiFailure from '../../../handlers/csharp/ApiFailure.cs?raw';
import reconnect from '../../../handlers/csharp/Reconnect.cs?raw';
import verification from '../../../handlers/csharp/Verification.cs?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { children, nodesOfType } from '../../nodes';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { csharpRenewal } from './renewal';
import { handOver, wrapCsharpCall } from './wrap';

const stream: HandlerFile = {
  name: 'Reconnect.SendAsync',
  definition: 'Reconnect',
  text: reconnect,
  sign: /\bhealthy\b/,
};

/** The handlers of the strategies in C#. */
export function csharpStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  const { files, handlers } = strategyFiles({ alreadyDone, answer, apiFailure, verification }, split, {
    method: '.SendAsync',
  });
  return withRenewal(csharpRenewal, {
    files: [...files, stream],
    handlers: { ...handlers, reconnect: () => stream },
    streams: {
      opens: /^\.Content\.ReadAsStream(?:Async)?\(/,
      collects: /\b(?:ReadToEnd(?:Async)?|Deserialize\w*|CopyTo(?:Async)?)\b/,
      wrap: wrapStream,
    },
    nothing: '// It is done already, which is a success.',
    wrap,
  });
}

/** `client.GetAsync(url)` becomes `AlreadyDone.SendAsync(() => client.GetAsync(url), code: "187")`. */
function wrap(call: HttpCall, handler: string, options: readonly HandlerOption[], source: Source): TextEdit | Refusal {
  if (nodesOfType(call.args, ['await_expression', 'declaration_expression']).length > 0) {
    return { refusal: 'The arguments of this call await or declare; give that a variable of its own first.' };
  }
  const request = children(call.args)[0]?.namedChildren.at(-1);
  const isRepeated = options.some(({ value }) => value === 'unwritten');
  if (isRepeated && request?.type === 'identifier' && call.name.endsWith('.SendAsync')) {
    return { refusal: `HttpClient sends ${request.text} once only; make it in the call first.` };
  }
  return handOver(call, handler, '()', [], options.map(writeOption), source);
}

/** `client.GetAsync(url, ...)` becomes `Reconnect.SendAsync(token => client.GetAsync(url, ..., token), silence: 30)`. */
function wrapStream(call: HttpCall, handler: string, silence: number, source: Source): TextEdit | Refusal {
  const request = children(call.args)[0]?.namedChildren.at(-1);
  if (request?.type === 'identifier' && call.name.endsWith('.SendAsync')) {
    return { refusal: `HttpClient sends ${request.text} once only; make it in the call first.` };
  }
  return call.args.text.includes('HttpCompletionOption.ResponseHeadersRead')
    ? wrapCsharpCall(call, handler, [{ name: 'silence', value: { seconds: silence } }], source)
    : { refusal: `Without ResponseHeadersRead ${call.name} reads the body as a whole, before the loop begins.` };
}

function writeOption({ name, value }: HandlerOption): string {
  if (value === 'unwritten') {
    return `${name}: null`;
  }
  return `${name}: ${'text' in value ? JSON.stringify(value.text) : value.reference}`;
}
