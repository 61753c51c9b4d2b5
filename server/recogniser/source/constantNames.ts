import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { ofNumber } from './numberMeanings';
import type { Reading } from './reading';

/**
 * Constants that are named after the status or the code that they are given, in whatever they stand and whether or not
 * they are used: `HTTP_TOO_MANY = 429`, `RATE_LIMITED = 88`, `STATUS_DUPLICATE(187)`.
 */

/** The name before a number that it is given; that of an enumeration's constant, or of PHP's `define`. */
const given =
  /(?:(?<![\w.>])([A-Za-z_]\w{3,60})\s*(?::\s*\w{1,20}\s*)?=|(?<![\w.>])([A-Z][A-Z\d_]{3,60})\s*\(|\bdefine\(\s*["'](\w{4,60})["']\s*,)\s*$/;
const longestBefore = 100;
/** Numbers up to this one have other meanings too often. */
const lowest = 30;
/** Words of such names that say nothing, and a name that is a measure. */
const neutral = /^(?:x|api|twitter|tweet|status|post|err|error|code|http|is|the|too|many|k|e|was|has|not)$/;
const measure =
  /^(?:max|min|sizes?|len|length|counts?|times?|delay|wait|width|height|ports?|retries|attempts|quota|per|total|remaining|window|limits)$/;
/** So long is a word that says enough alone. */
const longWord = 8;
/** Words that begin with the same letters are one: `limit`, `limited`. */
const stem = 5;

/** A number that its constant is named after. */
export function ofConstantName(reading: Reading, range: Candidate['range'], number: string): Candidate[] {
  const { file, knowledge } = reading;
  const line = file.text.lastIndexOf('\n', range.start - 1) + 1;
  const found = given.exec(file.text.slice(Math.max(line, range.start - longestBefore), range.start));
  const name = found?.slice(1).find(Boolean);
  if (name === undefined) {
    return [];
  }
  const meaning = { what: 'phrase', weight: 0.7, evidence: `named ${name}`, name } as const;
  const status = ofNumber(range, meaning, number, reading, false);
  if (status.length > 0 || knowledge.isStatus(number) || Number(number) <= lowest || !file.subject.isAboutWeb) {
    return status;
  }
  return candidate(
    range,
    'code',
    knowledge.code(number).filter((entry) => isNamedAfter(name, entry)),
    0.55,
    meaning.evidence,
  );
}

/** Whether all that a name says is said by the title or the message of a code. */
function isNamedAfter(name: string, { title, messages = [] }: Entry): boolean {
  const words = wordsOf(name).filter((word) => !neutral.test(word));
  const said = wordsOf([title, ...messages].join(' ')).map((word) => word.slice(0, stem));
  const isEnough = words.length > 1 || (words[0]?.length ?? 0) >= longWord;
  return (
    isEnough && !words.some((word) => measure.test(word)) && words.every((word) => said.includes(word.slice(0, stem)))
  );
}

function wordsOf(text: string): string[] {
  return (text.replace(/([a-z\d])([A-Z])/g, '$1 $2').match(/[A-Za-z]+/g) ?? []).map((word) => word.toLowerCase());
}
