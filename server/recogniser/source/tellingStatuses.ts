import { foreignWordings, startOfForeign } from '../foreignWordings';
import { wellKnownStatuses } from '../wellKnownStatuses';
import { otherErrors } from './names';

/**
 * What the statuses of a program tell of it, whatever words it has: other codes are not told apart like these, and what
 * happens for them is that something fails or is tried again. One status alone may be the number of anything.
 */

const trouble = String.raw`(?:\b(?:throw|raise|rethrow|fail|sleep|[eE]rr)\b|(?<!set)(?:Exception|Error)|[rR]etr(?:y|ies)|[bB]ackoff|[aA]uth(?!or(?!i[sz])))`;
const anyStatus = `(?<status>${wellKnownStatuses})`;
const otherStatus = String.raw`(?!\k<status>)${wellKnownStatuses}`;
/** What compares a name with a number: `code === `, `"$status" -ge `. */
const comparison = String.raw`(?:\(\)|\.to_[is])?[)\]"'!?]{0,3}\s?(?:[!=]==?|(?<=["'}]\s?)=|>=|-(?:eq|ne|ge)\b)\s?["']?`;
const code = String.raw`(?<![A-Za-z])(?:[eE]rr(?:or)?_?)?(?<name>[cC]ode|[sS]tatus|STATUS|CODE|RC|rc)`;
const caught = String.raw`\b(?:(?:e|ex|exc|err|error|exception|${otherErrors})\??\.(?:get)?|error(?=C))(?<name>[cC]ode|[sS]tatus)`;
const same = String.raw`(?<![A-Za-z])(?:[eE]rr(?:or)?_?|get)?\k<name>`;
/** Another status, or the first of the errors of a server: `code == 429 || code >= 500`. */
const another = String.raw`(?:${otherStatus}|(?<=(?:>=|-ge)\s?)500)\b`;

/** `raise Gone if code == 410` and the like for another. */
const raisedFor = String.raw`\braise\b[^\n]{0,80}\b(?:if|when) code(?:\.to_[is])?\s?(?:===?\s?|\.eql\?\()["']?`;

/** The start of an arm, and what is behind its pattern: `404 | 410 => Err(Missing)`. */
const arm = String.raw`\n[ \t]{0,40}(?:case |when |\.)?`;
const then = String.raw`(?:\s?[|,]\s?[1-5]\d\d){0,8}\s?(?:=>|->|:|\bthen\b)(?=[^\n]{0,200}(?:\n[^\n]{0,200})?${trouble})`;

/** A status on a line with what everybody says of it: `case 404: return "page not found"`. */
const saidStatuses: ReadonlyArray<readonly [status: number, words: string]> = [
  [401, '[uU]nauthori[sz]|UNAUTHORI[SZ]|(?<![a-z])(?:[lL]og|[sS]ign) ?[iI]n'],
  [403, '[fF]orbidden|FORBIDDEN|[pP]ermission|[dD]enied'],
  [404, '[nN]ot ?[fF]ound|NOT_FOUND'],
  [409, '[cC]onflict|CONFLICT'],
  [422, '[uU]nprocessable|UNPROCESSABLE|[vV]alidation'],
  [429, '[tT]oo ?[mM]any|TOO_MANY|(?<![a-z])[rR]ate.{0,2}[lL]imit|[sS]low ?[dD]own|[tT]hrottl'],
  [500, '[sS]erver ?[eE]rror|SERVER_ERROR|went wrong'],
  [502, '[bB]ad ?[gG]ateway|BAD_GATEWAY'],
  [503, '[uU]navailable|UNAVAILABLE|[mM]aintenance'],
  [504, '[gG]ateway ?[tT]ime|GATEWAY_TIME'],
];
const said = saidStatuses
  .map(
    ([status, words]) =>
      String.raw`${status}(?=[^\n]{0,60}(?:${words}))|(?<=(?:${words})["']\s?(?::|=>|->)\s?)${status}`,
  )
  .join('|');

/** The same in other languages than English: `case 404: return 'Steg nicht gefunden'`. */
const saidAbroad = [...foreignWordings]
  .map(([status, words]) => `${status}(?=[^\\n]{0,60}?${startOfForeign}(?:${words}))`)
  .join('|');

/** A list or a map that is named after errors or statuses and holds three of them: `ERROR_TEXTS = [401 => 'barred', …`. */
const entry = String.raw`["']?[45]\d\d["']?\s?(?:=>|:|,|->|\]|\bto\b)`;
const table = String.raw`(?:[eE]rr(?:or)?|ERR(?:OR)?|[eE]xception|[hH]ttp|HTTP|[sS]tatus|STATUS)(?:[_A-Z]\w{0,30}|s|es)?\s?(?::[^=\n]{1,60})?(?:=>?|:)\s?[^\d\n;]{0,40}[[{(]\s{0,40}(?=["']?${wellKnownStatuses}\b)${entry}(?:[^\n]{0,200}?(?:\n|,)\s{0,40}${entry}){2}`;

/** A page or a message for each of two statuses: `'404' => ['title' => 'Amarre introuvable', …], '503' => ['title' => …`. */
const page = String.raw`(?:=>|:)\s?[[{]\s{0,60}["']?(?:title|titre|titel|titulo|titolo|message|msg|heading|description|text)["']?\s?(?:=>|:)`;
const pages = String.raw`(?<![\w.#-])["']?${anyStatus}["']?\s?${page}[^]{0,800}?(?<![\w.#-])["']?${otherStatus}["']?\s?${page}`;

/** A switch on errors that gives statuses: `case NotMoored e -> 404;` and the like for another. */
const givesStatus = String.raw`\w(?:Exception|Error|Fault)(?: \w{1,20})?\)? ?(?:->|=>) ?(?:${wellKnownStatuses}|[45]00)\b`;
export const switchOnErrors = new RegExp(`${givesStatus}[^]{0,200}?${givesStatus}`);

/** What a text says that handles statuses of HTTP. */
export const tellingStatuses: readonly RegExp[] = [
  new RegExp(`${raisedFor}${anyStatus}\\b[^]{0,600}?${raisedFor}${otherStatus}\\b`),
  new RegExp(`${code}${comparison}${anyStatus}\\b[^]{0,300}?${same}${comparison}${another}[^]{0,300}?${trouble}`),
  new RegExp(`${caught}${comparison}${anyStatus}\\b[^]{0,300}?${same}${comparison}(?:${another}|[45]00\\b)`),
  new RegExp(`${arm}${anyStatus}${then}[^]{0,300}?${arm}${otherStatus}${then}`),
  new RegExp(String.raw`(?<![\w.#-])(?:${said})`),
  new RegExp(String.raw`(?<![\w.#-])(?:${saidAbroad})`, 'iu'),
  new RegExp(table),
  // Shells: `[[ "$status" =~ ^2 ]]`
  /(?:status|code|STATUS|CODE)\}?"?\s=~\s["']?\^\(?(?:\[[2-5]{2,4}\]|[2-5](?![\d*+{]))/,
  new RegExp(pages),
  switchOnErrors,
  // A call that is given what to say of an error, and its status: `out(['error' => $said], 429);`
  new RegExp(
    String.raw`[[{(]\s?["']?(?:errors?|message|msg|erro|mensagem|mensaje)["']?\s?(?:=>|:)[^\n]{1,300}?[\]})],\s?(?:${wellKnownStatuses}|[45]00)\s?\)`,
  ),
  // What programs try again after, in one list: `[429, 502, 503, 504]`.
  /(?<![\d.#-])(?:429\|(?:500\|)?50[23]\|50[34]|40[01]\|40[13]\|40[34]|429["']?,\s{0,20}["']?(?:500["']?,\s{0,20}["']?)?50[23]["']?,\s{0,20}["']?50[34]|502["']?,\s{0,20}["']?503["']?,\s{0,20}["']?504)(?![\w.])/,
];
