import { candidate, type Candidate } from '../candidate';
import type { Reading } from './reading';

/** How much of a comment is read on either side of a number, in UTF-16 units. */
const before = 60;
const after = 40;

/** Words that say that a status or a code follows: `HTTP 429`, `returns a 503`, `error code 187`. */
const announced =
  /(?:^|[^\w-])(?:https?|status(?:es)?|codes?|errors?|err|returns?|returned|responds?(?:\s+with)?|responded(?:\s+with)?|answers?|answered|response|reply|replies|throws?|thrown|raises?|raised|gives?|gets?|got|sends?|sent|fails?\s+with|failed\s+with|retry|retries|retrying)(?:\/\d(?:\.\d)?)?(?:\s+(?:codes?|status(?:\s+code)?|an?|the|with|on|of|is|as|for|http|error))*\s*[:=(#`'"]*\s*$/i;
/** A word that a status alone may follow: `on 429`, `a 404`, `if 503`. */
const hinted = /(?:^|\s)(?:an?|on|any|each|every|no|not|if|when|after|with|of|for|the|like|e\.g\.)\s+[`'"(]*$/i;
/** What a comment begins with, and a list in one. */
const begins = /^[\s/*#!<;-]*(?:<?\w{1,20}>)?(?:@\w+\s+)?(?:\{\w+\}\s+)?[`'"([]*$/;
/** What follows a status that is spoken of: `429: wait`, `404 -> gone`, `503 response`. */
const explained =
  /^(?:[`'"\])]*\s*(?::|=>|->|→|=|-\s|–|—)|\s+(?:responses?|errors?|status(?:es)?|codes?|answers?|replies|reply|pages?|means|if|when|unless|is\s+(?:an?\s+)?(?:error|retryable|returned|sent))\b)/i;
/** The next in a list of them: `429, 502 and 503`. */
const listed = /^\s*[`'"]?(?:,\s*|\/|\||\s+(?:and|or|und)\s+|,\s*(?:and|or)\s+)[`'"]?\s*$/;
/** A quantity or a place: `500 ms`, `404 items`, `line 429`. */
const quantity =
  /^\s*(?:%|(?:ms|msecs?|s|secs?|seconds?|min|minutes?|h|hours?|days?|px|pt|dp|[kmg]i?b|bytes?|bits?|kbps|hz|rows?|lines?|items?|times|users?|requests?|tweets?|posts?|chars?|characters?|chunks?|records?|entries|elements?|points?|steps?|tokens?|words?)\b)/i;
const position =
  /(?:^|[^\w])(?:lines?|ports?|pages?|issues?|pr|rfc|section|version|v|no\.?|nr\.?|row|column|chapter|step)\s*$|(?:\S\s+|\w)#$/i;

/**
 * A number in a comment that speaks of an error: `// 429: wait`, `# X returns 187 for duplicates`. Worth a hover, and
 * nothing more.
 * @param comment the range of the comment, or of the string that documents
 * @param previous the number before it that was one, if any
 */
export function inComment(
  { file, knowledge, systems }: Reading,
  comment: Candidate['range'],
  range: Candidate['range'],
  previous: Candidate['range'] | undefined,
): Candidate[] {
  const { text } = file;
  const number = text.slice(range.start, range.end);
  const lead = text.slice(Math.max(comment.start, range.start - before), range.start).replace(/^[^]*\n/, '');
  const rest = text.slice(range.end, Math.min(comment.end, range.end + after)).replace(/\n[^]*$/, '');
  if (quantity.test(rest) || position.test(lead)) {
    return [];
  }
  const isListed = previous !== undefined && listed.test(text.slice(previous.end, range.start));
  const isAnnounced = announced.test(lead) || isListed;
  const statuses = Number(number) >= 400 ? knowledge.status(number) : [];
  const phrase = /^[\s:–-]*([A-Za-z]+(?:[ -][A-Z][a-z]+){0,3})/.exec(rest)?.[1] ?? '';
  const words = phrase.split(' ');
  const isNamed = words.some((_, at) => knowledge.isReasonPhrase(number, words.slice(0, at + 1).join(' ')));
  if (
    statuses.length > 0 &&
    (isAnnounced || isNamed || ((begins.test(lead) || hinted.test(lead)) && explained.test(rest)))
  ) {
    return candidate(range, 'status', statuses, 0.6, 'spoken of in a comment');
  }
  const codes = knowledge.code(number).filter((entry) => systems.has(entry.catalog.id));
  return isAnnounced || (begins.test(lead) && explained.test(rest))
    ? candidate(range, 'code', codes, 0.5, 'spoken of in a comment')
    : [];
}
