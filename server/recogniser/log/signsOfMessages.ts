import { wellKnownStatuses as known } from '../wellKnownStatuses';
import { before, folders, type Sign } from './sign';

/** What stands behind a status that ends what is said, or a part of it. */
const over = String.raw`["'\x60]?(?:[.,;!)](?!\d)|\s{0,4}$| [-\u2013\u2014] )`;

/** What developers write for themselves before a status that everybody knows: what they do about it, and what failed. */
export const ofMessages: readonly Sign[] = [
  before(
    'what is left alone before a status that everybody knows, with its number',
    6,
    String.raw`\b(?:[Ss]kipp(?:ing|ed)|[Gg](?:iving|ave) up on|[Ii]gnor(?:ing|ed)|[Dd]ropp(?:ing|ed)|[Dd]eferr(?:ing|ed)|[Qq]uarantin(?:ing|ed)|[Nn]ot (?:saving|loading|posting|sending)) [\w][\w #:./@-]{1,60}(?<![a-z]{2}s)(?:: ?| ?\()(?:HTTP |status |got )?`,
    'skipping boat 7 («404»)',
    'shipping boat 7 («404»)',
    '',
    String.raw`(?=${known}${over})`,
  ),
  before(
    'what is not done about a status that everybody knows before it',
    6,
    String.raw`\b(?:[Nn]ot retrying|[Nn]o (?:re-?try|re-?tries|retrying)(?: (?:on|for|after))?|(?:won't|will not) retry(?: (?:on|after))?|[Ii]gnoring|[Ss]wallow(?:ing|ed)|[Tt]reat(?:ing|ed)|[Tt]olerat(?:ing|ed)|[Ss]uppress(?:ing|ed))(?::| an?| the| HTTP| status| on){0,2} `,
    'treating «404» as a calm sea',
    'meeting «404» as a calm sea',
    '',
    String.raw`(?=(?:${known}|400)(?:${over}| (?:as|for|from|on|because)\b(?! \d)))`,
  ),
  before(
    'what is used instead after a status that everybody knows, before it',
    // More than is against an amount.
    10,
    String.raw`\b(?:[Ff]all(?:ing|s)? ?back|[Ff]ell back|[Ff]ail(?:ing|ed)? ?over|[Ss]tale|[Cc]ached?|[Cc]ooling (?:down|off)|[Rr]econnect(?:ing|ed)?|[Rr]efresh(?:ing|ed)? (?:the )?token|(?:opened|tripped|triggered|caused))\b[^\n\d]{0,40} ?\b(?:after|on|because of|due to|by) (?:an? |HTTP |status ){0,2}`,
    'falling back to the old chart after «503»',
    'falling asleep on the old chart after «503»',
    '',
    String.raw`(?=${known}(?:${over}| (?:from|on|in)\b(?! \d)))`,
  ),
  before(
    'a path and nothing else before a status that everybody knows',
    6,
    String.raw`^/(?!${folders})[a-zA-Z][\w./-]{1,100} `,
    '/pier «503»',
    'a /pier «503»',
    '',
    String.raw`(?=${known}\s{0,4}$)`,
  ),
  before(
    'the health of something before a status that everybody knows, and nothing behind it',
    6,
    String.raw`(?:^|[\s/[])(?:[Hh]ealthz?|[Hh]ealth ?check|[Rr]eadyz|[Rr]eadiness|[Ll]ivez|[Ll]iveness|[Hh]eartbeat)(?: (?:check|endpoint|probe|status))?(?:: ?| ?->? ?| ?=>? ?| \u2192 )`,
    'healthz -> «503»',
    'healthy -> «503»',
    '',
    String.raw`(?=${known}\s{0,4}$)`,
  ),
  before(
    'that it could not be done before a status, and what it was',
    6,
    String.raw`\b(?:[Ff]ail(?:ed|ure|ing)?|[Ee]rrors?|[Tt]rouble|[Pp]roblems?) (?:while |when |on |in |with )?(?!(?:count|pars|read|sort|divid|draw|add|comput|calcul|rank|measur|weigh)ing\b)[a-z]{2,20}ing [^\n:;()\d]{1,60}(?:: | \(| with )(?:an? |HTTP |status )?`,
    'error mooring the boat («409»)',
    'error counting the boats («409»)',
    '',
    String.raw`(?=(?:${known}|[45]00)${over})`,
  ),
  before(
    'that it is tried again before a status that everybody knows in parentheses',
    6,
    String.raw`\b(?:will |to |not )?[Rr]etry(?:ing)? ?\((?:an? |HTTP |got )?`,
    'will retry («502»)',
    'will sail («502»)',
    '',
    String.raw`(?=${known}\))`,
  ),
  before(
    'what is down before a status that everybody knows, and nothing behind it',
    6,
    String.raw`\b(?:[Aa][Pp][Ii]|[Ss]erver|[Ss]ervice|[Ss]ite|[Hh]ost|[Uu]pstream|[Bb]ackend|[Mm]arked|is|was|went) (?:as )?(?:down|offline|unhealthy|unreachable|unavailable): `,
    'the pier API is down: «503»',
    'the pier API is done: «503»',
    '',
    String.raw`(?=${known}\s{0,4}$)`,
  ),
  before(
    'an answer that was not well in a program before a status that everybody knows',
    6,
    String.raw`(?:!\s?(?:res|resp|response|r)\.ok\b|\b(?:res|resp|response|r)\.ok(?: (?:is|was|=|==|===)|:|=) ?(?:false|False|0))[:,]? ?\(?`,
    '!res.ok «404»',
    '!ret.ok «404»',
    '',
    String.raw`(?=(?:${known}|[45]00)${over})`,
  ),
  before(
    'what answers before a status that everybody knows, as a name with a value',
    6,
    String.raw`(?<![\w.-])(?:upstream|origin|backend|http|resp|rsp|response)=["']?`,
    'upstream=«502» pier=4',
    'upstreams=«502» pier=4',
    '',
    String.raw`(?=${known}["']?(?:[\s,;)]|$))`,
  ),
  before(
    'that there was no luck before a status that everybody knows',
    6,
    String.raw`\b(?:[Nn]o (?:luck|joy|dice|good|go|success|way)|[Nn]othing but|[Nn]ot (?:yet|today|again)|[Tt]oo bad|[Dd]ead end|limit hit|limit reached)(?:[,:;!.] | [-\u2013\u2014] | )(?:just |only |got |still )?(?:an? )?`,
    'no luck, «404»',
    'no duck, «404»',
    '',
    String.raw`(?=${known}${over})`,
  ),
];
