import type { Surroundings } from './resolve';
import { type Sign, type SystemDetector, type Systems } from './systems';

/** The signs of systems are looked for in blocks of this many UTF-16 units, each at most once. */
const blockSize = 4_096;
/** A neighbourhood that is not longer is searched itself; the places in the whole text serve the longer ones. */
const searched = 8_192;

interface Block {
  readonly signs: readonly Sign[];
  /** The first phrase for each catalog. */
  readonly first: ReadonlyMap<string, string>;
}

/**
 * Answers what surrounds places of one document. The neighbourhoods of dense errors overlap many times over, and that
 * of an error in nested data can be nearly the whole document: nothing of them is read twice.
 */
export class Neighbourhoods {
  readonly #blocks = new Map<number, Block>();
  readonly #places = new Map<string, readonly number[]>();

  /** @param far the systems that the document as a whole speaks for */
  constructor(
    private readonly text: string,
    private readonly systems: SystemDetector,
    private readonly far: Systems,
  ) {}

  /** What surrounds a place, between two offsets. */
  between(from: number, to: number): Surroundings {
    const [start, end] = [Math.max(0, from), Math.min(this.text.length, to)];
    return {
      near: this.#near(start, end),
      far: this.far,
      text: { includes: (part) => this.#includes(part, start, end) },
    };
  }

  #near(from: number, to: number): Systems {
    const found = new Map(this.systems.always);
    for (let start = from - (from % blockSize); start < to; start += blockSize) {
      const block = this.#block(start);
      if (start >= from && start + blockSize <= to - this.systems.longest) {
        add(found, block.first);
      } else {
        for (const { range, phrases } of block.signs) {
          if (range.start >= from && range.end <= to) {
            add(found, phrases);
          }
        }
      }
    }
    return found;
  }

  #block(start: number): Block {
    let block = this.#blocks.get(start);
    if (!block) {
      const signs = this.systems.signs(this.text, start, start + blockSize);
      const first = new Map<string, string>();
      signs.forEach(({ phrases }) => add(first, phrases));
      block = { signs, first };
      this.#blocks.set(start, block);
    }
    return block;
  }

  #includes(part: string, from: number, to: number): boolean {
    if (to - from <= searched) {
      return this.text.slice(from, to).includes(part);
    }
    let places = this.#places.get(part);
    if (!places) {
      places = placesOf(this.text, part);
      this.#places.set(part, places);
    }
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    const next = places[low];
    return next !== undefined && next + part.length <= to;
  }
}

function add(to: Map<string, string>, phrases: Iterable<readonly [string, string]>): void {
  for (const [catalog, phrase] of phrases) {
    if (!to.has(catalog)) {
      to.set(catalog, phrase);
    }
  }
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    places.push(at);
  }
  return places;
}
