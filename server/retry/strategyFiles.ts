import type { StrategyName } from '../../shared/catalog/catalog';
import type { HandlerParts } from './handlerText';
import type { HandlerFile, StrategyHandlers } from './language';
import { composeParts, handlerText } from './libraries/compose';

/** The files of the handlers of a language, and of what they share. */
export interface StrategyTexts {
  /** What they share: definitions, of which each gets those that it needs. */
  readonly answer: string | readonly string[];
  readonly alreadyDone: string;
  readonly apiFailure: string;
  readonly verification: string;
}

/** How a program names the handlers of a language. */
export interface StrategyNaming {
  /** What defines each of them. Absent: a class or a module of the name of its text. */
  readonly definitions?: Readonly<Record<keyof Omit<StrategyTexts, 'answer'>, string>>;
  /** What a call has behind that: a method of the class or the module, or nothing. */
  readonly method: string;
  /** What a file of the language begins with. */
  readonly head?: string;
  /** Of the imports of all its parts, those that a file needs, in order. Absent: all of them, sorted. */
  readonly imports?: (lines: readonly string[], code: string) => readonly string[];
}

const classes = { alreadyDone: 'AlreadyDone', apiFailure: 'ApiFailure', verification: 'Verification' };

/** The handlers of the strategies as files of their own, each with what it needs of the shared one. */
export function strategyFiles(
  texts: StrategyTexts,
  split: (text: string) => HandlerParts,
  { definitions = classes, method, head = '', imports = (lines) => lines.toSorted() }: StrategyNaming,
): Pick<StrategyHandlers, 'files' | 'handlers'> {
  const pool = [texts.answer].flat().map(split);
  const file = (key: keyof typeof definitions, sign: RegExp): HandlerFile => ({
    name: definitions[key] + method,
    definition: definitions[key],
    text: head + handlerText(composeParts(split(texts[key]), pool, imports), '\n'),
    sign,
  });
  const done = file('alreadyDone', /\bcode\b/);
  const failure = file('apiFailure', /\badvice\b/);
  const verification = file('verification', /settle/i);
  const handlers: Partial<Record<StrategyName, () => HandlerFile>> = {
    'already-done': () => done,
    'wait-for-quota': () => failure,
    none: () => failure,
    'verify-first': () => verification,
  };
  return { files: [done, failure, verification], handlers };
}
