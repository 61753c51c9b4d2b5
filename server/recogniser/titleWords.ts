import { isCount } from './source/statusWords';
import { spoken, thingBefore, wordBehind } from './spokenNumbers';

/**
 * Whether the title of a test speaks of a status, as titles do: `does not retry on 400`, `retries 503 twice`,
 * `401 clears the session`, `maps a 401 to …`.
 * @param before what the title says before the status
 * @param behind what it says behind the status
 */
export function isStatusOfTitle(before: string, behind: string, number: string): boolean {
  if (thingBefore.test(before)) {
    return false;
  }
  const isRound = number.endsWith('00');
  if (/^(?: (?:requests|responses|errors|answers|replies)\b| error code\b)/.test(behind)) {
    return spoken.test(number) || beforeRound.test(before);
  }
  if (isRound) {
    return beforeRound.test(before) && wordBehind.test(behind) && !isCount(behind);
  }
  return (
    spoken.test(number) &&
    ((/\p{L} \($/u.test(before) && /^\)\W{0,2}$/.test(behind)) ||
      (before === ''
        ? /^(?::| (?:[a-z]+s (?:the|an?|to|it|its|as|all|any|up)|is|->|=>)\b)/.test(behind)
        : titleBefore.test(before) && wordBehind.test(behind) && !isCount(behind)))
  );
}

/** Words before a status in a title that no other number has before it, too. */
const beforeRound =
  /\b(?:retr(?:y|ies)|throws?(?: an? [A-Z]\w+)?|rejects?(?: an? [A-Z]\w+)?|fails?|errors?|responds?|repl(?:y|ies)|answers?|returns?|[A-Z]\w*(?:Error|Exception))(?: (?:with|on|for))? (?:an? |the |HTTP )?$|\b(?:true|false|null|undefined|None|nil) (?:for|on|with) (?:an? |the |HTTP )?$|\b[1-5]\d\d(?:,|\/|,? or|,? and) ?$/;
const titleBefore =
  /\b(?:retr(?:y|ies)|maps?|handles?|treats?|turns?|converts?|translates?|post|get|put|delete|non|surfaces?|ignores?|swallows?|reports?|propagates?|throws?|rejects?|catch(?:es)?|as|is|be|renders?|yields?|return(?:s|ing)?|answer(?:s|ing)?|respond(?:s|ing)?|repl(?:y|ies|ying)|giv(?:es|ing)|rais(?:es|ing)|fail(?:s|ing)?|get|on|for|with|when|an?|the)(?: (?:with|on|for|an?|the|HTTP|post|get|put|delete|non))?[ -]$|\bstatus(?:es|(?: code)?s?)? \(?$|\b[1-5]\d\d(?:,|\/|,? or|,? and) ?$/i;
