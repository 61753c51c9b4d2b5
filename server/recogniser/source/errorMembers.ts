import { candidate, type Candidate } from '../candidate';
import { systemsIn } from './clientErrors';
import { isUse, statusOf } from './constants';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';
import { stringAt } from './literalNodes';

/** A member of a type of errors that is named after an API: `TwitterAPIError.unauthorized`, `HttpErrorCode.NOT_FOUND`. */
const member =
  /\b(?:[A-Z]\w{0,30}?)?(?:Api|API|Http|HTTP|Rest|REST|Twitter|Tweet|X)\w{0,20}?(?:Error|Exception|Problem|Fault|Failure)(?:s|Codes?|Kinds?|Types?)?(?:\.|::)([A-Za-z_]\w{2,40})\b/g;
/** A string that ends in the number of its status: `'HTTP_429'`, `'errors.404'`, `'ERR_503'`. */
const numbered =
  /(["'`])(?:[A-Za-z]\w{0,30}[._:-])?(?:https?|err(?:or)?s?|status)(?:[._: -]?(?:error|status))?(?:[._: -]?code)?[._: /-]?([45]\d\d)\1/gi;
/** A function that is named after what it does about a status: `render_404`, `handle429`, `is404`. */
const doing =
  /(?<![\w$])(?!Http\d)_?(?:(?:render|respond|reply|answer|send|return|raise|throw|show|handle|abort|fail|reject|mock|stub|is|on)(?:_?with)?_?(?:(?:as|an?)_)?(?:http|status|error)?|[a-z]{0,20}_?(?:http|status|error))_?([45]\d\d)(?!\w)/gi;

/** What tests that an answer has a status, with its phrase behind the number: `answer.Should().Be404NotFound()`. */
const tested = /(?<=\.)(?:[Bb]e|[Ii]s|[Hh]as|[Hh]ave)([45]\d\d)(?=[A-Z][A-Za-z]+\(\))/g;

/** Statuses that members of a program's own errors, and its own words for errors, are named after. */
export function* errorMemberCandidates(reading: Reading): Generator<Candidate[]> {
  const { file, knowledge } = reading;
  if (!file.subject.speaksHttp || file.subject.speaksGrpc) {
    return;
  }
  for (const { 0: written, 1: name = '', index } of file.text.matchAll(member)) {
    // Members that a catalog names are its own errors.
    const isKnown = knowledge.code(written).length > 0 || knowledge.problemType(written).length > 0;
    // What a program calls so may be a refusal, too.
    const isOther = isKnown || name.startsWith('Authentication');
    const entries = isOther ? [] : statusOf(name, knowledge);
    // A type that is named after a system has the statuses of that: `TwitterError::Locked` is an account.
    const of = systemsIn(written, reading);
    const isOfSystem = of.size === 0 || entries.some(({ catalog }) => of.has(catalog.id));
    const end = index + written.length;
    if (entries.length > 0 && isOfSystem && isUse(file, end - name.length, end)) {
      yield candidate({ start: end - name.length, end }, 'status', entries, 0.6, `member ${written}`);
    }
  }
  for (const { 0: written, 1: number = '', index } of file.text.matchAll(doing)) {
    const end = index + written.length;
    if (isUse(file, index, end) && isFunction(file, index, end)) {
      yield candidate({ start: end - 3, end }, 'status', knowledge.status(number), 0.6, `name ${written}`);
    }
  }
  for (const { 0: written, 1: number = '', index } of file.text.matchAll(tested)) {
    const start = index + written.length - number.length;
    if (isUse(file, index, start + number.length) && !file.commentAt(index)) {
      const range = { start, end: start + number.length };
      yield candidate(range, 'status', knowledge.status(number), 0.6, `name ${written}`);
    }
  }
  for (const { 0: written, 2: number = '', index } of file.text.matchAll(numbered)) {
    const end = index + written.length - 1;
    if (stringAt(file, index + 1) && !file.commentAt(index)) {
      yield candidate({ start: end - 3, end }, 'status', knowledge.status(number), 0.6, `word ${written.slice(1, -1)}`);
    }
  }
}

/** Whether a name is that of a function where it is used: called, or as a symbol. */
function isFunction(file: SourceFile, start: number, end: number): boolean {
  const node = file.root.descendantForIndex(start, end - 1);
  const outer = node?.parent && file.shape(node.parent);
  return (
    node !== null &&
    outer?.is !== 'function' &&
    (file.text[start - 1] === ':' || file.text[end] === '(' || statement.test(file.text.slice(start - 40, end + 8)))
  );
}

/** A call that is written without parentheses. */
const statement = /(?:^|\n|;|\breturn|\bthen|\bdo|\band)[ \t]*\w+(?:[ \t]+(?:if|unless)\b.*)?[ \t]*(?:\n.*)?$/;
