import { isCount, spoken, thingBefore, wordBehind } from './spokenNumbers';

/**
 * Whether the title of a test speaks of a status, as titles do: `does not retry on 400`, `retries 503 twice`,
 * `401 clears the session`, `maps a 401 to …`.
 * @param before what the title says before the status
 * @param behind what it says behind the status
 */
export function isStatusOfTitle(before: string, behind: string, number: string): boolean {
  // Of several the first tells what they are: `retries on 502, 503 and 504`.
  const opening = withoutOthers(before);
  if (opening !== before) {
    return wordBehind.test(behind) && !isCount(behind) && (opening === '' || isStatusOfTitle(opening, '', '503'));
  }
  if (thingBefore.test(before)) {
    return false;
  }
  const isRound = number.endsWith('00');
  // `404 page renders for guests`, `handles 500 error`
  if ((before === '' && pageOf.test(behind)) || (one.test(behind) && !/\d $/.test(before))) {
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
    (becoming.test(behind) ||
      (/\p{L} \($/u.test(before) && /^\)\W{0,2}$/.test(behind)) ||
      (before === ''
        ? /^(?::| ?[\u3040-\u30ff]| (?:(?:error |response |status )?[a-z]+s (?:the|an?|to|it|its|as|all|any|up)|is|when|if|on|for|unless|without|because)\b| (?:->|=>|\u2192))/.test(
            behind,
          )
        : titleBefore.test(before) && wordBehind.test(behind) && !isCount(behind)))
  );
}

/** What a status turns into: `delete 401 maps to Unauthorized`. */
const becoming =
  /^ (?:maps? to|is mapped to|becomes|means|turns into|is turned into|surfaces as|translates to) ["'`:(]?[A-Za-z]/;

/** A text before a status without the statuses right before that: `returns 200 or `. */
export function withoutOthers(before: string): string {
  return before.replace(othersBefore, '');
}

/** Whether the last words of a text are those that titles have before a status. */
export function isBeforeStatus(text: string): boolean {
  return titleBefore.test(text);
}

/** What a program shows for a status, and what that does: `404 page renders for unknown piers`; but `500 page book opens`. */
const pageOf =
  /^ (?:error )?(?:page|screen|handler|view|template|fallback|boundary)(?:\s*$|[:,;!?)]| (?:is|has|does(?: not|n't)|should|must|can|will|renders?|shows?|displays?|loads?|works?|exists?|appears?|opens?|offers?|links?|leads?|redirects?|returns?|responds?|answers?|serves?|sends?|keeps?|uses?|contains?|includes?|tells?|says?|sets?|gives?|looks?|matches|falls?|for|on|when|if|with|without|at|in|and)\b)/;

/**
 * Whether the title of a test in which a number is a status says that number, and no thing with the same one:
 * `draws the fleet's 404 page`, but not `gives up on chart 404`.
 */
export function isStatusKnownOfTitle(before: string, behind: string): boolean {
  // `shows page 404` is about that page, too.
  const isOfPage = pageBefore.test(before) || pageBehind.test(behind);
  const isOfThing = thingBefore.test(before.replace(/pages? $/i, '')) || isCount(behind) || /^[\w.%]/.test(behind);
  return !isOfThing && (isOfPage || ((titleBefore.test(before) || shown.test(before)) && wordBehind.test(behind)));
}

const pages =
  'page|p[áa]gina|seite|fehlerseite|pagina|sida|side|strona|stronę|strony|страниц[ауые]|sayfa(?:sı|sını)?|halaman|screen|view|template|layout|pantalla|tela|écran|schermata|error|fehler|erreur|erro|errore|fout|fel|błąd|ошибк[ауи]';
const pageBefore = new RegExp(`(?<!\\p{L})(?:${pages}) $`, 'iu');
const pageBehind = new RegExp(
  `^(?:[ -](?:[\\p{L}-]{1,20} )?(?:${pages}|route|fallback|handler|response)(?!\\p{L})|ページ|页面?|頁面?|エラー| ?페이지)`,
  'iu',
);
const shown =
  /(?:^|\b)(?:shows?|displays?|draws?|paints?|bubbles?|uses|produces?|serves?|affiche|muestra|zeigt|exibe|mostra|muestran|toont|visar|viser|pokazuje) $/i;

/** What a status is of, as one of its kind, and no part of what is counted. */
const one =
  /^ (?:error(?: (?:page|response|status|screen|code))?|status(?: code)?|response)(?:$|["'`),;:.!]| (?:is|are|was|as|by|with|without|when|while|if|on|from|for|in|to|into|and|or|but|then|not|after|through|gracefully|correctly|properly|should|shows?|throws?|returns?|maps?|becomes|triggers?|causes?|leads?)\b)/;

/** Statuses before another one. */
const othersBefore = /(?:(?<![\w.])(?:20[0-4]|30[1-8]|40\d|41[0-8]|42[2-9]|50[0-4])(?:,|\/|,? or|,? and) ?)+$/;
/** Words before a status in a title that no other number has before it, too. */
const beforeRound =
  /[^\d\s]\s(?:\u2192|->|=>) $|\b(?:retr(?:y|ies)|throws?(?: an? [A-Z]\w+)?|rejects?(?: an? [A-Z]\w+)?|fails?|errors?|responds?|repl(?:y|ies)|answers?|returns?|[A-Z]\w*(?:Error|Exception))(?: (?:with|on|for))? (?:an? |the |HTTP )?$|\b(?:true|false|null|undefined|None|nil) (?:for|on|with) (?:an? |the |HTTP )?$|\b(?:una?|eine?n?|une?|es|ist|est|devuelve|retorna|gibt|wirft|renvoie|retourne|devolve) $/;
const titleBefore =
  /\b(?:retr(?:y|ies)|maps?|handles?|treats?|turns?|converts?|translates?|post|get|put|delete|non|surfaces?|ignores?|swallows?|reports?|propagates?|throws?|rejects?|catch(?:es)?|as|is|be|renders?|yields?|return(?:s|ing)?|answer(?:s|ing)?|respond(?:s|ing)?|repl(?:y|ies|ying)|giv(?:es?|ing)|rais(?:es|ing)|fail(?:s|ing)?|get|on|for|with|when|an?|the|es|una?|el|la|al|da|dar|recibe|con|sin|ante|tras|devuelve|retorna|lanza|ist|mit|den|ein|nach|auf|gibt|liefert|wirft|bei|est|le|un|en|sur|re\u00e7oit|avec|renvoie|retourne|com|um|ao|c[oó]digo|ambos|both|statuscode|lets|d\u00e1|recebe|ap\u00f3s|devolve)(?: (?:with|on|for|an?|the|una?|HTTP|post|get|put|delete|non))?[ -]$|(?:\u2192|->|=>) $|\bstatus(?:es|(?: code)?s?)? \(?$/i;
