import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { escapeForPattern } from '../systems';
import type { Knowledge } from '../knowledge';
import { distinctPhrases } from '../distinctPhrases';
import { matches, rangeOf } from './matching';

/**
 * Reads reason phrases that a line prints without their number, as scripts and clients do that keep only the text of an
 * error: `upload failed: Bad Gateway`, `got Too Many Requests from the API`, `status=BAD_GATEWAY`.
 */

/** Those of which it says little without a word about the web. */
const common = new Set('401 402 403 404 406 408 412 417 501 507'.split(' '));

/** Where a value begins: at the beginning of the line or of what its level tells, behind punctuation. */
const edge =
  /(?:^\s*|[:=>|\])] {0,4}|[-–—] |(?:\b(?:ERROR|ERR|WARN(?:ING)?|FATAL|CRITICAL|INFO|DEBUG)|[✗✖✘×])[ \t|:-]{1,4})["'`*([]{0,3}$|["`([]$|(?<!\w)'$/;
/** Words that say that an answer is told. */
const told =
  /\b(?:got|received|returned|replied|responded|answered|with|after|due to|because of|status|response|error|server|HTTP|an?) ["'`(]{0,2}$/;
/** Where a value ends. */
const end = /^(?:["'`*)\]]{0,3}(?:[.!]?\s*$|[,;:|<]|\.? ?[([]| [-–—] |[.!] [A-Z]| \w{1,30}=)|["`)\]])/;
/** Where a word that is the whole of a value ends. */
const endOfWord = /^["'`*)\]]{0,3}(?:[.!]?\s*$|[,;]? ?[([]|["`)\]])/;
/** What goes on behind the phrase: `Bad Gateway from upstream`. */
const goingOn = /^ (?:from|for|on|at|in|when|while|after|by|error|response|https?:)(?![a-z])/;
/** The name of a text that says what went wrong. */
const saying = /\b(?:error|err|msg|message|reason|cause|failed|failure|detail)["']?[:=] ?["'`]{0,2}$/i;
/** The name of a status or a code. */
const naming =
  /(?:\b|_)(?:\w{0,20}status(?:_?(?:code|text|message))?|\w{0,20}code|reason|error|result|response|\w{0,40}(?:Error|Exception))["']?[:=] ?["'`]?$/i;
/** What stands before the class of an error that begins a line, and behind it. */
const className = /^\s{0,8}(?:[\w.:]{1,60}(?:\.|::))?$/;
const textOfError = /^: ["'A-Z]/;
const endOfName = /^["'`]?(?:[\s,;})\]]|$)/;

const ofWeb =
  /(?<![a-z])(?:https?|urls?|uri|apis?|requests?|responses?|status|server|remote|upstream|endpoint|web|fetch|download|upload|tweets?|twitter|oauth2?|webhook|GET|POST|PUT|PATCH|DELETE|x\.com)(?![a-z])|(?:Http|Api|Request|Response|Status)(?![a-z])/i;
const ofTrouble =
  /(?<![a-z])(?:fail(?:ed|ure|s)?|errors?|exceptions?|denied|could ?n[o']t|can ?not|can't|unable|reject(?:ed)?|refused|retry|retrying|login|auth(?:entication|orization)?|token|credentials?)(?![a-z])|[a-z](?:Error|Exception)\b|[✗✖✘×]/i;
/** Lines that tell of changes, of what was tested with success, or are comments. */
const ofOtherThings =
  /^\s{0,40}(?:[*-] )?(?:[0-9a-f]{7,40} )?(?:feat|fix|chore|docs|tests?|refactor|perf|build|ci|style|revert)(?:\([^)\n]{0,60}\))?!?: |^\s{0,60}(?:[✓✔√]|ok \d|PASS(?:ED)?\b)|^\s{0,20}(?:\/\/|#|\/?\*) /;

/** So many UTF-16 units beside a phrase are looked at. */
const beside = 80;

const patterns = new WeakMap<Knowledge, RegExp>();

/** All phrases in all their spellings. */
function patternOf(knowledge: Knowledge): RegExp {
  let pattern = patterns.get(knowledge);
  if (!pattern) {
    const statuses = knowledge.catalogs.entries.filter(
      ({ kind, value }) => kind === 'status' && (distinctPhrases.has(value) || common.has(value)),
    );
    const titles = [...new Set(statuses.flatMap(({ titles = [] }) => titles))].sort((a, b) => b.length - a.length);
    const spelled = titles.map((title) => title.split(/[ -]/).map(escapeForPattern).join('[ _-]?'));
    pattern = new RegExp(`(?<![A-Za-z])(?<phrase>${spelled.join('|') || '(?!)'})(?![A-Za-z])`, 'dgi');
    patterns.set(knowledge, pattern);
  }
  return pattern;
}

/**
 * The reason phrases of a line that stand where a value or the text of an error does.
 * @param from where the line begins, which the ranges count from
 */
export function phrasesWithoutNumber(line: string, from: number, knowledge: Knowledge): Candidate[] {
  const result: Candidate[] = [];
  for (const match of matches(patternOf(knowledge), line)) {
    if (ofOtherThings.test(line)) {
      return [];
    }
    const { phrase = '' } = match.groups ?? {};
    const before = line.slice(Math.max(0, match.index - beside), match.index);
    const after = line.slice(match.index + phrase.length, match.index + phrase.length + beside);
    const entries = isSaid(phrase, before, after) ? errorsSaid(phrase, line, knowledge) : [];
    result.push(...candidate(rangeOf(match, 'phrase', from), 'status', entries, 0.7, 'reason phrase'));
  }
  return result;
}

/** Whether what stands beside a phrase makes it a value or the text of an error, by the letters of the phrase. */
function isSaid(phrase: string, before: string, after: string): boolean {
  const words = phrase.split(/[ -]/);
  const isNameInCode = /^(?:[A-Z]+(?:_[A-Z]+)+|(?:[A-Z][a-z]+){2,})$/.test(phrase);
  if (isNameInCode) {
    return (naming.test(before) && endOfName.test(after)) || (className.test(before) && textOfError.test(after));
  }
  // Registries of images: `toomanyrequests: You have reached your pull rate limit.`
  if (phrase === 'toomanyrequests' || phrase === 'unauthorized') {
    return edge.test(before) && /^: [A-Za-z]/.test(after);
  }
  if (words.length === 1) {
    return /^[A-Z][a-z]+$/.test(phrase) && edge.test(before) && endOfWord.test(after);
  }
  if (words.every((word) => /^[A-Z]/.test(word))) {
    return (edge.test(before) || told.test(before)) && (end.test(after) || goingOn.test(after));
  }
  return end.test(after) && (/^[A-Z]/.test(phrase) ? edge.test(before) : saying.test(before));
}

/** The statuses with this phrase, if the line speaks of an answer and has no number that says it better. */
function errorsSaid(phrase: string, line: string, knowledge: Knowledge): readonly Entry[] {
  const entries = knowledge.statusConstant(phrase).filter(({ value }) => Number(value) >= 400);
  const value = entries[0]?.value ?? '';
  const rest = line.replace(phrase, '');
  const isTitle = !/[ -][a-z]/.test(phrase);
  const isOfAnswer =
    distinctPhrases.has(value) ||
    (isTitle && ofWeb.test(rest)) ||
    (/^[A-Z][a-z]+$/.test(phrase) && ofTrouble.test(rest));
  return isOfAnswer && !new RegExp(`(?<![\\w.-])${value}(?![\\w-])`).test(line) ? entries : [];
}
