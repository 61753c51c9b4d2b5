import { isOther, type What, whatIsNamed } from './names';

/** What an expression holds. */
export interface Holding {
  readonly what: What;
  /** See `Candidate.weight`. */
  readonly weight: number;
  /** The name that says so. */
  readonly name: string;
}

/** How sure each name makes it, see `Candidate.weight`. */
export const weights: Readonly<Record<What, number>> = {
  status: 0.95,
  code: 0.9,
  'vendor-code': 0.75,
  word: 0.5,
  text: 0.6,
};

/** What is called `code` and is that of an error by the name before it: `error.code`. */
export const codeOfError = 'code of an error';

/** That an expression certainly holds something else. */
export const other = 'other';
/** What an expression holds; undefined where nothing says. */
export type Answer = Holding | typeof other | undefined;

/** What a value of this name holds. */
export function holdingOfName(name: string): Holding | undefined {
  const what = whatIsNamed(name);
  return what && { what, weight: weights[what], name };
}

/** The same, or that it is certainly something else. */
export function ofName(name: string): Answer {
  return isOther(name) ? other : holdingOfName(name);
}
