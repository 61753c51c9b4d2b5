import type { Finding, OffsetRange } from '../shared/finding';
import type { Chunk } from './document/chunk';
import type { ChunkedText } from './document/chunkedText';
import { inOrder } from './recogniser/inOrder';
import { longestRecordStart, startOfRecord } from './recogniser/log/printedData';
import { longestHead, mostFindings, reach, type Recogniser, type Recognition } from './recogniser/recogniser';

/** What begins in a chunk, relative to its start. */
interface Known {
  readonly findings: readonly Finding[];
  /** The chunks that were at hand, and the systems that the document spoke for: with these alike it is still true. */
  readonly around: readonly Chunk[];
  readonly systems: string;
}

/**
 * The findings of documents that are read as logs, chunk by chunk on first need. What is known of a chunk holds until the
 * text within its reach changes: an edit has a few chunks read anew, and what is appended is all that is read of a log
 * that grows.
 */
export class LogFindings {
  readonly #known = new WeakMap<Chunk, Known>();

  constructor(private readonly recogniser: Recogniser) {}

  /** All findings of a text, in steps. The text may not change meanwhile. */
  *all(text: ChunkedText): Generator<void, Recognition> {
    const findings: Finding[] = [];
    const systems = this.#systemsOf(text);
    let groups = 0;
    let index = 0;
    for (; index < text.chunks.length && findings.length < mostFindings; index++) {
      const offset = text.offsetOf(index);
      let last = groups;
      for (const finding of yield* this.#ofChunk(text, index, systems)) {
        findings.push({ ...moved(finding, offset), group: groups + finding.group });
        last = Math.max(last, groups + finding.group);
      }
      groups = Math.floor(last) + 1;
      yield;
    }
    const truncated = findings.length > mostFindings || index < text.chunks.length;
    return { findings: inOrder(findings.slice(0, mostFindings)), truncated };
  }

  /** The findings that may touch a part of a text, in steps. */
  *around(text: ChunkedText, { start, end }: OffsetRange): Generator<void, readonly Finding[]> {
    const from = Math.max(0, start - reach.after);
    // An error that goes on in the part began in the same record.
    const record = from + startOfRecord(text.slice(from, start + longestRecordStart), start - from, 0);
    // Behind the last unit of the part another error may begin, at whose first unit the part ends.
    return yield* this.#within(text, { start: record, end: end + 1 });
  }

  *#ofChunk(text: ChunkedText, index: number, systems: string): Generator<void, readonly Finding[]> {
    const chunk = text.chunks[index];
    if (!chunk) {
      return [];
    }
    const start = text.offsetOf(index);
    const window = { start: Math.max(0, start - reach.before), end: start + chunk.text.length + reach.after };
    const first = text.indexAt(window.start);
    const last = text.indexAt(window.end);
    const known = this.#known.get(chunk);
    if (
      known?.systems === systems &&
      known.around.length === last - first + 1 &&
      known.around.every((other, at) => other === text.chunks[first + at])
    ) {
      return known.findings;
    }
    const found = yield* this.#within(text, { start, end: start + chunk.text.length });
    const findings = found.map((finding) => moved(finding, -start));
    this.#known.set(chunk, { findings, around: text.chunks.slice(first, last + 1), systems });
    return findings;
  }

  /** The findings of the errors that begin inside a part of a text. */
  *#within(text: ChunkedText, { start, end }: OffsetRange): Generator<void, readonly Finding[]> {
    const from = Math.max(0, start - reach.before);
    const found = yield* this.recogniser.recogniseWithin(
      text.slice(from, end + reach.after),
      { start: start - from, end: Math.min(end, text.length) - from },
      text.slice(0, longestHead),
    );
    return found.map((finding) => moved(finding, from));
  }

  #systemsOf(text: ChunkedText): string {
    return this.recogniser.systemsOf(text.slice(0, longestHead));
  }
}

function moved(finding: Finding, by: number): Finding {
  return { ...finding, range: { start: finding.range.start + by, end: finding.range.end + by } };
}
