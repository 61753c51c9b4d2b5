import { wellKnownStatuses as known } from '../wellKnownStatuses';
import { actions, after, before, type Sign } from './sign';

/** What stands behind the status where more is said of the error. */
const more = String.raw`(?:[:,;)\]!]|\.(?!\w)| [-\u2013] | (?:when|while|from|calling|[a-z]{2,12}ing)\b)`;

/** An error that is called by a status that everybody knows. */
export const knownErrors: readonly Sign[] = [
  before(
    'an error before a status that everybody knows',
    6,
    String.raw`(?:^|[\])|>:;,.(-] {1,4}|:\d\d(?:[.,]\d{1,6})?Z? |["'(\x60]|\b(?:[Aa]n?|[Tt]he|[Ww]ith|[Bb]y|HTTP|http|API) )(?:[Ee]rror|ERROR)(?:[ _][Cc]ode)?(?:: ?| #?| ?= ?)`,
    'Error «404»: no such pier',
    'Error «404» piers are full',
    '',
    String.raw`(?=(?:${known}|500(?=[:,;]))${more})`,
  ),
  after(
    'an error after a status that everybody knows',
    6,
    String.raw`(?<=(?<![\w.%/-]|^ {1,40})${known}) (?:[Ee]rror|ERROR)\b(?!\.\w| (?:messages|lines|rows|entries|records|reports|events|logs|files)\b)`,
    'then a «404» error was thrown',
    'then «404» error messages were read',
  ),
  before(
    'what could not be done before a status that everybody knows, in brackets',
    6,
    String.raw`\b(?:[Cc]ould not|[Cc]ouldn't|[Cc]annot|[Cc]an't|[Uu]nable to|[Ff]ail(?:ed|ure)? to) [a-z]{2,20}\b[^\n:;()[\]]{0,60}[(\[]`,
    'Could not send the note («403»)',
    'Could send the note («403»)',
    '',
    String.raw`(?=${known}[)\]])`,
  ),
  before(
    'that it was got before a status that everybody knows, and what is done about it',
    6,
    String.raw`\b[Gg]ot (?:an? |the )?`,
    'Got «403», skipping the pier',
    'Lot «403», skipping the pier',
    '',
    String.raw`(?=${known}[,;.:)]? (?:(?:so|now|then|will|we) )?(?:re-?tr|skip|sleep|wait|back(?:ing)? ?off|ignor|giv|abort|again|stopp|paus))`,
  ),
  before(
    'whose error it is before a status that everybody knows, and nothing behind it',
    6,
    String.raw`(?:^|[\])|>:-] {1,4})(?:bot|client|server|service|auth\w{0,12}|login|feed|webhook|upload|download|fetch|sync|post\w{0,4}|tweet\w{0,4}|twitter|request|response|network|proxy|gateway|payment|token|search|stream\w{0,4}) error: `,
    'Bot error: «401»',
    'Boat error: «401»',
    'i',
    String.raw`(?=${known}[.!]?\s{0,4}$)`,
  ),
  before(
    'an arrow between it and the word status',
    6,
    String.raw`(?<![\w.-]|[Ee]xit )(?:[Ss]tatus|STATUS)(?:[ _]?[Cc]ode)? ?[-=]> ?`,
    'status -> «404»',
    'size -> «404»',
    '',
    String.raw`(?=${known}(?![\w.%]))`,
  ),
  before(
    'what a status should be before it',
    6,
    String.raw`\bstatus(?: ?code)?(?: is| was)? (?:expected|supposed|required|ought) to (?:be|equal) `,
    'the status is expected to be «401», not',
    'the width is expected to be «401», not',
    'i',
  ),
  before(
    'what was tried and an arrow before a status that everybody knows, and nothing behind it',
    6,
    String.raw`\b${actions}\b[^\n]{0,60} ?[-=]> ?`,
    'reply to the note -> «403»',
    'lock the pier -> «403»',
    'i',
    String.raw`(?=${known}[.!]?\s{0,4}$)`,
  ),
  before(
    'that it failed before a status that everybody knows',
    6,
    String.raw`\b(?:(?:failed|rejected|refused|denied|declined)! |(?:giv(?:ing|en|e)|gave) up: |retry(?:ing)?(?: \d{1,2}(?:/\d{1,2})?)? (?:after|because of|due to|on) (?:an? )?)`,
    'posting failed! «403»',
    'posting worked! «403»',
    'i',
    String.raw`(?=${known}(?:[.,;!)]|\s|$)(?! (?:ms|s|sec|seconds|minutes)\b))`,
  ),
  before(
    'its phrase before it, which others write before a number of requests',
    6,
    String.raw`\b[Bb]ad [Rr]equest:? [(\[]?`,
    'bad request «400» on the pier',
    'bad request «401» on the pier',
    '',
    String.raw`(?=400(?![\w.%]))`,
  ),
  after(
    'a path of an API after a status that everybody knows, at the beginning of a message',
    6,
    String.raw`(?<=(?:^|[\])|>-] {1,4})[(\[]?${known})[)\]]?:? /(?:\d(?:\.\d)?|v\d|api|rest|graphql)/\w`,
    '[«429»] /2/tweets',
    '[«429»] /piers/tweets',
  ),
];
