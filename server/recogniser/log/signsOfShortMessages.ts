import { wellKnownStatuses as known } from '../wellKnownStatuses';
import { after, before, type Sign } from './sign';

// What developers print in few words while they look for a fault: who answered and the status, an outcry, an arrow.

/** A status that everybody knows, or the first of a class. */
const any = `(?:${known}|[45]00)`;
/** That nothing more is said. */
const atEnd = String.raw`["')\]]{0,2}[.!?]{0,3}\s{0,4}$`;
/** Where a message begins: a line, or behind what its logger wrote. */
const start = String.raw`(?:^|[\])|>:] {1,3})`;
/** What carries a request, by the names of its programs. */
const clients =
  'curl|wget|axios|fetch|httpx|aiohttp|urllib3?|undici|superagent|needle|guzzle|faraday|okhttp|retrofit|reqwest|xhr|ajax';
/** What answers or is asked, as one thing. */
const asked =
  'fetch|look-?up|poll|ping|upload|download|login|log-in|refresh|handshake|introspection|web-?hook|callback|api|upstream|backend|gateway|endpoint|proxy|crawl|scrape';

export const ofShortMessages: readonly Sign[] = [
  before(
    'the client before a status, and nothing else',
    6,
    String.raw`${start}(?:${clients})(?: (?:error|err|failed|said|got))?:? `,
    'axios «401»',
    'axles «401»',
    'i',
    `(?=${any}${atEnd})`,
  ),
  before(
    'what was asked before a status that everybody knows, and nothing behind it',
    6,
    String.raw`\b(?:${asked}) `,
    'harbour: tide fetch «502»',
    'harbour: tide fetches «502»',
    'i',
    `(?=${known}${atEnd})`,
  ),
  before(
    'an outcry before a status that everybody knows, and nothing behind it',
    6,
    String.raw`${start}(?:oops|ouch|ugh|argh|hmm+|boom|damn|wtf|yikes|welp|whoops|uh-?oh|nope)[,:!.]{0,3} (?:an? )?`,
    'oops «502»',
    'loops «502»',
    'i',
    `(?=${any}${atEnd})`,
  ),
  before(
    'nothing but a status that everybody knows and an outcry',
    6,
    start,
    '«404»?!',
    '«404» boats?!',
    '',
    String.raw`(?=${known}[?!]{2,4}\s{0,4}$)`,
  ),
  after(
    'that it was given as an answer behind a status that everybody knows',
    6,
    String.raw`(?<=(?<![\w.])${known})['\u2019]d (?:again|on|by|from|off|out|for|as)\b`,
    'turned away: «403»\u2019d again on the pier',
    'turned away: «403»\u2019s again on the pier',
  ),
  before(
    'that it came back before a status that everybody knows, and an arrow to what is done',
    6,
    String.raw`\b(?:returned|answered|replied|responded|said|gave|came back)(?: with)?(?: an?)? `,
    'the pier returned «401» -> rowing home',
    'the pier returned «401» boats -> rowing home',
    'i',
    String.raw`(?=${any} ?(?:[-=]>|\u2192|[-\u2013\u2014]) ?[a-z])`,
  ),
  before(
    'that it failed and a double colon or an arrow before a status that everybody knows, and nothing behind it',
    6,
    String.raw`\b(?:failed|rejected|refused|denied|aborted|crashed|died|gave up) ?(?:::|[-=]>|\u2192|\u2014) ?`,
    'moored at 7 failed :: «410»',
    'moored at 7 sailed :: «410»',
    'i',
    `(?=${any}${atEnd})`,
  ),
  before(
    'how it ended before a status, and nothing behind it',
    6,
    String.raw`\b(?:blew up|died|crashed|failed|choked|bailed(?: out)?|exploded|came back|ended|fell over|greeted us|hit us|slapped us) (?:with|on|at) an? `,
    'the tide job blew up with a «500»',
    'the tide job grew up with a «500»',
    'i',
    `(?=${any}${atEnd})`,
  ),
  after(
    'that nobody knows why behind a status that everybody knows',
    6,
    String.raw`(?<=${start}${known}),? (?:out of nowhere|all of a sudden|suddenly|for no reason|as expected|yet again|once more|once again|every time|each time|from (?:the|our|their) (?:side|end))\b`,
    'pier: «401» out of nowhere, the seal is old',
    'pier: «401» out of wood, the seal is old',
    'i',
  ),
  before(
    'a call and an arrow before a status that everybody knows, and nothing behind it',
    // More than is against a part of a whole.
    17,
    String.raw`(?<![\w.$])[a-z_]\w{1,40}\([^()\n]{0,60}\) ?(?:[-=]>|\u2192|\u21d2) ?`,
    'moor(boat=88) \u2192 «404»',
    'moored (boat 88) \u2192 «404»',
    'i',
    `(?=${any}${atEnd})`,
  ),
  before(
    'one of several parts and an arrow before a status that everybody knows',
    // More than is against a part of a whole.
    17,
    String.raw`\b(?:chunk|part|page|batch|try|attempt|step|block|segment|file|item) #?\d{1,6}(?:/\d{1,6})? ?(?:[-=]>|\u2192) ?`,
    'chunk 12/40 -> «413», rowing slower',
    'churn 12/40 -> «413», rowing slower',
    'i',
    String.raw`(?=${known}(?:${atEnd}|, [a-z]))`,
  ),
  before(
    'which try it was before a status that everybody knows, as a name with a value',
    6,
    String.raw`\b(?:attempts?|try|tries|retry|retries)[=:]\d{1,4}[, ]{1,2}(?:result|last|status|code|got|resp|response|outcome|rc)[=:]`,
    'attempt=1 result=«503»',
    'boats=1 result=«503»',
    'i',
    String.raw`(?=${known}(?:[\s,;]|$))`,
  ),
  before(
    'a code before a status that everybody knows, as a name with a value, and which try it was',
    6,
    String.raw`(?<![\w.-])(?:code|rc|result)=`,
    'upstream=piers code=«503» attempt=2',
    'upstream=piers node=«503» attempt=2',
    'i',
    String.raw`(?=${known} (?:attempt|try|tries|retry|retries)=\d)`,
  ),
  before(
    'a path and dots before a status that everybody knows, and nothing behind it',
    6,
    String.raw`(?:^|\s)/[\w./-]{1,100} \.{3,60} ?`,
    '/pier .......... «403»',
    'pier .......... «403»',
    '',
    String.raw`(?=${any}\s{0,4}$)`,
  ),
  before(
    'a status that everybody knows between asterisks, before a path',
    6,
    String.raw`(?:^|\s)\*{1,3} ?`,
    '** «404» ** /boat.ico',
    '** «404» ** boats',
    '',
    String.raw`(?=${any} ?\*{1,3} /)`,
  ),
  before(
    'what may be down before a status that everybody knows, and how often it came',
    // More than is against what a unit follows.
    18,
    String.raw`[?!,;:(] `,
    'is the pier shut? «503» x5',
    'is the pier shut «503» x5',
    '',
    String.raw`(?=${known} ?[x\u00d7] ?\d{1,3}(?:[).,;]|\s|$))`,
  ),
  before(
    'that a limit is reached before a status that everybody knows',
    6,
    String.raw`\b(?:(?:rate |usage )?(?:limit|cap|quota|ceiling) (?:hit|reached|exceeded|exhausted|blown) ?\(|rate ?limit(?:ed|s)?[!,:;] )`,
    'rate cap hit («429») \u2013 resting',
    'rate cap hit («429» boats) \u2013 resting',
    'i',
    String.raw`(?=${known}[)!.,;])`,
  ),
  before(
    "curl's word for an error of HTTP before its status",
    16,
    String.raw`\bcurl\b[^\n]{0,30}\b(?:exit|rc|code|error)[ =:]{0,2}\(?22\)? ?\(`,
    'curl exit 22 («404»)',
    'curl exit 7 («404»)',
    'i',
    String.raw`(?=[45]\d\d\))`,
  ),
  before(
    'what is called unwell before a status that everybody knows, and nothing behind it',
    6,
    String.raw`\b(?:health(?:z| ?check| endpoint)?|probe|api|server|service|endpoint|backend|upstream|vendor|provider)\b(?: \w{1,20})?,? (?:is |looks |seems )?(?:red|unhappy|unwell|degraded|flaky|unresponsive|grumpy|not ready|unready|angry)(?: ?[:(]| -) ?(?:status |HTTP )?`,
    'health endpoint red: «503»',
    'health endpoint read: «503»',
    'i',
    `(?=${any}${atEnd})`,
  ),
  before(
    'a list of statuses, parted by blanks, and one that everybody knows',
    // More than is against one of a list and a status behind another.
    24,
    String.raw`\b(?:status(?:es|codes)?|(?:http|status|response) ?codes|answers|responses): ?(?:[1-5]\d\d ){0,20}`,
    'statuses: 200 200 «404» 200',
    'statues: 200 200 «404» 200',
    'i',
    String.raw`(?=${any}(?: [1-5]\d\d){0,20}\s{0,4}$)(?=[^\n]{0,120}\b20\d\b|(?<=\b20\d [^\n]{0,100}))`,
  ),
  after(
    'what a service for messages says behind it',
    6,
    String.raw`(?<=\b(?:apns|fcm|gcm|wns|hms|web ?push|push|expo)[: ]{1,2}${any}) (?:Bad|Invalid|Missing|Not|Un|Too|Expired|Forbidden|Device|Payload|Topic|UN|INVALID|NOT_|QUOTA|SENDER|MISSING|THIRD)\w{2,40}\b`,
    'apns «410» Unregistered',
    'apes «410» Unregistered',
    'i',
  ),
];
