import { topicOf } from './assertions';
import { uncoloured } from '../colours';
import { numbersIn } from './freeNumbers';
import { kindOf, type LineKind } from './lineKinds';
import { topics } from './region';

/** How many lines above and below a line its failure is looked for, and how many units of each line. */
const most = { above: 30, below: 12, blank: 2, others: 5, units: 300 } as const;

/**
 * Whether the failure that a line of a report belongs to is about the web: beside such failures a report has others, with other
 * numbers. Its words say so, or its title has one of the line's numbers.
 */
export function isOfWeb(text: string, from: number, to: number, kind: LineKind): boolean {
  const line = uncoloured(text.slice(from, to)).line;
  if (kind === 'title' || kind === 'document') {
    const { isOfHttp, isOfAmounts } = topicOf(line.replace(group, ''));
    return isOfHttp || !isOfAmounts;
  }
  const above = linesAbove(text, from);
  const [title = ''] = above;
  // What tests are grouped by says nothing of one of them.
  const said = [title.replace(group, ''), ...above.slice(1), line, ...linesBelow(text, to)].join('\n');
  const { isOfHttp, isOfAmounts } = topicOf(said);
  const inTitle = new Set(numbersIn(title).free.map(([digits]) => digits));
  return (
    kindOf(title) === 'title' &&
    !(ofList.test(title) && /^\S/.test(line)) &&
    (isOfHttp ||
      (!isOfAmounts &&
        (topics.some((topic) => topic.test(said)) ||
          [line, ...above.slice(1)].some(
            (other) =>
              (other === line || isCompared(other)) && numbersIn(other).free.some(([digits]) => inTitle.has(digits)),
          ))))
  );
}

/** A title among others, below which a tool indents what it says of the test. */
const ofList = /^\s{0,40}[✕✗✘×✖⨯↳]/;
/** The file and the groups of a test before its name. */
const group = /^.*(?: [›»>] |::)/;

function isCompared(line: string): boolean {
  const kind = kindOf(line);
  return kind === 'compared' || kind === 'code';
}

/** The lines above, from the title on. */
function linesAbove(text: string, from: number): string[] {
  const result: string[] = [];
  let others = 0;
  for (let end = from - 1; end > 0 && result.length < most.above && others < most.others;) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const { line } = uncoloured(text.slice(start, Math.min(end, start + most.units)));
    const kind = kindOf(line);
    // A test that passed has no failure.
    if (kind === 'passed' || (kind === undefined && /^\S/.test(line))) {
      break;
    }
    others += (kind === undefined || kind === 'other') && /^\S/.test(line) ? 1 : 0;
    result.unshift(line);
    if (kind === 'title') {
      break;
    }
    end = start - 1;
  }
  return result;
}

function linesBelow(text: string, to: number): string[] {
  const result: string[] = [];
  let blank = 0;
  for (let start = to + 1; start < text.length && result.length < most.below && blank < most.blank;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const { line } = uncoloured(text.slice(start, Math.min(end, start + most.units)));
    const kind = kindOf(line);
    const isOther = kind === undefined && /^\S/.test(line);
    if (kind === 'title' || kind === 'passed' || isOther || /^(?:FAIL|ok|PASS)\b/.test(line)) {
      break;
    }
    result.push(line);
    blank += line.trim() === '' ? 1 : 0;
    start = end + 1;
  }
  return result;
}
