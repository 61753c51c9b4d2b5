import type { Finding, OffsetRange } from '../../../shared/finding';
import { mergeGroups, recogniseStructure } from '../structures';
import type { Candidate, ErrorGroup } from '../candidate';
import { buildStructure, type Structure } from '../dump';
import { inOrder } from '../inOrder';
import type { Placed } from '../source/placed';
import type { Knowledge } from '../knowledge';
import { Neighbourhoods } from '../neighbourhood';
import { resolve } from '../resolve';
import type { Systems } from '../systems';
import { weighPrinted } from './colours';
import { dumpTokens } from './dumpTokens';
import { KnownLines } from './knownLines';
import { LineResolver } from './lineResolver';
import { LineShapes, longestShape } from './lineShapes';
import { isOfLineAlone, prepareLines, readLine } from './lines';
import {
  beginsRecord,
  dumpAround,
  endOfDumpsFrom,
  endOfLine,
  Lines,
  longestLine,
  longestRecordStart,
  startOfRecord,
} from './printedData';
import { Scanner } from './scanner';
import { unitsAfter, unitsBefore } from './bytes';
import { prepareWeighing, speakingWords, type Weighed } from './weighing';
import {
  continues,
  isHeaders,
  isLastThing,
  joinLines,
  lastWordAt,
  mayContinue,
  responseHead,
  type Stretch,
  timed,
} from './stretch';

/** What a long line is cut into: so much before a place worth a look, and so much after it. */
const around = { before: 1_000, after: 3_000 };
/** How far the neighbourhood reaches in which a host or a client's name counts as near, in UTF-16 units. */
const neighbourhood = 1_500;
/** Most findings of one document. What is beyond is said once, not silently dropped. */
export const mostFindings = 20_000;

export interface Recognition {
  readonly findings: readonly Finding[];
  /** Of source: the same by its declarations. */
  readonly placed?: Placed<Finding>;
  /** Whether something was left out, because the document holds too much. */
  readonly truncated: boolean;
}

/**
 * How much of a document must be at hand around a part of it, in UTF-16 units, for {@link LogRecogniser.recogniseWithin}.
 * Before it: the neighbourhood, and twice the longest printed data, after which it no longer matters where reading
 * began. After it: printed data that begins with its last line, the head of a response, and the body below that.
 */
export const reach = { before: 64 * 1_024, after: 64 * 1_024 } as const;
/** Tells the places of a text that are worth a look between two offsets, ascending. */
export type Places = (from: number, to: number) => Iterable<number>;

/** A response that is printed line by line is followed back for this many UTF-16 units. */
const longestResponse = 12_000;
/** What the beginning of a document says of systems counts everywhere in it. UTF-16 units. */
export const longestHead = 4_000;

/** Recognises errors in logs and any other text that is read by lines. */
export class LogRecogniser {
  readonly #resolver: LineResolver;
  readonly #known: Pick<KnownLines, 'read' | 'of' | 'rangeInLine'>;
  #lastHead: { readonly text: string; readonly systems: Systems } | undefined;

  /**
   * @param scanner finds the places that are looked at
   * @param known reads the lines that are like others
   */
  constructor(
    private readonly knowledge: Knowledge,
    private readonly scanner: Pick<Scanner, 'scan'> = new Scanner(knowledge.catalogs.entries),
    known?: Pick<KnownLines, 'read' | 'of' | 'rangeInLine'>,
  ) {
    this.#resolver = new LineResolver(knowledge.systems);
    this.#known = known ?? new KnownLines(new LineShapes(knowledge.catalogs.entries, scanner, speakingWords), this);
  }

  /** What is read in a line that is a text of its own. */
  read(line: string): Stretch {
    return this.#read(line, 0, line.length, false);
  }

  /** Whether the lines around a line say nothing about what is read in it. */
  isOfLineAlone(line: string): boolean {
    return isOfLineAlone(line, 0, line.length, this.knowledge);
  }

  /** Makes what the first line needs, in steps. */
  *prepare(): Generator<void> {
    prepareLines();
    yield;
    prepareWeighing();
    yield;
  }

  /** What the head of a document says of systems everywhere in it, as one word: alike for heads that say the same. */
  systemsOf(head: string): string {
    return JSON.stringify([...this.#systemsOf(head)]);
  }

  /** How far around an error what speaks for a system is looked for, in UTF-16 units. */
  get vicinity(): { readonly before: number; readonly after: number } {
    const { longest } = this.knowledge.systems;
    return { before: neighbourhood + longest + 1, after: neighbourhood / 3 + longest + 1 };
  }

  /** What speaks for and against each number of a line that may be a status. Ranges in offsets of the line. */
  weigh(line: string): Weighed[] {
    return weighPrinted(line, this.knowledge, { isComplete: true });
  }

  /** The findings of a text, in steps. */
  recognise(text: string): Generator<void, Recognition> {
    return this.#recognise(text, { start: 0, end: text.length }, text.slice(0, longestHead), mostFindings);
  }

  /**
   * The findings of the errors that begin inside a part of a document, in steps: together the parts of a document give
   * the findings of the whole, but for their group numbers, which count from 0 in each part. A line that is longer than
   * the reach may be cut elsewhere than in the whole.
   * @param text the part and `reach` around it, or less where the document begins or ends
   * @param within the part, in offsets of `text`; every finding of an error whose first sign lies in it
   * @param head the first `longestHead` units of the document
   * @param places tells the places worth a look between two offsets, ascending, where they are known already
   */
  *recogniseWithin(
    text: string,
    within: OffsetRange,
    head: string,
    places?: Places,
  ): Generator<void, readonly Finding[]> {
    return (yield* this.#recognise(text, within, head, Infinity, places)).findings;
  }

  /**
   * The findings of a line by itself: no other line of its record has a place worth a look, and nothing that is printed
   * goes on from it into the lines around it, or from them into it.
   * @param line without the line's end; the findings' ranges are offsets of it
   * @param bytes a part of the document in UTF-8, with all that is near the line in it
   * @param place where the line is in the bytes
   * @param head as for {@link LogRecogniser.recogniseWithin}
   * @returns undefined where the line has to be read with what is around it
   */
  recogniseLine(line: string, bytes: Uint8Array, place: OffsetRange, head: string): readonly Finding[] | undefined {
    const near = {
      bytes,
      from: unitsBefore(bytes, place.start, neighbourhood),
      to: unitsAfter(bytes, place.end, neighbourhood / 3),
    };
    const far = this.#systemsOf(head);
    const known = this.#known.of(line);
    if (known?.stretch) {
      return this.#resolver.findings(known.text, known.stretch, near, far, known.resolutions).map((finding) => {
        const range = this.#known.rangeInLine(finding.range);
        return { ...finding, range, text: line.slice(range.start, range.end) };
      });
    }
    const isAlone = known?.isAlone ?? (line.length <= longestShape && this.isOfLineAlone(line));
    return isAlone ? this.#resolver.findings(line, this.read(line), near, far, []) : undefined;
  }

  *#recognise(
    text: string,
    within: OffsetRange,
    head: string,
    most: number,
    places?: Places,
  ): Generator<void, Recognition> {
    const { systems } = this.knowledge;
    const neighbourhoods = new Neighbourhoods(text, systems, this.#systemsOf(head));
    const findings: Finding[] = [];
    let number = 0;
    let truncated = false;
    let previous: Stretch | undefined;
    const finish = (stretch: Stretch): void => {
      if (stretch.groups.length === 0) {
        return;
      }
      const around = neighbourhoods.between(stretch.start - neighbourhood, stretch.end + neighbourhood / 3);
      for (const group of stretch.groups) {
        const start = startOf(group);
        if (start < within.start || start >= within.end) {
          continue;
        }
        if (findings.length < most) {
          findings.push(...resolve(text, timed(text, group, stretch), around, number++));
        } else {
          truncated = true;
        }
      }
    };
    const goesOn = (at: number) => previous !== undefined && mayContinue(previous, at);
    for (const range of this.#stretches(text, within, goesOn, places)) {
      // So far before the part only the extent of a stretch matters, for where the next one begins.
      if (range.end < within.start - longestResponse) {
        continue;
      }
      const { start, end, isPart } = range;
      const known = isPart ? undefined : this.#known.read(text, start, end);
      const stretch = known ?? this.#read(text, start, end, isPart);
      // A line that only looked like something does not end the head of a response.
      if (stretch.groups.length === 0 && previous?.isHead) {
        continue;
      }
      if (previous && continues(previous, stretch, text)) {
        stretch.groups = joinLines(previous.groups, stretch.groups);
        stretch.isHead = previous.isHead && isHeaders(stretch);
      } else {
        if (previous) {
          finish(previous);
        }
        if (stretch.start >= within.end) {
          previous = undefined;
          break;
        }
      }
      previous = stretch;
      if (findings.length >= most) {
        truncated = true;
        break;
      }
      yield;
    }
    if (previous) {
      finish(previous);
    }
    return { findings: inOrder(findings), truncated };
  }

  /**
   * What is read as one: a line, a line with the data printed below it, or a part of a long line.
   * @param goesOn whether what begins at an offset behind `within` may still belong to an error inside of it
   */
  *#stretches(
    text: string,
    within: OffsetRange,
    goesOn: (at: number) => boolean,
    places?: Places,
  ): Generator<{ start: number; end: number; isPart: boolean }> {
    const lines = new Lines(text);
    let at = startOfRecord(text, within.start, within.start - reach.before);
    let line = { start: 0, end: -1 };
    for (const hit of this.#hits(text, at, within.end, goesOn, places)) {
      if (hit < at) {
        continue;
      }
      if (hit > line.end) {
        line = { start: text.lastIndexOf('\n', hit - 1) + 1, end: endOfLine(text, hit) };
      }
      const lineStart = Math.max(at, line.start);
      const lineEnd = line.end;
      if (lineEnd - lineStart > longestLine) {
        const start = Math.max(lineStart, hit - around.before);
        at = Math.min(lineEnd, hit + around.after);
        yield { start, end: at, isPart: true };
      } else {
        const { start, end } = dumpAround(text, lines, lineStart, lineEnd, at);
        at = end;
        yield { start, end, isPart: false };
      }
    }
  }

  /** Places worth a look: all that may be of an error which begins before `end`, then piece by piece while it goes on. */
  *#hits(text: string, from: number, end: number, goesOn: (at: number) => boolean, places?: Places): Generator<number> {
    let start = from;
    let stop = endOfDumpsFrom(text, end);
    for (;;) {
      if (places) {
        yield* places(start, stop);
      } else {
        for (const hit of this.scanner.scan(text.slice(start, stop))) {
          yield start + hit;
        }
      }
      if (stop >= text.length || !goesOn(stop)) {
        return;
      }
      start = stop;
      stop = Math.min(text.length, endOfLine(text, start + longestHead) + 1);
    }
  }

  /** The parts of one document have one head. */
  #systemsOf(head: string): Systems {
    if (this.#lastHead?.text !== head) {
      this.#lastHead = { text: head, systems: this.knowledge.systems.find(head) };
    }
    return this.#lastHead.systems;
  }

  #read(text: string, start: number, end: number, isPart: boolean): Stretch {
    const root = buildStructure(dumpTokens(text, start, end), start, end);
    const inData = recogniseStructure(text, root, this.knowledge, 'line');
    const inText = readLine(text, start, end, this.knowledge);
    const taken = inData.flatMap((group) => group.candidates);
    const rest = inText.candidates.filter((c) => !taken.some((other) => isWithin(c, other)));
    const groups = assemble(root, rest, inData, inText.wait);
    const line = text.slice(start, end);
    const last = lastWordAt(line);
    const onlyStatus = groups.length === 1 && groups[0]?.candidates.every((c) => c.role === 'status') === true;
    const opens =
      !isPart && onlyStatus && line.length - last < 60 && isLastThing(line, start, groups[0]?.candidates ?? []);
    const isHead = groups.length > 0 && responseHead.test(line.slice(0, 40));
    return { start, end, groups, opens, isHead, isRecord: beginsRecord(line.slice(0, longestRecordStart)) };
  }
}

/** Where the first sign of an error stands. */
function startOf({ candidates }: ErrorGroup): number {
  return candidates.reduce((first, { range }) => Math.min(first, range.start), Infinity);
}

function isWithin(c: Candidate, other: Candidate): boolean {
  const isInside = c.range.start >= other.range.start && c.range.end <= other.range.end;
  return c.role === other.role && isInside && c.weight <= other.weight;
}

/**
 * What the words of a line say belongs to the error in the data that it prints: to the one that contains the words,
 * else to the one that follows.
 */
function assemble(
  root: Structure,
  words: readonly Candidate[],
  data: readonly ErrorGroup[],
  wait: ErrorGroup['wait'],
): ErrorGroup[] {
  const own: ErrorGroup = { candidates: words, ...(wait && { wait }) };
  if (data.length === 0) {
    return words.length > 0 ? [own] : [];
  }
  if (data.length === 1 && data[0]) {
    return [mergeGroups(data[0], own)];
  }
  const groups = data.map((group) => ({ candidates: [...group.candidates], ...(group.wait && { wait: group.wait }) }));
  for (const word of words) {
    const distances = groups.map((group) =>
      Math.min(...group.candidates.map((c) => distance(c, word)), root.range.end),
    );
    groups[distances.indexOf(Math.min(...distances))]?.candidates.push(word);
  }
  return groups;
}

function distance(a: Candidate, b: Candidate): number {
  return a.range.start > b.range.end ? a.range.start - b.range.end : Math.max(0, b.range.start - a.range.end);
}
