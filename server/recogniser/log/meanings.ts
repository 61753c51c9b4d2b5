/**
 * What people write beside a status instead of its reason phrase: `quota exceeded (429)`, `403: Insufficient Permission`.
 * Parts of patterns, tried in any case at the beginning of a word.
 */
const wordings: ReadonlyMap<string, string> = new Map([
  ['400', '\u53c2\u6570\u9519\u8bef|\u8bf7\u6c42\u65e0\u6548|\u9519\u8bef\u7684\u8bf7\u6c42|\u65e0\u6548\u7684?\u8bf7\u6c42|invalid|malformed|bad (?:input|json|syntax|parameter)|missing (?:field|parameter|argument)'],
  ['401', 'unauth|(?:not|un) ?auth|auth\\w{0,14} (?:failed|failure|required|error|expired)|log(?:ged)?[ -]?in|(?:bad|invalid|no|wrong|missing|expired) (?:credential|token|api key|password|session|signature)|credentials? (?:were |are )?(?:rejected|expired|missing|invalid)|(?:token|session|key|login) (?:(?:has|is|was) )?(?:expired|dead|revoked|gone|unknown|invalid|rejected|stale)|not logged in|\u672a\u6388\u6743|\u672a\u767b\u5f55|\u672a\u8ba4\u8bc1|\u8a8d\u8a3c|no autorizad|n\u00e3o autorizad|nicht autorisiert|non autoris|\u043d\u0435 \u0430\u0432\u0442\u043e\u0440\u0438\u0437'],
  ['402', 'payment|billing|credits? |subscription|plan (?:expired|limit)|out of (?:credit|fund)|(?:insufficient|not enough|no) (?:credit|fund|balance|money)|(?:quota|usage limit)(?: (?:was )?(?:exhausted|exceeded|reached))?'],
  ['403', '(?:do|does) not have (?:[\\w.]{1,40} )?(?:access|permission)|(?:you|have) no access|no access|verweigert|forbid|denied|permission|not (?:permitted|allowed|authori[sz]ed)|(?:no|insufficient|missing|lacks?|without) (?:\\w+ )?(?:access|privilege|scope|right|role)|access (?:denied|not)|suspended|banned|blocked|duplicate (?:content|status|tweet)|\u7981\u6b62|\u6743\u9650|\u62d2\u7edd\u8bbf\u95ee|\u6a29\u9650|denegad|prohibid|proibid|negad|verboten|interdit|refus|\u0437\u0430\u043f\u0440\u0435\u0449|quota(?: (?:was )?(?:exhausted|exceeded|reached))?|rate[ -]?limit|limit (?:was )?exceeded'],
  ['404', 'not found|no such|does(?: not|n.t) exist|missing|unknown (?:path|route|url|page|resource)|nothing there|dead link|broken link|\u672a\u627e\u5230|\u627e\u4e0d\u5230|\u4e0d\u5b58\u5728|\u898b\u3064\u304b\u308a|no (?:se )?encontr|n\u00e3o encontrad|nicht gefunden|introuvable|\u043d\u0435 \u043d\u0430\u0439\u0434\u0435\u043d'],
  ['405', 'method|not allowed'],
  ['406', 'not acceptable|accept header'],
  ['407', 'proxy auth'],
  ['408', 'time(?:d )?[ -]?out|took too long|too slow'],
  ['409', 'conflict|already exist|duplicate|in use|version mismatch|already (?:taken|registered|created)|\u51b2\u7a81|\u7af6\u5408'],
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
  ['422', 'unprocessable|invalid|validation|can(?:not|.t) be (?:blank|processed)|semantic'],
  ['423', 'locked'],
  ['424', 'dependency'],
  ['425', 'too early'],
  ['426', 'upgrade|protocol|tls|old (?:client|version)'],
  ['428', 'precondition'],
  ['429', 'rate[ -]?limit|too many(?: [a-z]{1,20}){0,2} requests|too many|throttl|quota|slow down|(?:limit|quota) (?:was )?(?:exceeded|reached|hit)|flood|back(?:ing)? off|over (?:the )?limit|too fast|hit (?:the|our|a) limit|(?:limit|quota|window|allowance)s? (?:gone|used up|spent|full|is (?:gone|full|spent))|rate window|\u9650\u6d41|\u9891\u7387|\u8fc7\u591a|\u9891\u7e41|\u30ec\u30fc\u30c8\u5236\u9650|demasiad[ao]s (?:solicitudes|peticiones|llamadas)|muitas requisi\u00e7\u00f5es|zu viele (?:anfragen|aufrufe)|trop de requ\u00eates|\u0441\u043b\u0438\u0448\u043a\u043e\u043c \u043c\u043d\u043e\u0433\u043e [\u0430-\u044f\u0451]{1,14}|\u043f\u0440\u0435\u0432\u044b\u0448\u0435\u043d[\u0430-\u044f\u0451]{0,3} \u043b\u0438\u043c\u0438\u0442(?: [\u0430-\u044f\u0451]{1,14})?|(?:limite|l\u00edmite) de (?:requisi\u00e7\u00f5es|taxa|solicitudes|peticiones)(?: [a-z\u00e7\u00e3\u00f5\u00e1\u00e9\u00ed]{1,14})?|limite de requ\u00eates'],
  ['431', 'header'],
  ['451', 'legal|unavailable|geo'],
  ['499', 'client (?:closed|cancel|abort|gave up|disconnect)|cancel|abort'],
  ['500', 'internal|server error|crash|unhandled|exception|\u670d\u52a1\u5668\u9519\u8bef|\u5185\u90e8\u9519\u8bef|\u30b5\u30fc\u30d0\u30fc\u30a8\u30e9\u30fc|\u30b5\u30fc\u30d0\u30a8\u30e9\u30fc|erro interno|error interno|interner fehler|erreur interne|\u0432\u043d\u0443\u0442\u0440\u0435\u043d\u043d\u044f\u044f \u043e\u0448\u0438\u0431\u043a\u0430'],
  ['501', 'not implemented|unsupported|not supported'],
  ['502', 'bad gateway|gateway|upstream|invalid response|connection (?:refused|reset)|proxy'],
  ['503', 'unavailable|backend fetch failed|guru meditation|overload|maintenance|busy|no healthy|circuit|slow down|capacity|down for|temporarily|no (?:server|backend|upstream)|upstream down|(?:service|server|backend) (?:is )?down|unreachable|\u4e0d\u53ef\u7528|\u7ef4\u62a4|\u7e41\u5fd9|\u30e1\u30f3\u30c6\u30ca\u30f3\u30b9|no disponible|indispon|nicht erreichbar|\u043d\u0435\u0434\u043e\u0441\u0442\u0443\u043f'],
  ['504', 'time(?:d )?[ -]?out|gateway|took too long|deadline|\u8d85\u65f6|\u30bf\u30a4\u30e0\u30a2\u30a6\u30c8|tiempo de espera|tempo esgotado|zeit\u00fcberschreitung|d\u00e9lai|\u0442\u0430\u0439\u043c\u0430\u0443\u0442'],
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

/** What a wording looks like set off from its number, before and after it, and anywhere. */
interface Wording {
  /** Before `(429)`, ` - 429`, `with 429`. */
  readonly before: RegExp;
  /** Before `: 429`, which may as well be a count. */
  readonly beforeColon: RegExp;
  readonly after: RegExp;
  /** After it, set off by a blank alone, as a few words by themselves: `403 Access Denied: no`. */
  readonly alone: RegExp;
  readonly anywhere: RegExp;
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

const patterns = new Map<string, Wording>();

/** How what a status means is worded, as patterns: all but the last sticky at the number's start or end. */
export function wordingOf(status: string): Wording | undefined {
  const words = wordings.get(status);
  let wording = patterns.get(status);
  if (words !== undefined && !wording) {
    const end = String.raw`(?<!\w)(?:${words})\w{0,12}["'\x60)\]]{0,2}`;
    wording = {
      before: new RegExp(String.raw`(?<=${end}[?!]?(?: ?[(\[\uff08]| [-–—] | (?:with|as|by|via|code|status|HTTP) (?:an? )?)["'\x60]?)`, 'iy'),
      beforeColon: new RegExp(String.raw`(?<=${end}(?<!\w\ws)(?: by [\w. -]{1,40})?[:=,] ?["'\x60(\[]{0,2})`, 'iy'),
      after: new RegExp(String.raw`["'\x60)\]]{0,2}(?:: ["'(\[]{0,2}(?:[\w.'/-]{1,30} ){0,3}|(?:[,;.)]| [-–—]| ?[(\[]|["')\]])["')\]]{0,2} ?["'(\[]{0,2})(?:${words})`, 'iy'),
      alone: new RegExp(String.raw` (?:${words})\w{0,12}(?: [\w']{1,20}){0,2}(?=["')\]]{0,2}(?:[:.,;!]|\s*$))`, 'iy'),
      anywhere: new RegExp(words, 'i'),
    }; // prettier-ignore
    patterns.set(status, wording);
  }
  return wording;
}
