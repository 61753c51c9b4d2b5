import type { Entry } from '../../../shared/catalog/catalog';
import {
  colon,
  endOfAddress,
  endOfClient,
  endOfDate,
  endOfId,
  endOfPath,
  endOfTime,
  hyphen,
  isAside,
  isDuration,
  isPathOfRequest,
  kindAt,
  kinds,
  nine,
  pathOfAddress,
  quote,
  slash,
  zero,
} from './lineParts';
import type { Scanner } from './scanner';

/** A longer line hardly comes twice. UTF-16 units. */
export const longestShape = 1_000;
/** What stands for a part is at most so many times as long. */
const mostGrowth = 3;
/** Names, by their ends, whose value is neither a code nor a status, and which no message stands beside. */
const aside =
  /(?:pid|tid|ports?|pages?|lines?|lineno|size|bytes|len|length|count|total|items|offset|limit|took|elapsed|duration|latency|time|ttl|age|ms|secs?|seconds|in|after|within|attempts?|retries|threads?|workers?|level|width|height)$/i;
/** Most texts of which it is remembered whether they tell anything. */
const mostTexts = 4_000;
/** Numbers of so many digits and more may be times, and keep their length. */
const longNumber = { standIn: 5, keeps: 10 } as const;
/** What stands for an id, an address, a time, a client and a path. */
const standIns = {
  id: 'ffffffffffffffff',
  uuid: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  address: '11.11.11.11',
  time: '11:11:11',
  client: 'aa/1',
  path: 'aa',
} as const;

/**
 * The shape of a line: what is left of it when what says nothing to any catalog is replaced by as little that says
 * nothing. Lines of one shape are read as one. It takes one line at a time, whose shape it then has.
 */
export class LineShapes {
  /** The shape, of which only the first `length` units count, and a hash of it. */
  readonly units = new Uint16Array(mostGrowth * longestShape);
  length = 0;
  hash = 0;
  #line = '';
  #text: string | undefined;
  /** Where in the shape and in the line the parts end that were replaced, and where they begin. */
  readonly #parts = new Int32Array(4 * longestShape);
  #count = 0;
  readonly #known = new Set<string>();
  readonly #standIns = new Map<string, string>();
  readonly #telling = new Memory((name: string) => !aside.test(name) || /(?:code|status)/i.test(name));
  readonly #isTelling = (name: string) => this.#telling.of(name);
  /** Whether what a client sent is worth a look, and what in a path speaks for a status anywhere on the line. */
  readonly #worth: Memory<boolean>;
  readonly #said: Memory<string | undefined>;

  /**
   * @param scanner tells whether anything in a text, as the path of a request, is worth a look
   * @param speaking words like those of a text that count wherever they stand on a line
   */
  constructor(
    entries: readonly Entry[],
    scanner: Pick<Scanner, 'scan'>,
    speaking: (text: string) => readonly string[],
  ) {
    const addresses = new Set<string>();
    const phrases = new Set<string>();
    this.#worth = new Memory(
      (text) =>
        !scanner.scan(text).next().done || [...addresses].some((address) => text.toLowerCase().startsWith(address)),
    );
    this.#said = new Memory((text) => {
      const letters = lettersOf(text);
      return [...phrases].some((phrase) => letters.includes(phrase)) ? undefined : speaking(text).join('/');
    });
    for (const { kind, value, aliases = [], titles = [], messages = [], fields = {} } of entries) {
      for (const title of kind === 'status' ? titles : []) {
        phrases.add(lettersOf(title));
      }
      const texts = [
        value,
        ...aliases,
        ...titles,
        ...messages,
        ...Object.keys(fields),
        ...Object.values(fields).flat(),
      ];
      const all = texts.join(' ');
      for (const [number] of all.matchAll(/\d+/g)) {
        this.#known.add(plain(number));
      }
      for (const [address] of all.matchAll(/(?<=:\/\/)[\w.-]+\/[\w/.-]*\w/g)) {
        addresses.add(address.toLowerCase());
      }
    }
  }

  /** Takes a line of at most {@link longestShape} units. */
  take(line: string): void {
    this.#line = line;
    this.#text = undefined;
    this.length = 0;
    this.#count = 0;
    const { units } = this;
    let [host, path] = [-1, -1];
    let before = 0;
    for (let at = 0; at < line.length;) {
      const unit = line.charCodeAt(at);
      const kind = kindAt(line, at);
      let end = at;
      if ((kind & kinds.hex) !== 0 && (before & kinds.word) === 0) {
        end = this.#id(at);
      }
      if (end === at && unit >= zero && unit <= nine) {
        end = this.#number(at);
      } else if (unit === slash) {
        if (line.charCodeAt(at + 1) === slash && line.charCodeAt(at - 1) === colon) {
          [host, path] = [at + 2, pathOfAddress(line, at)];
        } else if (at === path || isPathOfRequest(line, at)) {
          end = this.#path(at, at === path ? host : at);
        }
      } else if (unit === quote) {
        this.#put(unit);
        at++;
        end = this.#client(at);
        before = 0;
        if (end === at) {
          continue;
        }
      }
      if (end === at) {
        units[this.length++] = unit;
        at++;
        before = kind;
      } else {
        at = end;
        before = kindAt(line, at - 1);
      }
    }
    let hash = this.length;
    for (let at = 0; at < this.length; at++) {
      hash = (Math.imul(hash, 31) + (units[at] ?? 0)) | 0;
    }
    this.hash = hash ^ (hash >>> 15);
  }

  /** The shape as a text. */
  get text(): string {
    return (this.#text ??= String.fromCharCode(...this.units.subarray(0, this.length)));
  }

  /** Where in the line stands what is at an offset of the shape. */
  inLine(offset: number): number {
    const parts = this.#parts;
    let by = 0;
    for (let part = 0; part < 4 * this.#count; part += 4) {
      const [start = 0, end = 0, from = 0, to = 0] = [parts[part], parts[part + 1], parts[part + 2], parts[part + 3]];
      if (offset <= start) {
        break;
      }
      if (offset < end) {
        return Math.min(to, from + offset - start);
      }
      by = to - end;
    }
    return offset + by;
  }

  /** Whether a text holds no number that may stand for another one. */
  isPlain(text: string): boolean {
    return (text.match(/\d+/g) ?? []).every((number) => number.length === 1 || this.#known.has(plain(number)));
  }

  #put(unit: number): void {
    this.units[this.length++] = unit;
  }

  /** Puts a text in the place of a part of the line. @returns where the part ends */
  #replace(start: number, end: number, text: string): number {
    const from = this.length;
    for (let at = 0; at < text.length; at++) {
      this.units[this.length++] = text.charCodeAt(at);
    }
    if (text.length !== end - start) {
      const part = 4 * this.#count++;
      this.#parts[part] = from;
      this.#parts[part + 1] = this.length;
      this.#parts[part + 2] = start;
      this.#parts[part + 3] = end;
    }
    return end;
  }

  #id(start: number): number {
    const end = endOfId(this.#line, start);
    return end === start
      ? start
      : this.#replace(start, end, this.#line.charCodeAt(start + 8) === hyphen ? standIns.uuid : standIns.id);
  }

  /**
   * The rest of a path behind its first slash, and behind what is no name.
   * @param from where the address begins that the path is a part of
   */
  #path(slashAt: number, from: number): number {
    const line = this.#line;
    let start = slashAt + 1;
    const last = endOfPath(line, slashAt);
    while (start < last && (kindAt(line, start) & kinds.letter) === 0) {
      start++;
    }
    if (last - start < standIns.path.length || this.#worth.of(line.slice(from, last))) {
      return slashAt;
    }
    const said = this.#said.of(line.slice(start, last).replace(/\d{2,}/g, '00'));
    const standIn = said === '' ? standIns.path : `${standIns.path}/${said ?? ''}`;
    if (said === undefined || standIn.length > last - start) {
      return slashAt;
    }
    for (let at = slashAt; at < start; at++) {
      this.#put(line.charCodeAt(at));
    }
    return this.#replace(start, last, standIn);
  }

  #client(start: number): number {
    const line = this.#line;
    const end = endOfClient(line, start);
    return end - start < standIns.client.length || this.#worth.of(line.slice(start, end))
      ? start
      : this.#replace(start, end, standIns.client);
  }

  #number(start: number): number {
    const line = this.#line;
    const ofAddress = endOfAddress(line, start);
    if (ofAddress > start) {
      // After some numbers a single digit and a dot are the code of a protocol.
      const isShort = (kindAt(line, start + 1) & kinds.digit) === 0;
      return this.#replace(start, ofAddress, isShort ? standIns.address.slice(1) : standIns.address);
    }
    const ofTime = endOfTime(line, start);
    if (ofTime > start) {
      const seconds = start + standIns.time.length;
      // Not a number that may be a status itself: one behind it would be of another error.
      return this.#replace(
        start,
        ofTime,
        ofTime > seconds ? `${standIns.time}${line[seconds] ?? ''}999` : standIns.time,
      );
    }
    const ofDate = endOfDate(line, start);
    if (ofDate > start) {
      for (let at = start; at < ofDate; at++) {
        this.#put((kindAt(line, at) & kinds.digit) === 0 ? line.charCodeAt(at) : nine);
      }
      return ofDate;
    }
    let end = start + 1;
    while (end < line.length && (kindAt(line, end) & kinds.digit) !== 0) {
      end++;
    }
    if (isDuration(line, start, end, this.#isTelling) || isAside(line, start, end, this.#isTelling)) {
      return this.#replace(start, end, this.#unknown(2, '9'));
    }
    // Single digits stay: they are versions and parts of names.
    const number = line.slice(start, end);
    return this.#replace(start, end, number.length === 1 ? number : this.#standIn(number));
  }

  #standIn(number: string): string {
    const { length } = number;
    if (length > 4) {
      return this.#known.has(plain(number))
        ? number
        : this.#unknown(length < longNumber.keeps ? longNumber.standIn : length, '9');
    }
    let found = this.#standIns.get(number);
    if (found === undefined) {
      found = this.#known.has(plain(number)) ? number : this.#unknown(length, firstOfLike(number));
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

/** Remembers the answers about texts. */
class Memory<T> {
  readonly #answers = new Map<string, { readonly answer: T }>();

  constructor(private readonly ask: (text: string) => T) {}

  of(text: string): T {
    let known = this.#answers.get(text);
    if (!known) {
      if (this.#answers.size >= mostTexts) {
        this.#answers.clear();
      }
      known = { answer: this.ask(text) };
      this.#answers.set(copied(text), known);
    }
    return known.answer;
  }
}

function lettersOf(text: string): string {
  return text.replace(/[^a-z]/gi, '').toLowerCase();
}

/** Three digits may be a status, whose class is in the first: what 4 or 5 begins is an error. */
function firstOfLike(number: string): string {
  const first = number[0] ?? '';
  return number.length !== 3 || first > '5' ? '9' : first === '4' ? '5' : first;
}

function plain(number: string): string {
  return number.replace(/^0+/, '');
}

/** A text of its own: a part of a text keeps the whole of it in memory. */
function copied(part: string): string {
  return ` ${part}`.slice(1);
}
