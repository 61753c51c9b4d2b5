import { isCount } from '../spokenNumbers';

/** Words of a text around a number that say it is the status of an answer. */

/** What clients print before a status and nobody before a number of things. */
const saidBefore =
  /(?<![\w.-])(?:HTTP|rc(?==)|status(?:[ _-]?code)?|API error|server error|error code)(?: (?:code|of|is|was))?(?: (?:is )?(?:greater|less|more|higher|lower|bigger|smaller|above|below|over|under|at (?:most|least))(?: than)?(?: or (?:equal|equals))?(?: to)?)?(?:[ :=(-]{1,3})$|\b(?:server|API|upstream|endpoint|backend|service|requested URL) (?:returned(?: error)?|responded(?: with)?|answered(?: with)?|replied(?: with)?|sent)(?: an?)?:? $/i;
/** Whether a status is printed here: `status code: `. */
export function saysStatus(before: string, behind: string): boolean {
  return saidBefore.test(before) && !isCount(behind);
}

const methods = '(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)';
const replyToRequest = new RegExp(
  String.raw`(?:^|[^\w-])${methods} (?:https?:/|/|%[a-z])(?:[^\s\]]|%[a-z]){0,80}\]?(?: ?(?:->|=>|[-:–—]) ?| ?\[|: | )$`,
);
const requestBehind = new RegExp(String.raw`^ ${methods}(?=[ :]|$)`);

/** Whether a text has a request before the number of its answer: `[GET /boats][`, `GET /boats -> `. */
export function isReplyToRequest(before: string): boolean {
  return replyToRequest.test(before);
}

/** Whether a text begins with a status and the method of the request: `500 POST no storage`. */
export function isBeforeRequest(before: string, behind: string): boolean {
  return before === '' && requestBehind.test(behind);
}

/** What a test says before the number that should have been, or should not. */
const comparing =
  /\b(?:want(?:s|ed)?|expect(?:s|ed|ing)?|(?:should|must) (?:be|have been)|instead of|isn['’]?t|wasn['’]?t|(?:is|was) not|(?:either )?\d{3} or|got)(?: (?:redirect|[23]xx|[23]0\d)(?: or|\/))?(?: (?:a|an|status|code|HTTP|to be))*:? $/i;
/** What speaks of a status, and not of how a program ended. */
const ofStatus =
  /\b(?:(?:http|response|status)[ _-]?code|status(?:code)?(?! (?:length|size|count|bar|lines?)\b)|HTTP (?:status|code|error|response))\b|\.code\b/i;
/** The same in the name of a member: `rr.StatusCode`. */
const memberOfStatus = /(?<=[a-z])Status(?:Code)?\b|(?<![a-z])Code\b/;
/**
 * What came instead, by its name: `expected 401, got $HTTP_CODE`, `expected 403 (no key) but got ${res.status}`. Between them
 * it may say what for.
 */
const statusBehind =
  /^(?: or \d{3})?(?: \([^()\n]{1,40}\)| (?:for|from|on|when|without|with|after|because) [\w /-]{1,40}?)?[,;:]? (?:but )?(?:got|was|received|is|actual)(?: back)?:? (?:HTTP )?[\w.(){$#\\>-]{0,40}(?:status(?:_?code)?|http_?code|\bcode)\b/i;
const behindCompared =
  /^(?:$|[\s"'`]*$|[,;:!)\]]|\.(?!\d)| [-–—(]| (?:but|got|when|with|in|instead|for|from|and|or|error|response)\b| [A-Z])/;

/**
 * Whether a test says the status that it expects: `Status isn't 404`, `want 404, got %d`.
 * @param isBesideStatus whether a status is printed beside it, where the words name none
 */
export function comparesStatus(before: string, behind: string, isBesideStatus: () => boolean): boolean {
  return (
    comparing.test(before) &&
    behindCompared.test(behind) &&
    !isCount(behind) &&
    (ofStatus.test(before) || memberOfStatus.test(before) || statusBehind.test(behind) || isBesideStatus())
  );
}
