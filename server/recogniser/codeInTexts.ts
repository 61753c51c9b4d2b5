import type { OffsetRange } from '../../shared/finding';
import { candidate, type Candidate } from './candidate';
import type { Value } from './dump';
import type { Node } from './errorObject';
import type { Knowledge } from './knowledge';
import type { Reading } from './texts';

/**
 * Reads statuses in code that data keeps as texts: scripts of collections of requests, cells of notebooks, conditions of
 * workflows. What is compared, called or searched is named as the status of an answer, whatever the language.
 */

/** What holds the status of an answer. A bare `code` is anybody's. */
const holder = String.raw`\b(?:status_?code|http_?(?:status|code)|response_?code|status|(?:res|resp|response|responsecode|answer|reply)\.code)`;
/** What ends a name before an operator: a quote and a bracket, a call without arguments, the end of an argument. */
const endOfName = String.raw`\b(?:\\?["'])?\]?(?:\(\))?\)?\s{0,3}`;
/** Comparisons, chains of assertions such as `.to.equal(`, and calls such as `status(`. */
const operator = String.raw`(?:[=!]==?|[<>]=?|-(?:eq|ne|ge|gt|le|lt)\b|(?:\.\w{2,20}){1,5}\(|\(|(?:not )?in\b)`;
const compared = new RegExp(
  String.raw`${holder}${endOfName}${operator}\s{0,3}[\[({]{0,2}(?:\\?["'])?([45]\d\d)\b((?:\s{0,3},\s{0,3}[1-5]\d\d\b)*)`,
  'dgi',
);
/** What a test of an answer is called: `pm.test("Status code is 404", …)`. */
const tested = /\bstatus code (?:is|should be|must be|equals|has to be) ([45]\d\d)\b()/dgi;
/** What every such text has. A text is asked for it before anything else. */
const likely = /(?:status|code)\W[^\n]{0,60}[45]\d\d/i;

/** How much of a text is read, in UTF-16 units. */
const longestCode = 20_000;

/** The statuses that the texts of a structure compare or answer with, where its names are those of code. */
export function codeCandidates({ text, knowledge }: Reading, { structure, key }: Node): Candidate[] {
  const ofItems = structure.items.length > 0 && knowledge.fieldNames.of(key).isCodeText ? structure.items : [];
  const ofFields = structure.fields.filter((f) => knowledge.fieldNames.of(f.key).isCodeText).map(({ value }) => value);
  return [...ofItems, ...ofFields].flatMap((value) =>
    isText(value, text) ? comparedIn(text, value.range, knowledge) : [],
  );
}

/** Whether a value is a text, also one of which a part was read as data. */
function isText(value: Value, text: string): boolean {
  return value.type === 'scalar' ? value.quoted : text[value.range.start - 1] === '"';
}

function comparedIn(text: string, { start, end }: OffsetRange, knowledge: Knowledge): Candidate[] {
  const code = text.slice(start, Math.min(end, start + longestCode));
  if (!likely.test(code)) {
    return [];
  }
  return [...code.matchAll(compared), ...code.matchAll(tested)].flatMap(({ indices }) =>
    [indices?.[1], indices?.[2]].flatMap((place) =>
      place === undefined ? [] : statusesIn(code, place, start, knowledge),
    ),
  );
}

function statusesIn(code: string, place: readonly [number, number], start: number, knowledge: Knowledge): Candidate[] {
  return [...code.slice(...place).matchAll(/[45]\d\d/g)].flatMap(({ 0: digits, index }) => {
    const at = start + place[0] + index;
    return candidate({ start: at, end: at + 3 }, 'status', knowledge.status(digits), 0.92, 'compared in code');
  });
}
