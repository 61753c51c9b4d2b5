import type { StrategyName } from '../../shared/catalog/catalog';
import type { HandlerParts } from './handlerText';
import type { HandlerFile, StrategyHandlers } from './language';
import { composeParts, handlerText } from './libraries/compose';

/** The files of the handlers of a language in which they are classes or modules, and of what they share. */
export interface StrategyTexts {
  readonly answer: string;
  readonly alreadyDone: string;
  readonly apiFailure: string;
  readonly verification: string;
}

/** The handlers of the strategies as files of their own, each with what it needs of the shared one. */
export function strategyFiles(
  texts: StrategyTexts,
  split: (text: string) => HandlerParts,
  method: string,
): Pick<StrategyHandlers, 'files' | 'handlers'> {
  const pool = [split(texts.answer)];
  const sorted = (lines: readonly string[]): string[] => lines.toSorted();
  const file = (definition: string, text: string, sign: RegExp): HandlerFile => ({
    name: `${definition}.${method}`,
    definition,
    text: handlerText(composeParts(split(text), pool, sorted), '\n'),
    sign,
  });
  const done = file('AlreadyDone', texts.alreadyDone, /\bcode\b/);
  const failure = file('ApiFailure', texts.apiFailure, /\badvice\b/);
  const verification = file('Verification', texts.verification, /\bsettle\b/);
  const handlers: Partial<Record<StrategyName, () => HandlerFile>> = {
    'already-done': () => done,
    'wait-for-quota': () => failure,
    none: () => failure,
    'verify-first': () => verification,
  };
  return { files: [done, failure, verification], handlers };
}
