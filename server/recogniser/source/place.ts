import type { Node } from '@vscode/tree-sitter-wasm';
import type { What } from './names';
import type { Binding } from './sourceFile';
import type { Holding } from './holding';

/** What the syntax around a literal says that the literal is. */
export interface Meaning {
  /** `phrase`: nothing but that its constant is named `name`, which may be the reason phrase of its status. */
  readonly what: What | 'phrase';
  /** See `Candidate.weight`. */
  readonly weight: number;
  readonly evidence: string;
  readonly name: string;
  /** Whether the literal bounds a range. */
  readonly isRanged?: boolean;
}

/** A place on the way up from a literal: an expression that holds it, and how. */
export interface Place {
  readonly node: Node;
  /** The literal is the value of the expression (or one of its items), a key of the map, or an entry's value in it. */
  readonly role: 'value' | 'key' | 'entry';
  /** Whether the literal is a string. */
  readonly isText: boolean;
  /** Whether it is one of several. */
  readonly isListed: boolean;
  /** Whether it bounds a range. */
  readonly isRanged: boolean;
  /** Places in the lists around it, the innermost first. */
  readonly indexes: readonly number[];
  /** Of an entry: the key. */
  readonly key?: string;
  /** Of an entry: whether the map with it is in a further map, of which the key says nothing about the literal. */
  readonly isNested?: boolean;
  /** Of a key: what all keys of the map look like. */
  readonly keys?: 'statuses' | 'codes';
}

/** What a rule answers: a meaning; a place to go on from; a name whose uses decide; or that nothing is known. */
export type Step =
  | { readonly meaning: Meaning }
  | { readonly place: Place }
  | { readonly uses: Binding; readonly place: Place; readonly otherwise?: Meaning }
  | undefined;

/** The end of the road: the literal is what `holding` says. */
export function found(holding: Holding | undefined, how: string, place: Place): Step {
  if (!holding) {
    return undefined;
  }
  const { what, weight, name } = holding;
  const evidence = `${how} ${name}${place.isListed ? ' in a list' : ''}`;
  // A bound of a range is a place to explain, but names no single error.
  return {
    meaning: {
      what,
      weight: place.isRanged ? Math.min(weight, 0.7) : weight,
      evidence,
      name,
      isRanged: place.isRanged,
    },
  };
}

/** Goes on from another node, in the same role. */
export function on(place: Place, node: Node, changes: Partial<Place> = {}): Step {
  return { place: { ...place, ...changes, node } };
}
