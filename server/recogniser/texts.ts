import type { Entry } from '../../shared/catalog/catalog';
import type { OffsetRange } from '../../shared/finding';
import { candidate, type Candidate } from './candidate';
import { type Field, field, type Scalar, type Structure } from './dump';
import { isOfTrouble, mostNearby, type Node } from './errorObject';
import type { FieldName } from './fieldNames';
import type { Knowledge } from './knowledge';

/** Reads the texts in the fields of printed data: what an error says, and what a program printed. */

/** Reads the words of a text field. Log lines read their words themselves, so they need none. */
export type ReadWords = (from: number, to: number) => readonly Candidate[];

/** What structures are read with: the whole document, to which their ranges refer, and what is known. */
export interface Reading {
  readonly text: string;
  readonly knowledge: Knowledge;
  readonly readWords: ReadWords | undefined;
}

/** From this weight on what a printed text says is an error. */
export const surely = 0.9;

/**
 * What the text of a field says.
 * @param node the object with the field, which is no line
 */
export function textCandidates(
  { text, knowledge, readWords }: Reading,
  node: Node,
  name: FieldName,
  value: Scalar,
): Candidate[] {
  const { key } = name;
  const result: Candidate[] = [];
  if (value.quoted && leadingStatus.test(value.text) && (name.isText || name.isPrinted)) {
    result.push(...leadingCandidate(node, key, value, knowledge));
  }
  // Sentry and others keep an exception's text in `value`, beside its type.
  const isText =
    name.isText && (key !== 'value' || (/[a-z]{3}/i.test(value.text) && field(node.structure, 'type') !== undefined));
  if ((isText || name.isPrinted) && isStatusWithPhrase(value, knowledge) && !isHeading(key, node.structure)) {
    const range = { start: value.range.start, end: value.range.start + 3 };
    result.push(
      ...candidate(range, 'status', knowledge.status(value.text.slice(0, 3)), 0.92, 'with its reason phrase'),
    );
  }
  if (isText && !isHeading(key, node.structure)) {
    const words = readWords?.(value.range.start, value.range.end) ?? [];
    result.push(...(hasServerError(node, knowledge) ? words.map(withoutOwnStatus) : words));
    for (const match of knowledge.messages.find(text, value.range.start, value.range.end)) {
      result.push(...messageCandidates(match, value));
    }
  } else if (
    value.quoted &&
    (name.isPrinted || isStatusLine(value) || (name.isProse && isOfProgram(node, key, value.text)))
  ) {
    result.push(...printedCandidates(text, value.range, knowledge, readWords));
    if (ofError.test(key)) {
      const short = knowledge.messages
        .find(text, value.range.start, value.range.end)
        .filter(({ words }) => words < leastWords);
      result.push(...short.flatMap((match) => messageCandidates(match, value)));
    }
  }
  return result.length > 0 && isOfCommit(node.structure) ? [] : result;
}

/** How far up an object is asked for the status of the answer: data in a text is a level of its own. */
const furthestStatus = 3;

/** Whether an object, or one that it lies in, has the number of a status of the server's failures. */
function hasServerError(node: Node, { fieldNames }: Knowledge): boolean {
  let of: Node | undefined = node;
  for (let above = 0; of && above < furthestStatus; above++, of = of.parent) {
    const isStatus = ({ key, value }: Field) =>
      value.type === 'scalar' && /^5\d\d$/.test(value.text) && fieldNames.of(key).isStatus;
    if (of.structure.fields.slice(0, mostNearby).some(isStatus)) {
      return true;
    }
  }
  return false;
}

/** The phrase of 500 as what a gateway says of any of its failures, not as a status of its own. */
function withoutOwnStatus(c: Candidate): Candidate {
  const isPhrase = c.range.end - c.range.start > 3 && c.entries.every(({ value }) => value === '500');
  return c.role === 'status' && isPhrase ? { ...c, role: 'title', weight: 0.5 } : c;
}

/** Whether a text is the status of an answer, or has the first line of one or the head of its page: `HTTP/1.1 503 Service Unavailable`. */
export function isStatusLine({ text, quoted }: Scalar): boolean {
  return quoted && ofAnswer.test(text.slice(0, longestAnswer)) && statusLine.test(text.slice(0, longestAnswer));
}

/** How much of a text is looked at for the status of an answer, in UTF-16 units. */
const longestAnswer = 2_000;
const ofAnswer = /HTTP|Http failure|<title>|<h1>|^(?:[Ss]tatus|[45]\d\d:? [A-Z])/;
const statusLine =
  /(?:^|[\n\r]|\\{1,8}[nr])(?:< )?HTTP\/\d(?:\.\d)? [45]\d\d(?: [A-Z][A-Za-z' -]{0,30})? ?(?:\\{1,8}[rn]|[\r\n])|^HTTP(?:\/\d(?:\.\d)?)?:? [45]\d\d [A-Z][A-Za-z' -]{1,40}$|^(?:[Ss]tatus(?: code)?:? )?[45]\d\d:? [A-Z][A-Za-z' -]{1,40}$|^[Ss]tatus(?: code)?:? [45]\d\d [A-Z]|<(?:title|h1)>[45]\d\d [A-Z]|\bHttp failure response for \S{1,500}: [45]\d\d /;

/** Whether a text names the system of an entry. */
function isNamedIn(text: string, entries: readonly Entry[], { systems }: Knowledge): boolean {
  const named = systems.find(text.slice(0, longestNaming));
  return entries.some(({ catalog }) => named.has(catalog.id));
}

/** How much of a text is looked at for the name of a system, in UTF-16 units. */
const longestNaming = 2_000;

/** Fewer words in a text that a program printed may be of any other. */
const leastWords = 4;
/** Names of fields with the text, or the code, of an error. */
export const ofError = /err|fail|reason|cause|exception/;

/** What a text that a program printed says, where it leaves no doubt. */
export function printedCandidates(
  text: string,
  { start, end }: OffsetRange,
  knowledge: Knowledge,
  readWords: ReadWords | undefined,
): Candidate[] {
  return readWords === undefined
    ? []
    : [
        ...readWords(start, end).filter(
          ({ role, weight, entries }) =>
            ((role === 'status' || role === 'problem-type') && weight >= surely) ||
            (role === 'code' && isNamedIn(text.slice(start, end), entries, knowledge)),
        ),
        ...knowledge.messages
          .find(text, start, end)
          .filter(({ words }) => words >= leastWords)
          .flatMap((match) => candidate(match.range, 'message', match.entries, 0.75, 'its message')),
      ];
}

/** Whether a text is a status and its reason phrase, and nothing else: `404 Not Found`, `404 - not found`. */
export function isStatusWithPhrase({ text, quoted }: Scalar, knowledge: Knowledge): boolean {
  const [, digits = '', phrase = ''] = /^([45]\d\d)(?:[:-] ?| [:-] | )([A-Za-z][A-Za-z' -]{2,40})$/.exec(text) ?? [];
  return quoted && knowledge.isReasonPhrase(digits, phrase);
}

/** A status that a sentence or a body follows: `429 You exceeded your quota`, `503 - "busy"`, `status 404: none`. */
const leadingStatus =
  /^(?:(?:[Hh][Tt]{2}[Pp] )?[Ss]tatus(?: code)?:? [45]\d\d\b|[45]\d\d(?= [A-Z][a-z']+ [a-z]|: [A-Za-z]+ [a-z]| - \\?["{[])|\[[45]\d\d\](?= [A-Za-z]+ [a-z]))/;

/** The status with which the text of an error begins. */
function leadingCandidate(node: Node, key: string, { text, range }: Scalar, knowledge: Knowledge): Candidate[] {
  if (!ofError.test(key) && !ofError.test(node.key) && !isOfTrouble(node)) {
    return [];
  }
  const at = text.search(/[45]/);
  const place = { start: range.start + at, end: range.start + at + 3 };
  return candidate(
    place,
    'status',
    knowledge.status(text.slice(at, at + 3)),
    0.75,
    'the text of an error begins with it',
  );
}

/** Whether an object is a commit: what its message speaks of is a change. */
function isOfCommit(of: Structure): boolean {
  return field(of, 'sha', 'committer', 'tree_id') !== undefined;
}

/** A title that is no problem's may be that of a page, a panel or a test. */
function isHeading(key: string, of: Structure): boolean {
  const status = field(of, 'status')?.value;
  return (
    key === 'title' &&
    field(of, 'detail', 'instance') === undefined &&
    !(status?.type === 'scalar' && /^\d{3}$/.test(status.text)) &&
    ['error', 'code'].every((name) => field(of, name)?.value.type !== 'scalar')
  );
}

/** Whether a text is what a program printed, where its name alone does not say so. */
function isOfProgram(node: Node, key: string, text: string): boolean {
  return (
    (key === 'description' && failure.test(text)) ||
    (key === 'text' && isStream(node.structure)) ||
    (!explaining.test(text.slice(0, longestExplanation)) &&
      (isOfTrouble(node, key === 'title') || isSaidByPerson(node.structure)))
  );
}

/** Words of a text that says when something would happen, not that it did. */
const explaining = /\b(?:when(?:ever)?|if|unless|should|must|do you|how to|returns the)\b/i;
/** How much of a text is looked at for such words, in UTF-16 units. */
const longestExplanation = 400;

/** What a description begins with that tells of a failure, and does not explain one. */
const failure = /^(?:Failed to|Error:|Unable to|Could not|Request failed)/;

/** The text of what a program wrote: `{ "name": "stderr", "text": "401 Unauthorized" }`. */
function isStream(of: Structure): boolean {
  const name = field(of, 'name', 'stream')?.value;
  return name?.type === 'scalar' && /^std(?:out|err)$/.test(name.text);
}

/** Whether an object is what somebody wrote in a chat: `{ "user": "U1", "text": "it answers 503", "ts": "17.0" }`. */
function isSaidByPerson(of: Structure): boolean {
  return (
    field(of, 'user', 'username', 'author', 'sender', 'from', 'from_id') !== undefined &&
    field(of, 'ts', 'timestamp', 'date', 'time', 'sent_at', 'created_at') !== undefined
  );
}

function messageCandidates(match: ReturnType<Knowledge['messages']['find']>[number], value: Scalar): Candidate[] {
  const whole = match.range.start - value.range.start < 3 && value.range.end - match.range.end < 3;
  if (!whole && match.words < 3) {
    return [];
  }
  const weight = messageWeight(value.text, match.words, match.isTitle, whole);
  return candidate(
    match.range,
    match.isTitle ? 'title' : 'message',
    match.entries,
    weight,
    match.isTitle ? 'its title' : 'its message',
  );
}

/** Words that the names of errors everywhere consist of. */
const genericWords = new Set(
  'access authorization bad conflict denied error exceeded failed forbidden found gateway gone internal invalid limit many method missing not of payment problem rate request requests required resource server service the timeout to too unauthorized unavailable'.split(' '),
); // prettier-ignore

/** Whether a title or code is a name that hardly anybody else gives: `UsageCapExceeded`, `Client Forbidden`; not `Invalid Request`. */
export function isDistinctive(title: string): boolean {
  const words = title.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words.length === 1
    ? /[a-z][A-Z]/.test(title) && title.length > 12
    : words.some((word) => !genericWords.has(word.toLowerCase()));
}

/** How sure a text of a catalog makes it: a long text is nobody else's, a short one may be. */
export function messageWeight(text: string, words: number, isTitle: boolean, whole = false): number {
  if (isTitle) {
    return isDistinctive(text) ? (whole ? 0.85 : 0.6) : words >= 2 ? 0.45 : 0.35;
  }
  return words >= 6 ? 0.92 : words === 5 ? 0.75 : words === 4 ? (whole ? 0.7 : 0.6) : words === 3 ? 0.4 : 0.2;
}
