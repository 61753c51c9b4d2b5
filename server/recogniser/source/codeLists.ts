import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import type { Knowledge } from '../knowledge';
import { isBroken } from './fragments';
import { literalAt } from './literalNodes';
import type { Reading } from './reading';

/**
 * Names that are given numbers line by line, as an enumeration, constants of a class or of a file, or entries of a table.
 * What they have in common tells what no single one does. Read by lines: all languages write them nearly alike, also
 * where only a part of one was pasted.
 */

interface Member {
  readonly name: string;
  /** A name behind it: its type, or the name itself behind its type. */
  readonly second: string;
  readonly number: string;
  /** Its line up to the number: its type, too. */
  readonly written: string;
  /** What stands behind the number in its line. */
  readonly rest: string;
  readonly start: number;
}

/** `Gone = 34`, `GONE(34`, `gone: 34`, `pub const GONE: u16 = 34`, `case gone = 34`, `Gone Code = 34`, `'gone' => '34'`. */
const member =
  /^[ \t]*(?:[\w@]+[ \t]+){0,6}?[`'":]?((?!case\b)[A-Za-z_]\w*)['"`]?(?:[ \t]*:[ \t]*\w+|[ \t]+([A-Za-z]\w*))?[ \t]*(?:=>?|:=?|\()[ \t]*['"]?(\d{1,4})(?![\w.])/;
/** What may stand between two of them: nothing, a comment, an annotation, the rest of one that takes several lines. */
const between = /^\s*(?:$|\/\/|\/?\*|#|@|\[|"|'|\)|--)/;
/** What opens a list of names. */
const head =
  /\b(?:enum|class|object|interface|struct|module|namespace|trait|type|const|var|let|val)\b|\w\s*:?=\s*[\w.]*\s*[{([]|^\s*\w+:\s*\{?\s*$/;
/** A declaration that begins a list of its own. */
const opens = /^\s*(?:[\w@]+\s+){0,4}(?:enum|class|object|struct)\s+\w[^;]{0,200}\{/;
/** A longer line is data. Lines above a list in which its head is looked for. Lines after which others have a turn. */
const longestLine = 400;
const farthestHead = 8;
const linesAtOnce = 200;

const ofErrors =
  /err|(?<!en|de|key_?|char_?|scan_?|bar_?|zip_?|post_?|postal_?|lang_?|country_?|colou?r_?)code|exception|fault|problem|reason|fail|refus/i;
/** A type that is named after errors: what is in it needs no other beside it. */
const typeOfErrors =
  /\b(?:enum|class|object|interface|struct|module|namespace|trait|type)\s+(?:class\s+)?\w*(?:err|exception|fault|codes?(?![a-z]))\w*/i;
/** Names of X's API that do not speak of its topics. */
const ofX = /(?<![A-Za-z])(?:X|x)(?:_?(?:API|Api|api))?_?(?=Err|ERR|err_|Code|CODE|Exception|Fault|Problem)/;

/** Codes and statuses in lists of names with numbers, and codes that an error of a vendor is made from. */
export function* codeListCandidates(reading: Reading): Generator<Candidate[]> {
  const { text } = reading.file;
  let members: Member[] = [];
  let above: string[] = [];
  let opened: Heads = { own: '', all: '' };
  let offset = 0;
  let count = 0;
  for (const line of text.split('\n')) {
    if (members.length > 0 && opens.test(line)) {
      yield* ofList(reading, members, opened);
      members = [];
    }
    const found = /\d/.test(line) && line.length <= longestLine ? membersOf(line, offset) : [];
    if (found.length > 0) {
      opened = members.length > 0 ? opened : headsOf(/\{/.test(line) ? [...above, line.replace(/\{.*/, '')] : above);
      members.push(...found);
    } else if (members.length > 0 && !between.test(line)) {
      yield* ofList(reading, members, opened);
      members = [];
    }
    above = [...above.slice(1 - farthestHead), line.slice(0, longestLine)];
    offset += line.length + 1;
    if (++count % linesAtOnce === 0) {
      yield [];
    }
  }
  yield* ofList(reading, members, opened);
  yield* ofErrorsMade(reading);
}

function membersOf(line: string, offset: number): Member[] {
  const result: Member[] = [];
  let start = 0;
  for (const piece of line.split(/[,;{]/)) {
    const [written, name = '', second = '', number = ''] = member.exec(piece) ?? [];
    if (written !== undefined) {
      const end = start + written.length;
      result.push({ name, second, number, written, rest: line.slice(end), start: offset + end - number.length });
    }
    start += piece.length + 1;
  }
  return result;
}

/** What opens a list: the nearest line that names it, behind those that open what it is in. */
function headsOf(lines: readonly string[]): Heads {
  const heads = lines.filter((line) => head.test(line) && !/^\s*(?:\/\/|\/?\*|#)/.test(line));
  return { own: heads.at(-1) ?? '', all: heads.join('\n') };
}

/** The lines that open a list. */
interface Heads {
  readonly own: string;
  /** With those of the classes that it is in. */
  readonly all: string;
}

function* ofList(reading: Reading, members: readonly Member[], opened: Heads): Generator<Candidate[]> {
  const read =
    ofCodes(reading, members, opened) ??
    (members.length > 1 ? ofStatuses(reading.knowledge, members, opened.own) : undefined);
  for (const one of read ? members : []) {
    const range = { start: one.start, end: one.start + one.number.length };
    const found = read?.(one) ?? [];
    const isLiteral = literalAt(reading.file, range.start, range.end) !== undefined || isBroken(reading.file, range);
    if (found.length > 0 && !reading.file.commentAt(range.start) && isLiteral) {
      yield found;
    }
  }
}

type Reader = (member: Member) => Candidate[];

/** The systems whose codes a text may list. */
function isOfSystem({ systems, ofProject }: Reading, { catalog: { id } }: Entry): boolean {
  return systems.has(id) || ofProject.has(id);
}

/** A list in which most numbers are codes of one vendor: all of at least five, or fewer where its head speaks of errors. */
function ofCodes(reading: Reading, members: readonly Member[], { own, all }: Heads): Reader | undefined {
  const { knowledge } = reading;
  const isOfErrors = ofErrors.test(own) || members.every(({ written }) => ofErrors.test(written));
  const isOfX = ofX.test(own);
  const isNamedAfter = (topic: RegExp) => members.filter(({ written }) => topic.test(written)).length >= fewestNamed;
  const topics = [...knowledge.systems.topics]
    .filter(([, topic]) => isOfX || topic.test(isOfErrors ? all : own) || isNamedAfter(topic))
    .map(([id]) => id);
  const codesOf = (number: string) =>
    knowledge.code(number).filter((entry) => topics.includes(entry.catalog.id) || isOfSystem(reading, entry));
  const numbers = [...new Set(members.map(({ number }) => number))];
  // A number that is anything else as often makes no list one of codes.
  const known = numbers.filter((number) => codesOf(number).some(({ common }) => !common));
  const share = known.length / numbers.length;
  // Sizes are round, and who counts from one does not leave out most numbers.
  const odd = known.filter((number) => Number(number) > 30 && /[1379]$/.test(number));
  const isOfTopic = topics.length > 0;
  // `TwitterErrorLocked = 326`: each of them says whose it is and what.
  const isSure = topics.some((id) =>
    members.every(({ written }) => ofErrors.test(written) && knowledge.systems.topics.get(id)?.test(written)),
  );
  const isEnough = isOfErrors
    ? known.length >= (isOfTopic ? (isSure || (numbers.length === 1 && typeOfErrors.test(own)) ? 1 : 2) : 3) &&
      share >= (isSure ? 0.2 : isOfTopic ? 0.3 : 0.7)
    : known.length >= 5 && share === 1 && odd.length >= 2;
  if (!isEnough || isRow(numbers, isOfTopic) || !known.some((number) => Number(number) > 30)) {
    return undefined;
  }
  // Beside statuses a number that is one, too, is that.
  const hasStatuses = numbers.some((number) => Number(number) >= 400 && codesOf(number).length === 0);
  return ({ number, start }) =>
    hasStatuses && /^(?:20\d|[45]\d\d)$/.test(number) && knowledge.isStatus(number)
      ? []
      : candidate({ start, end: start + number.length }, 'code', codesOf(number), 0.7, 'among codes of its vendor');
}

/** So many members of a list that are named after a vendor's topics make it one of its codes. */
const fewestNamed = 3;

function isRow(numbers: readonly string[], isOneEnough = false): boolean {
  if (numbers.length === 1 && isOneEnough) {
    return false;
  }
  return numbers.every((number, index) => index === 0 || Number(number) === Number(numbers[index - 1]) + 1);
}

/** A list of statuses only, of which two errors and half of all are named after what they are. */
function ofStatuses(knowledge: Knowledge, members: readonly Member[], opened: string): Reader | undefined {
  const errors = members.filter(({ number }) => Number(number) >= 400);
  const named = errors.filter((one) => isNamedAfter(knowledge, one));
  // Of errors three different ones, of which one is named, are no accident either.
  const isEnough =
    (named.length >= 2 && 2 * named.length >= errors.length) ||
    (named.length > 0 && ofErrors.test(opened) && new Set(errors.map(({ number }) => number)).size >= 3);
  const isOfStatuses = members.every(({ number }) => number === '0' || knowledge.isStatus(number));
  return isOfStatuses && isEnough && !isRow(errors.map((e) => e.number))
    ? ({ number, start }) =>
        Number(number) < 400
          ? []
          : candidate({ start, end: start + number.length }, 'status', knowledge.status(number), 0.85, 'among statuses')
    : undefined;
}

/** `BadRequest = 400`, `ERROR_400 = 400`, `E4 = 400 // Bad Request` */
function isNamedAfter(knowledge: Knowledge, { name, second, number, rest }: Member): boolean {
  const comment = /(?:\/\/|#|\/\*)\W*([A-Za-z][A-Za-z -]{2,60})/.exec(rest)?.[1]?.trim() ?? '';
  const names = [name, second].filter(Boolean);
  const phrases = names.flatMap((written) => [
    written,
    written.replace(/^(?:HTTP_?|SC_|STATUS_?|CODE_?|ERR(?:OR)?_?|k(?=[A-Z]))+/i, '').replace(/_?(?:error|code)$/i, ''),
  ]);
  return (
    [...phrases, comment].some((phrase) => knowledge.isReasonPhrase(number, phrase)) ||
    names.some((written) => written.includes(number) && /err|http|status|code|resp/i.test(written))
  );
}

/** `TweetError(187, …)`, `class Twice : TweetError(187, …)`, `isTwitterCode(187)`; and `super(187)` in a class of one. */
const made = /(?<![\w$])(super(?:\(\)\.__init__)?|[A-Za-z]\w{3,60})\(\s*(?:code\s*[:=]\s*)?(\d{2,3})(?=\s*[,)])/g;
const base = /\bextends\s+([\w.\\]+)|\bclass\s+\w+\s*(?:\(|<|:)\s*([\w.:]+)/g;
const reachOfClass = 1_500;

/** Codes that an error is made from whose name speaks of a vendor's topics. */
function* ofErrorsMade(reading: Reading): Generator<Candidate[]> {
  const { file, knowledge } = reading;
  for (const { 0: written, 1: callee = '', 2: number = '', index } of file.text.matchAll(made)) {
    const codes = knowledge.code(number);
    if (codes.length === 0 || (knowledge.isStatus(number) && Number(number) >= 400)) {
      continue;
    }
    const before = callee.startsWith('super') ? file.text.slice(Math.max(0, index - reachOfClass), index) : '';
    const [, extended, inherited] = [...before.matchAll(base)].at(-1) ?? [];
    const name = callee.startsWith('super') ? (extended ?? inherited ?? '') : callee;
    const own = codes.filter(({ catalog: { id } }) => ofX.test(name) || knowledge.systems.topics.get(id)?.test(name));
    const end = index + written.length;
    if (errorName.test(name) && own.length > 0 && literalAt(file, end - number.length, end) && !file.commentAt(index)) {
      yield candidate({ start: end - number.length, end }, 'code', own, 0.7, `argument of ${name}`);
    }
  }
}

const errorName = /err|exception|fault|problem|codes?(?![a-z])/i;
