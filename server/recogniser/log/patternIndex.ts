import { factsOf } from './patternFacts';

/** So many texts are tried with all patterns before it is worth reading the patterns themselves. */
const worthReading = 20;

/**
 * Tells which of many patterns may match in a text, in one pass over it (an Aho-Corasick automaton of what the patterns
 * require). What is not told certainly does not match. The automaton is made once it is worth it: an editor with a small
 * log never needs it, and making it takes longer and more memory than all that is read there.
 */
export class PatternIndex {
  /** The next state for a state and a class of units. */
  #next = new Uint16Array(0);
  /** The class of each unit of ASCII, without regard to case; zero for all that no pattern requires. */
  readonly #classes = new Uint8Array(128);
  #classCount = 1;
  /** For each state, which patterns have what ends there: an index of `#sets`, zero for none. */
  #ends = new Uint16Array(0);
  readonly #sets: Uint32Array[] = [];
  /** The patterns of which nothing is known. */
  readonly #always: Uint32Array;
  readonly #found: Uint32Array;
  #asked = 0;

  constructor(private readonly patterns: readonly RegExp[]) {
    const length = Math.ceil(patterns.length / 32);
    this.#always = new Uint32Array(length);
    this.#found = new Uint32Array(length);
  }

  /** Whether the patterns are read by now. */
  get isMade(): boolean {
    return this.#next.length > 0;
  }

  /** Reads the patterns. */
  make(): void {
    if (this.isMade) {
      return;
    }
    const { length } = this.#found;
    const owners = new Map<string, Uint32Array>();
    for (const [index, pattern] of this.patterns.entries()) {
      const { required } = factsOf(pattern);
      if (!required) {
        add(this.#always, index);
      }
      for (const text of required ?? []) {
        let set = owners.get(text);
        if (!set) {
          set = new Uint32Array(length);
          owners.set(text, set);
        }
        add(set, index);
      }
    }
    this.#build(owners);
  }

  /**
   * Which patterns may match in a text.
   * @returns memory that the next call writes over, for {@link isAmong}
   */
  patternsOf(text: string): Uint32Array {
    const found = this.#found;
    if (!this.isMade) {
      if (this.#asked++ < worthReading) {
        return found.fill(-1);
      }
      this.make();
    }
    found.set(this.#always);
    let state = 0;
    let last = 0;
    for (let offset = 0; offset < text.length; offset++) {
      const unit = text.charCodeAt(offset);
      state = this.#next[state * this.#classCount + (unit < 128 ? (this.#classes[unit] ?? 0) : 0)] ?? 0;
      const end = this.#ends[state] ?? 0;
      if (end !== 0 && end !== last) {
        last = end;
        const set = this.#sets[end];
        for (let index = 0; set && index < set.length; index++) {
          found[index] = (found[index] ?? 0) | (set[index] ?? 0);
        }
      }
    }
    return found;
  }

  #build(owners: ReadonlyMap<string, Uint32Array>): void {
    for (const unit of new Set([...owners.keys()].join(''))) {
      this.#classes[unit.charCodeAt(0)] = this.#classCount;
      this.#classes[unit.toUpperCase().charCodeAt(0)] = this.#classCount++;
    }
    const tree = [new Map<number, number>()];
    const sets: (Uint32Array | undefined)[] = [];
    for (const [text, set] of owners) {
      let state = 0;
      for (const unit of text) {
        const step = this.#classes[unit.charCodeAt(0)] ?? 0;
        const next = tree[state]?.get(step) ?? tree.push(new Map()) - 1;
        tree[state]?.set(step, next);
        state = next;
      }
      sets[state] = set;
    }
    this.#link(tree, sets);
  }

  /** Makes the tree of texts an automaton: where a text does not go on, the longest of its ends does. */
  #link(tree: readonly ReadonlyMap<number, number>[], sets: (Uint32Array | undefined)[]): void {
    const count = this.#classCount;
    this.#next = new Uint16Array(tree.length * count);
    this.#ends = new Uint16Array(tree.length);
    this.#sets.push(new Uint32Array());
    const backs = new Uint16Array(tree.length);
    const states = [0];
    for (const state of states) {
      const back = backs[state] ?? 0;
      sets[state] = joined(sets[state], state === 0 ? undefined : sets[back]);
      this.#ends[state] = sets[state] ? this.#sets.push(sets[state]) - 1 : 0;
      for (let step = 0; step < count; step++) {
        const elsewhere = state === 0 ? 0 : (this.#next[back * count + step] ?? 0);
        const own = tree[state]?.get(step);
        this.#next[state * count + step] = own ?? elsewhere;
        if (own !== undefined) {
          backs[own] = elsewhere;
          states.push(own);
        }
      }
    }
  }
}

/** A set of patterns, by their places in the list. */
export function setOf(places: readonly number[], count: number): Uint32Array {
  const set = new Uint32Array(Math.ceil(count / 32));
  places.forEach((place) => add(set, place));
  return set;
}

/** The places of the patterns that are in two sets, ascending. */
export function placesIn(found: Uint32Array, wanted: Uint32Array): number[] {
  const places: number[] = [];
  for (let word = 0; word < found.length; word++) {
    let bits = (found[word] ?? 0) & (wanted[word] ?? 0);
    while (bits !== 0) {
      const lowest = bits & -bits;
      places.push(32 * word + 31 - Math.clz32(lowest));
      bits ^= lowest;
    }
  }
  return places;
}

/** Whether a pattern is among those that were told, by its place in the list. */
export function isAmong(patterns: Uint32Array, index: number): boolean {
  return ((patterns[index >> 5] ?? 0) & (1 << (index & 31))) !== 0;
}

function add(to: Uint32Array, index: number): void {
  to[index >> 5] = (to[index >> 5] ?? 0) | (1 << (index & 31));
}

function joined(a: Uint32Array | undefined, b: Uint32Array | undefined): Uint32Array | undefined {
  return a && b ? a.map((bits, index) => bits | (b[index] ?? 0)) : (a ?? b);
}
