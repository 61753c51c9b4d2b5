import alreadyDone from '../../../handlers/csharp/AlreadyDone.cs?raw';
import answer from '../../../handlers/csharp/Answer.cs?raw';
import apiFailure from '../../../handlers/csharp/ApiFailure.cs?raw';
import verification from '../../../handlers/csharp/Verification.cs?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerOption, Refusal, StrategyHandlers } from '../../language';
import { children, nodesOfType } from '../../nodes';
import { withRenewal } from '../../renewal';
import type { Source } from '../../source';
import { strategyFiles } from '../../strategyFiles';
import type { TextEdit } from '../../textEdits';
import { csharpRenewal } from './renewal';
import { handOver } from './wrap';

/** The handlers of the strategies in C#. */
export function csharpStrategies(split: (text: string) => HandlerParts): StrategyHandlers {
  return withRenewal(csharpRenewal, {
    ...strategyFiles({ alreadyDone, answer, apiFailure, verification }, split, { method: '.SendAsync' }),
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

function writeOption({ name, value }: HandlerOption): string {
  if (value === 'unwritten') {
    return `${name}: null`;
  }
  return `${name}: ${'text' in value ? JSON.stringify(value.text) : value.reference}`;
}
