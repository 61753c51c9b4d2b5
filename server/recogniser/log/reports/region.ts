import type { Knowledge } from '../../knowledge';
import { linesAbove, linesBelow } from '../linesAround';
import { factsOf, type FactsOfLine } from './factsOfLines';
import { countOf } from './topics';

/**
 * What stands around a line in the report of a test tool, and what it says of the numbers in it: such reports print a status in a
 * title, in quoted lines of the test and among what differs, and tell only in some of these that it is one.
 */

/** How much above and below a line is its region: UTF-16 units, and lines. */
const most = { units: 3_500, lines: 45 } as const;
/** So many topics make a region one of the web where no number is told as a status, and where one is. */
const fewest = { untold: 3, told: 1, several: 2, wellKnown: 3 } as const;

/** What a region says. */
export interface Region {
  /** Statuses that it tells, as they are written. */
  readonly told: ReadonlySet<string>;
  /** Whether it is about the web. */
  readonly isOfWeb: boolean;
  /** Whether a test failed in it. */
  readonly hasFailure: boolean;
}

/** What is around a line of a report; undefined where none is. */
export function regionAround(text: string, from: number, to: number, knowledge: Knowledge): Region | undefined {
  const own = factsOf(text.slice(from, to), knowledge);
  const above = around(linesAbove(text, from), knowledge);
  const below = around(linesBelow(text, to), knowledge);
  const all = [...above.slice().reverse(), own, ...below];
  const isOfTool = all.some(({ isSign }) => isSign) || all.some((facts, at) => isBelowNumber(facts, all[at - 1]));
  if (!isOfTool || !isReport([...above.slice(0, near), own, ...below.slice(0, near)])) {
    return undefined;
  }
  const told = new Set(all.flatMap((facts) => facts.told));
  const count = countOf(all.reduce((found, { topics }) => found | topics, 0));
  const several = new Set(all.flatMap(({ wellKnown }) => wellKnown)).size >= fewest.wellKnown;
  const least = told.size > 0 ? fewest.told : several ? fewest.several : fewest.untold;
  return { told, isOfWeb: count >= least, hasFailure: all.some(({ kind }) => kind === 'title') };
}

/** The nearest lines of a walk. */
function around(walk: Iterable<string>, knowledge: Knowledge): FactsOfLine[] {
  const result: FactsOfLine[] = [];
  let units = 0;
  for (const line of walk) {
    result.push(factsOf(line, knowledge));
    units += line.length + 1;
    if (units >= most.units || result.length === most.lines) {
      break;
    }
  }
  return result;
}

/** What Mocha and RSpec print below the number of a failure. */
function isBelowNumber({ line }: FactsOfLine, other: FactsOfLine | undefined): boolean {
  return (
    other !== undefined && /^ {3,8}(?:Error|\w{1,60}Error)\b/.test(line) && /^\s{0,4}\d{1,4}\) \S/.test(other.line)
  );
}

/** How many lines above and below are asked whether they are of a report, and how many of them have to be. */
const near = 10;
const fewestNear = 3;
/** Lines that part others. */
const parting = /^[-=_*~ ]{5,}$|^\s/;

/** Whether a line stands among others of a report, and not only beside one. */
function isReport(around: readonly FactsOfLine[]): boolean {
  const lines = around.filter(({ line }) => line.trim() !== '');
  const isOfNone = ({ kind }: FactsOfLine) => kind === undefined || kind === 'other';
  const own = lines.filter((facts) => !isOfNone(facts)).length;
  const others = lines.filter((facts) => isOfNone(facts) && !parting.test(facts.line)).length;
  const hasTitle = lines.some(({ kind }) => kind === 'title');
  const isCompared = lines.some(({ kind }) => kind === 'compared');
  return (
    // A long trace parts a failure from the others.
    (own >= fewestNear || (hasTitle && isCompared && others <= own)) &&
    3 * own >= others &&
    (hasTitle ||
      isCompared ||
      lines.filter(({ kind }) => kind === 'code').length > fewestNear ||
      lines.some(({ kind }) => kind === 'passed'))
  );
}
