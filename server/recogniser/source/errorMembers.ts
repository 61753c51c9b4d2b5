import { candidate, type Candidate } from '../candidate';
import { isUse, statusOf } from './constants';
import type { Reading } from './reading';
import { stringAt } from './literalNodes';

/** A member of a type of errors that is named after an API: `TwitterAPIError.unauthorized`, `HttpErrorCode.NOT_FOUND`. */
const member =
  /\b(?:[A-Z]\w{0,30}?)?(?:Api|API|Http|HTTP|Rest|REST|Twitter|Tweet|X)\w{0,20}?(?:Error|Exception|Problem|Fault|Failure)(?:s|Codes?|Kinds?|Types?)?(?:\.|::)([A-Za-z_]\w{2,40})\b/g;
/** A string that ends in the number of its status: `'HTTP_429'`, `'errors.404'`, `'ERR_503'`. */
const numbered =
  /(["'`])(?:[A-Za-z]\w{0,30}[._:-])?(?:https?|err(?:or)?s?|status)(?:[._: -]?(?:error|status))?(?:[._: -]?code)?[._: -]?([45]\d\d)\1/gi;

/** Statuses that members of a program's own errors, and its own words for errors, are named after. */
export function* errorMemberCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  if (!file.subject.speaksHttp || file.subject.speaksGrpc) {
    return;
  }
  for (const { 0: written, 1: name = '', index } of file.text.matchAll(member)) {
    // Members that a catalog names are its own errors.
    const isKnown = knowledge.code(written).length > 0 || knowledge.problemType(written).length > 0;
    const entries = isKnown ? [] : statusOf(name, knowledge);
    const end = index + written.length;
    if (entries.length > 0 && isUse(file, end - name.length, end)) {
      yield candidate({ start: end - name.length, end }, 'status', entries, 0.6, `member ${written}`);
    }
  }
  for (const { 0: written, 2: number = '', index } of file.text.matchAll(numbered)) {
    const end = index + written.length - 1;
    if (stringAt(file, index + 1) && !file.commentAt(index)) {
      yield candidate({ start: end - 3, end }, 'status', knowledge.status(number), 0.6, `word ${written.slice(1, -1)}`);
    }
  }
}
