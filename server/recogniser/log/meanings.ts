import { foreignHints, foreignWordings } from '../foreignWordings';

/**
 * What people write beside a status instead of its reason phrase: `quota exceeded (429)`, `403: Insufficient Permission`.
 * Parts of patterns, tried in any case at the beginning of a word.
 */
const english: ReadonlyMap<string, string> = new Map([
  ['400', 'invalid|malformed|bad (?:input|json|syntax|parameter)|missing (?:field|parameter|argument)'],
  ['401', 'unauth|(?:not|un) ?auth|auth\\w{0,14} (?:failed|failure|required|error|expired)|log(?:ged)?[ -]?in|(?:bad|invalid|no|wrong|missing|expired) (?:credential|token|api key|password|session|signature)|credentials? (?:were |are )?(?:rejected|expired|missing|invalid)|(?:token|session|key|login) (?:(?:has|is|was) )?(?:expired|dead|revoked|gone|unknown|invalid|rejected|stale)|not logged in'],
  ['402', 'payment|billing|credits? |subscription|plan (?:expired|limit)|out of (?:credit|fund)|(?:insufficient|not enough|no) (?:credit|fund|balance|money)|(?:quota|usage limit)(?: (?:was )?(?:exhausted|exceeded|reached))?'],
  ['403', '(?:do|does) not have (?:[\\w.]{1,40} )?(?:access|permission)|(?:you|have) no access|no access|forbid|denied|permission|not (?:permitted|allowed|authori[sz]ed)|(?:no|insufficient|missing|lacks?|without) (?:\\w+ )?(?:access|privilege|permission|scope|right|role)|access (?:denied|not)|suspended|banned|blocked|duplicate (?:content|status|tweet)|quota(?: (?:was )?(?:exhausted|exceeded|reached))?|rate[ -]?limit|limit (?:was )?exceeded'],
  ['404', 'not found|no such|does(?: not|n.t) exist|missing|unknown (?:path|route|url|page|resource)|nothing there|dead link|broken link'],
  ['405', 'method|not allowed'],
  ['406', 'not acceptable|accept header'],
  ['407', 'proxy auth'],
  ['408', 'time(?:d )?[ -]?out|took too long|too slow'],
  ['409', 'conflict|modified|already exist|duplicate|in use|version mismatch|already (?:taken|registered|created)'],
  ['410', 'gone|removed|deleted|retired|no longer'],
  ['412', 'precondition|etag|if-match'],
  ['413', 'too (?:large|big|long)|(?:entity|payload|body|file|request) (?:is )?too|exceeds? the (?:size|limit|maximum)'],
  ['414', 'too long|uri'],
  ['415', 'unsupported|media type|content[ -]type'],
  ['416', 'range'],
  ['411', 'length'],
  ['417', 'expectation'],
  ['420', 'rate[ -]?limit|calm|too many|limit|throttl|back(?:ing)? off'],
  ['421', 'misdirected|wrong host'],
  ['422', 'unprocessable|invalid|missing|validation|can(?:not|.t) be (?:blank|processed)|semantic'],
  ['423', 'locked'],
  ['424', 'dependency'],
  ['425', 'too early'],
  ['426', 'upgrade|protocol|tls|old (?:client|version)'],
  ['428', 'precondition'],
  ['429', 'rate[ -]?limit|too many(?: [a-z]{1,20}){0,2} requests|too many|throttl|quota|slow down|(?:limit|quota) (?:was )?(?:exceeded|reached|hit)|flood|back(?:ing)? off|over (?:the )?limit|too fast|hit (?:the|our|a) limit|(?:limit|quota|window|allowance)s? (?:gone|used up|spent|full|is (?:gone|full|spent))|rate window'],
  ['431', 'header'],
  ['451', 'legal|unavailable|geo'],
  ['499', 'client (?:closed|cancel|abort|gave up|disconnect)|cancel|abort'],
  ['500', 'internal|server error|crash|unhandled|exception'],
  ['501', 'not implemented|unsupported|not supported'],
  ['502', 'bad gateway|gateway|upstream|invalid response|connection (?:refused|reset)|proxy'],
  ['503', 'unavailable|backend fetch failed|guru meditation|overload|maintenance|busy|no healthy|circuit|slow down|capacity|down for|temporarily|no (?:server|backend|upstream)|upstream down|(?:service|server|backend) (?:is )?down|unreachable'],
  ['504', '(?:did(?: not|n.t)|never|does(?: not|n.t)) (?:answer|respond|reply)|no (?:answer|response|reply)|time(?:d )?[ -]?out|gateway|took too long|deadline'],
  ['505', 'version'],
  ['507', 'storage|disk|full|space'],
  ['508', 'loop'],
  ['511', 'network|captive|portal'],
  ['520', 'unknown error'],
  ['521', 'down|refused'],
  ['522', 'time(?:d )?[ -]?out'],
  ['523', 'unreachable'],
  ['524', 'time(?:d )?[ -]?out'],
  ['525', 'handshake|ssl|tls'],
  ['526', 'certificate|ssl|tls'],
  ['529', 'overload|busy|capacity'],
]); // prettier-ignore

/** The same with those of other languages. */
const wordings: ReadonlyMap<string, string> = new Map(
  [...english].map(([status, words]) => [
    status,
    [words, foreignWordings.get(status) ?? [], foreignHints.get(status) ?? []].flat().join('|'),
  ]),
);

/** Those alone that say it wherever they stand. */
const certain: ReadonlyMap<string, string> = new Map(
  [...wordings.keys()].map((status) => [
    status,
    [english.get(status) ?? [], foreignWordings.get(status) ?? []].flat().join('|'),
  ]),
);

/** What a wording looks like set off from its number, before and after it, and anywhere. */
interface Wording {
  /** Before `(429)`, ` - 429`, `with 429`. */
  readonly before: RegExp;
  /** Before `: 429`, which may as well be a count. */
  readonly beforeColon: RegExp;
  /** Before `(429)` with a few words between: `zu viele Aufrufe pro Minute (429)`. */
  readonly nearBefore: RegExp;
  readonly after: RegExp;
  /** After it, set off by a blank alone, as a few words by themselves: `403 Access Denied: no`. */
  readonly alone: RegExp;
  /** The same in small letters, at once or behind a word or two, up to the end of what is said. */
  readonly soon: RegExp;
  readonly anywhere: RegExp;
  /** The same without what other things are called as often. */
  readonly certain: RegExp;
}

/** The first letters of the words in {@link wordings}: whether a word may be of one of them. */
export const lettersOfWording = 4;
export const beginningsOfWordings: ReadonlySet<string> = new Set(
  [...wordings.values()]
    .flatMap((words) => words.split(/[^a-z]+/))
    .map((word) => word.slice(0, lettersOfWording))
    .filter((word) => word.length === lettersOfWording),
);

/** What a text must have for any status to be worded in it, a pattern for each status. */
export const anyWording: readonly RegExp[] = [...wordings.values()].map((words) => new RegExp(words, 'i'));

/** The rest of a word, in letters of Latin, Cyrillic, Han, Japanese and Korean. */
const rest = String.raw`[\w\u00c0-\u024f\u0400-\u04ff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{0,12}`;

/** A word in letters of Latin and Cyrillic. */
const word = String.raw`[A-Za-z\u00c0-\u024f\u0400-\u04ff\u1e00-\u1eff'\u2019]{1,16}`;

const patterns = new Map<string, Wording>();

/** How what a status means is worded, as patterns: all but the last sticky at the number's start or end. */
export function wordingOf(status: string): Wording | undefined {
  const words = wordings.get(status);
  let wording = patterns.get(status);
  if (words !== undefined && !wording) {
    const end = String.raw`(?<!\w)(?:${words})${rest}["'\x60)\]]{0,2}`;
    wording = {
      before: new RegExp(String.raw`(?<=${end}[?!]?(?: ?[(\[\uff08]| [-–—] | (?:with|as|by|via|code|status|HTTP) (?:an? )?)["'\x60]?)`, 'iy'),
      beforeColon: new RegExp(String.raw`(?<=${end}(?<!\w\ws)(?: by [\w. -]{1,40})?[:=,] ?["'\x60(\[]{0,2})`, 'iy'),
      nearBefore: new RegExp(String.raw`(?<=(?<!\w)(?:${words})${rest}(?: ${word}){1,4} ?[(\[\uff08])(?=\d{3}[)\]\uff09])`, 'iy'),
      after: new RegExp(String.raw`["'\x60)\]]{0,2}(?:: ["'(\[]{0,2}(?:[\w.'/-]{1,30} ){0,3}|(?:[,;.)]| [-–—]| ?[(\[]|["')\]])["')\]]{0,2} ?["'(\[]{0,2})(?:${words})`, 'iy'),
      alone: new RegExp(String.raw` (?:${words})${rest}(?: [\w']{1,20}){0,2}(?=["')\]]{0,2}(?:[:.,;!]|\s*$))`, 'iy'),
      soon: new RegExp(String.raw` (?:[a-z][\w'-]{1,20} ){0,2}(?:${words})${rest}(?<!\w\ws)(?: [\w']{1,20}){0,2}(?=["')\]]{0,2}(?:[:.,;!(]| \(| [-\u2013\u2014]|\s*$))`, 'y'),
      anywhere: new RegExp(words, 'i'),
      certain: new RegExp(certain.get(status) || '(?!)', 'i'),
    }; // prettier-ignore
    patterns.set(status, wording);
  }
  return wording;
}
