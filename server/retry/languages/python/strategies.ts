import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, Refusal, StrategyHandlers } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { outward } from '../../nodes';
import { layOutImports } from './imports';
import { wrapForStrategy } from './wrap';

/** A file for calls that are made at once, and one for calls that are awaited. */
type Pair = readonly [plain: string, awaited: string];

/** The files of the handlers, and of what they share. */
export interface StrategyTexts {
  readonly shared: readonly string[];
  readonly renewal: Pair;
  readonly alreadyDone: Pair;
  readonly apiError: Pair;
  readonly verification: Pair;
}

/** Clients whose result is a response, also when it is a failure or the error itself. */
const givesResponse: ReadonlySet<string> = new Set(['requests', 'httpx', 'aiohttp', 'urllib']);

/** The handlers of the strategies in Python. */
export function pythonStrategies(texts: StrategyTexts, split: (text: string) => HandlerParts): StrategyHandlers {
  const pool = texts.shared.map(split);
  const files = (name: string, pair: Pair, ...parameters: string[]): readonly HandlerFile[] =>
    pair.map((text, index) => ({
      name: index === 0 ? name : `${name}_async`,
      text: handlerText(composeParts(split(text), pool, layOutImports), '\n\n'),
      parameters: ['call', ...parameters],
    }));
  const renewal = files('call_with_renewal', texts.renewal, 'renew');
  const done = files('call_accepting_done', texts.alreadyDone, 'code');
  const error = files('call_with_api_error', texts.apiError, 'code', 'advice');
  const verification = files('call_with_verification', texts.verification, 'find', 'settle');
  const pick =
    (pair: readonly HandlerFile[]) =>
    (call: HttpCall): HandlerFile | Refusal =>
      pair[call.async ? 1 : 0] ?? { refusal: 'There is no handler for this call.' };
  return {
    files: [...renewal, ...done, ...error, ...verification],
    handlers: {
      'refresh-credentials': pick(renewal),
      'already-done': (call) => (givesResponse.has(call.client) || !isUsed(call) ? pick(done)(call) : resultUsed(call)),
      'wait-for-quota': pick(error),
      none: pick(error),
      'verify-first': pick(verification),
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
