import type { Entry } from '../../../shared/catalog/catalog';
import type { ErrorGroup } from '../candidate';
import type { Stretch } from './stretch';

/** Most lines that are kept. When there are more, all are forgotten: those that come often are soon there again. */
const mostLines = 5_000;
/** A longer line hardly comes twice. UTF-16 units. */
const longestLine = 1_000;
/** What a line says of a wait is in its digits. */
const ofWaits = /reset|retry/i;

/**
 * Remembers what was read in lines. The lines of a log repeat but for numbers, and most numbers mean nothing to any
 * catalog: lines that differ in these alone are one line here.
 */
export class KnownLines {
  readonly #numbers: Numbers;
  /** What was read in a line, as if the line began at 0; undefined where the line alone does not tell. */
  readonly #lines = new Map<string, Stretch | undefined>();

  constructor(entries: readonly Entry[]) {
    this.#numbers = new Numbers(entries);
  }

  /**
   * What is read in a part of a text, read anew unless it is a line like one that was read before.
   * @param isOfLine whether nothing but the line decided about what was read, asked once for a line
   */
  read(text: string, start: number, end: number, read: () => Stretch, isOfLine: () => boolean): Stretch {
    if (end - start > longestLine || (start > 0 && text[start - 1] !== '\n')) {
      return read();
    }
    const line = text.slice(start, end);
    if (line.includes('\n') || ofWaits.test(line)) {
      return read();
    }
    // A line end makes it a text of its own, which does not keep the whole text in memory.
    const shape = `${this.#numbers.standIns(line)}\n`;
    const known = this.#lines.get(shape);
    if (known) {
      return moved(known, start);
    }
    const stretch = read();
    if (!this.#lines.has(shape)) {
      if (this.#lines.size >= mostLines) {
        this.#lines.clear();
      }
      this.#lines.set(
        shape,
        this.#isWithoutDigits(stretch) && isWithoutStandIns(stretch, line, shape) && isOfLine()
          ? moved(stretch, -start)
          : undefined,
      );
    }
    return stretch;
  }

  /** Whether nothing of what was read quotes a number that may differ. */
  #isWithoutDigits({ groups }: Stretch): boolean {
    return groups.every(
      ({ candidates, wait }) =>
        !wait && candidates.every((c) => !c.wait && this.#numbers.standIns(c.evidence) === c.evidence),
    );
  }
}

/** Whether the codes and statuses that were read are those of the line, and none of them was replaced. */
function isWithoutStandIns({ start, groups }: Stretch, line: string, shape: string): boolean {
  return groups.every(({ candidates }) =>
    candidates.every(({ range, role }) => {
      const [from, to] = [range.start - start, range.end - start];
      return (role !== 'code' && role !== 'status') || line.slice(from, to) === shape.slice(from, to);
    }),
  );
}

function moved(stretch: Stretch, by: number): Stretch {
  const groups = stretch.groups.map(({ candidates }): ErrorGroup => ({
    candidates: candidates.map((c) => ({ ...c, range: { start: c.range.start + by, end: c.range.end + by } })),
  }));
  return { ...stretch, groups, start: stretch.start + by, end: stretch.end + by };
}

/** How far a name before a number is followed, in UTF-16 units. */
const longestName = 40;
/** Names whose value may be a code or a status, by their ends, and names that a message's code may stand beside. */
const telling = /(?:code|status|error|err|http|response|resp|reason|result|number|errno|no|id|type|data|body|errors)$/i;
/** The size of a response, behind its status. */
const afterStatus = /" \d{3} $/;

/**
 * Whether a number between two offsets is the value of a name that says that it is no error, or a size behind a status:
 * `took=404ms`, `"pid":404,`, `?page=404`, `" 503 404 "`. It means nothing, whatever catalogs know.
 */
function isAside(line: string, start: number, end: number): boolean {
  if (!/^(?:[a-zA-Z]{1,2}(?!\w)|[\s,}&"]|$)/.test(line.slice(end, end + 3))) {
    return false;
  }
  const before = line[start - 1];
  if (before === ' ') {
    return afterStatus.test(line.slice(start - 6, start));
  }
  if (before !== '=' && before !== ':') {
    return false;
  }
  const head = line.slice(Math.max(0, start - longestName), start - 1);
  const name = (before === '=' ? /[?&\s]([a-zA-Z]\w*)$/ : /"([a-zA-Z]\w*)"$/).exec(head)?.[1];
  return name !== undefined && !telling.test(name);
}

/** Replaces numbers that mean nothing by others of the same length that mean nothing. */
class Numbers {
  readonly #known = new Set<string>();
  readonly #standIns = new Map<string, string>();

  constructor(entries: readonly Entry[]) {
    for (const { value, aliases = [], titles = [], messages = [], fields = {} } of entries) {
      const texts = [
        value,
        ...aliases,
        ...titles,
        ...messages,
        ...Object.keys(fields),
        ...Object.values(fields).flat(),
      ];
      for (const [number] of texts.join(' ').matchAll(/\d+/g)) {
        this.#known.add(plain(number));
      }
    }
  }

  /** A text with other numbers. Single digits stay: they are versions and parts of names. */
  standIns(text: string): string {
    return text.replace(/\d{2,}/g, (number, offset: number) =>
      isAside(text, offset, offset + number.length) ? this.#unknown(number.length, '9') : this.#standIn(number),
    );
  }

  #standIn(number: string): string {
    if (number.length > 4) {
      return this.#known.has(plain(number)) ? number : this.#unknown(number.length, '9');
    }
    let found = this.#standIns.get(number);
    if (found === undefined) {
      found = this.#known.has(plain(number)) ? number : this.#unknown(number.length, firstOfLike(number));
      this.#standIns.set(number, found);
    }
    return found;
  }

  /** The largest number of a length and a first digit that is not known; the same for all of them. */
  #unknown(length: number, first: string): string {
    const rest = '9'.repeat(length - 1);
    for (let last = Number(rest.slice(-3)); last >= 0; last--) {
      const number = first + rest.slice(3) + String(last).padStart(Math.min(3, rest.length), '0');
      if (!this.#known.has(plain(number))) {
        return number;
      }
    }
    return first + rest;
  }
}

/** Three digits may be a status: what 1, 2 or 3 begins is a success, what 4 or 5 begins an error. */
function firstOfLike(number: string): string {
  const first = number[0] ?? '';
  return number.length !== 3 || first > '5' ? '9' : first === '0' ? '0' : first > '3' ? '5' : '1';
}

function plain(number: string): string {
  return number.replace(/^0+/, '');
}
