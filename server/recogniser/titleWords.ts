import { isCount, spoken, thingBefore, wordBehind } from './spokenNumbers';

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
  if (before === '' && pageOf.test(behind)) {
    return spoken.test(number) || isRound;
  }
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
        ? /^(?::| ?[\u3040-\u30ff]| (?:[a-z]+s (?:the|an?|to|it|its|as|all|any|up)|is|when|if|on|for|unless|without|because)\b| (?:->|=>|\u2192))/.test(
            behind,
          )
        : titleBefore.test(before) && wordBehind.test(behind) && !isCount(behind)))
  );
}

/** What a program shows for a status, and what that does: `404 page renders for unknown piers`; but `500 page book opens`. */
const pageOf =
  /^ (?:error )?(?:page|screen|handler|view|template|fallback|boundary)(?:\s*$|[:,;!?)]| (?:is|has|does(?: not|n't)|should|must|can|will|renders?|shows?|displays?|loads?|works?|exists?|appears?|opens?|offers?|links?|leads?|redirects?|returns?|responds?|answers?|serves?|sends?|keeps?|uses?|contains?|includes?|tells?|says?|sets?|gives?|looks?|matches|falls?|for|on|when|if|with|without|at|in|and)\b)/;

/** Words before a status in a title that no other number has before it, too. */
const beforeRound =
  /[^\d\s]\s(?:\u2192|->|=>) $|\b(?:retr(?:y|ies)|throws?(?: an? [A-Z]\w+)?|rejects?(?: an? [A-Z]\w+)?|fails?|errors?|responds?|repl(?:y|ies)|answers?|returns?|[A-Z]\w*(?:Error|Exception))(?: (?:with|on|for))? (?:an? |the |HTTP )?$|\b(?:true|false|null|undefined|None|nil) (?:for|on|with) (?:an? |the |HTTP )?$|\b(?:una?|eine?n?|une?|es|ist|est|devuelve|retorna|gibt|wirft|renvoie|retourne|devolve) $|\b(?:20[0-4]|30[1-8]|40\d|41[0-8]|42[2-9]|50[0-4])(?:,|\/|,? or|,? and) ?$/;
const titleBefore =
  /\b(?:retr(?:y|ies)|maps?|handles?|treats?|turns?|converts?|translates?|post|get|put|delete|non|surfaces?|ignores?|swallows?|reports?|propagates?|throws?|rejects?|catch(?:es)?|as|is|be|renders?|yields?|return(?:s|ing)?|answer(?:s|ing)?|respond(?:s|ing)?|repl(?:y|ies|ying)|giv(?:es?|ing)|rais(?:es|ing)|fail(?:s|ing)?|get|on|for|with|when|an?|the|es|una?|el|la|al|da|dar|recibe|con|sin|ante|tras|devuelve|retorna|lanza|ist|mit|den|ein|nach|auf|gibt|liefert|wirft|bei|est|le|un|en|sur|re\u00e7oit|avec|renvoie|retourne|com|um|ao|c[oó]digo|ambos|both|statuscode|lets|d\u00e1|recebe|ap\u00f3s|devolve)(?: (?:with|on|for|an?|the|una?|HTTP|post|get|put|delete|non))?[ -]$|(?:\u2192|->|=>) $|\bstatus(?:es|(?: code)?s?)? \(?$|\b(?:20[0-4]|30[1-8]|40\d|41[0-8]|42[2-9]|50[0-4])(?:,|\/|,? or|,? and) ?$/i;
