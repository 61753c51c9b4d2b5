import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { messageWeight } from '../texts';
import { isOwnName } from '../knowledge';
import { candidate, type Candidate } from '../candidate';
import { part } from './grammar';
import { literalAt, stringAt } from './literalNodes';
import { isErrorText, isStatusName, plain } from './names';
import type { Meaning } from './place';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

const wordPattern = /\babout:blank\b|[A-Za-z][\w-]{2,80}/g;
const memberPattern = /\b[A-Z]\w{2,60}(?:\.|::[A-Z]\w{2,60}::)[A-Z]\w{2,60}\b/g;
/** How an enumeration of statuses prints its members. */
const statusWord = /^[A-Z][a-z]+(?:[A-Z][a-z]+){0,5}$/;

/** A parameter of PowerShell that is a status by its type: words such as `Locked` are those of doors, too. */
const typedStatus = /HttpStatusCode\]\s*\$/;

/** Words that a vendor gives as codes, and symbols of a language that name a status. */
export function* wordCandidates(reading: Reading): Generator<Candidate[]> {
  const { file, contexts, knowledge, systems } = reading;
  const errorsNamed = (word: string) => knowledge.statusConstant(word).filter((entry) => Number(entry.value) >= 400);
  for (const { 0: value, index } of file.text.matchAll(wordPattern)) {
    // After a slash it is a part of an address.
    const codes = file.text[index - 1] === '/' ? [] : knowledge.code(value);
    const address = value === 'about:blank' ? value : `https://api.x.com/2/problems/${value}`;
    const problemTypes = /[-:]/.test(value) ? knowledge.problemType(address) : [];
    const isSymbol = isSymbolAt(file, index, value);
    const statuses = isSymbol ? errorsNamed(value) : [];
    const isOfBody = knowledge.isFieldValue(value) || knowledge.titled(value).length > 0;
    const named = !isSymbol && codes.length === 0 && !isOfBody && statusWord.test(value) ? errorsNamed(value) : [];
    if (codes.length === 0 && problemTypes.length === 0 && statuses.length === 0 && named.length === 0 && !isOfBody) {
      continue;
    }
    const range = { start: index, end: index + value.length };
    const node = isSymbol ? stringAt(file, range.start - 1) : literalAt(file, range.start, range.end);
    if (!node && codes.length > 0 && isKeyAmongCodes(reading, range)) {
      yield candidate(
        range,
        'code',
        codes,
        codes.some((entry) => !entry.common) ? 0.9 : 0.6,
        `key ${value} among codes`,
      );
      continue;
    }
    const is = node && file.shape(node)?.is;
    // `case "$type" in */problems/usage-capped)`, `type.endsWith('/problems/usage-capped')`
    if (problemTypes.length > 0 && file.text.startsWith('problems/', index - 9) && isEndOfType(file, index)) {
      yield candidate(range, 'problem-type', problemTypes, 0.8, 'end of a problem type');
      continue;
    }
    const isOwn = codes.some((entry) => !entry.common || (value.includes('_') && systems.has(entry.catalog.id)));
    if (isOwn && codeBefore.test(file.text.slice(Math.max(0, index - longestKey), index)) && stringAt(file, index)) {
      yield candidate(range, 'code', codes, 0.8, 'code in a printed body');
      continue;
    }
    if (!node || (is !== 'string' && is !== 'symbol') || file.contentOf(node).replace(/^[:./]/, '') !== value) {
      continue;
    }
    if (is === 'symbol' && file.grammar.members) {
      yield ofMember(reading, node, range, statuses);
      continue;
    }
    const meaning = contexts.meaningOf(node);
    if (is === 'string' && named.length > 0) {
      // `$_.Exception.Response.StatusCode -eq 'TooManyRequests'`
      const isCompared =
        meaning?.what === 'status' &&
        /code|http/i.test(meaning.name) &&
        /^(?:compared with|switched on)/.test(meaning.evidence);
      // `New-Fault -Status Unauthorized`
      const isGiven =
        node.type === 'generic_token' &&
        meaning?.what === 'status' &&
        /^(?:value of -|argument of)/.test(meaning.evidence) &&
        (/[a-z][A-Z]|^(?:Unauthorized|Forbidden)$/.test(value) || file.says(typedStatus)) &&
        file.subject.speaksHttp;
      yield isCompared || isGiven ? candidate(range, 'status', named, 0.8, meaning.evidence) : [];
      continue;
    }
    if (is === 'symbol') {
      if (meaning?.what === 'status') {
        yield candidate(
          { start: range.start - 1, end: range.end },
          'status',
          statuses,
          meaning.weight,
          meaning.evidence,
        );
      }
      continue;
    }
    const known = meaning && meaning.what !== 'phrase' ? meaning : undefined;
    // The type that says nothing is worth a word only where it is looked for.
    if (value === 'about:blank' && !known?.evidence.startsWith('compared with')) {
      continue;
    }
    const isVendor = codes.some((entry) => systems.has(entry.catalog.id));
    const isDistinctive = codes.some((entry) => !entry.common);
    // The same word is the state of a thing in every other program, also in one that talks to the vendor.
    const isAmongCodes =
      codes.length > 0 && !isDistinctive && isVendor && (isListedWithCodes(reading, node) || hasStatus(reading, node));
    if (
      codes.length > 0 &&
      !isDistinctive &&
      !known &&
      !isAmongCodes &&
      !/error|limit|exceeded|failed|denied/i.test(value)
    ) {
      continue;
    }
    const isNamed = known && (isErrorText(known.name) || known.what === 'code' || known.what === 'vendor-code');
    // Words mean something only beside their vendor's name, or when nobody else uses them and they are tested.
    const weight = isDistinctive
      ? isVendor
        ? 0.9
        : known
          ? 0.6
          : 0.3
      : isNamed || isAmongCodes
        ? 0.6
        : known
          ? 0.35
          : 0.1;
    // Others have an `internal-error` of their own, which they give to what they make.
    const isTold =
      known !== undefined &&
      (/^(?:compared with|switched on)/.test(known.evidence) ||
        problemTypes.some((entry) => systems.has(entry.catalog.id) || reading.ofProject.has(entry.catalog.id)));
    yield [
      ...(known && isOfBody ? ofBody(range, value, known, reading) : []),
      ...candidate(range, 'code', codes, weight, known?.evidence ?? `code ${value}`),
      ...candidate(range, 'problem-type', problemTypes, isTold ? 0.5 : 0.35, `slug of a problem type`),
    ];
  }
}

/** Whether a string begins with the end of an address: `/problems/usage-capped`, after a star in a shell's pattern. */
function isEndOfType(file: SourceFile, at: number): boolean {
  const node = stringAt(file, at);
  return node !== undefined && /^\W{0,3}(?:problems\/)/.test(file.contentOf(node));
}

/** The key of a code in data that a string holds: `'{"code":"CAMPAIGN_NOT_FOUND"}'`. */
const codeBefore = /["'](?:error_?)?(?:code|error)\\{0,3}["']\s{0,4}:\s{0,4}\\{0,3}["']$/;
const longestKey = 30;

/** Items of a list that are looked at. */
const mostItems = 40;

/** Whether another item of the list is a code that only the vendor gives, or all of several are codes of the vendor. */
function isListedWithCodes({ file, knowledge, systems }: Reading, node: Node): boolean {
  // Kotlin has a node for each argument.
  const isInArgument = node.parent?.type === 'value_argument';
  const list = isInArgument ? node.parent.parent : node.parent;
  if (!list || !['list', 'arguments'].includes(file.shape(list)?.is ?? '') || list.namedChildCount > mostItems) {
    return false;
  }
  const ofVendor = list.namedChildren.map((argument) => {
    const item = isInArgument ? argument?.namedChild(0) : argument;
    const codes = item && file.shape(item)?.is === 'string' ? knowledge.code(file.contentOf(item)) : [];
    return codes.filter((entry) => systems.has(entry.catalog.id));
  });
  return (
    ofVendor.flat().some((entry) => !entry.common) ||
    (ofVendor.length >= severalCodes && ofVendor.every((codes) => codes.length > 0))
  );
}

/** So many words of a vendor in a list are its codes. */
const severalCodes = 3;

/**
 * Whether a name without quotes is a key of a map whose keys are codes of a vendor that the file names, one of them nobody
 * else's: `{ no_credits: 'Buy credits.', x_content_too_long: 'Too long.' }`.
 */
function isKeyAmongCodes({ file, knowledge, systems }: Reading, { start, end }: Candidate['range']): boolean {
  const key = file.root.descendantForIndex(start, end - 1);
  const pair = key?.parent;
  const shape = pair && file.shape(pair);
  if (!key || !pair?.parent || shape?.is !== 'pair' || !file.isPart(pair, shape.key, key) || key.endIndex !== end) {
    return false;
  }
  const map = pair.parent;
  if (map.namedChildCount > mostItems) {
    return false;
  }
  const ofVendor = map.namedChildren.map((item) => {
    const of = item && file.shape(item);
    const name = item && of?.is === 'pair' ? file.lastName(part(item, of.key)) : '';
    return knowledge.code(name).filter(({ catalog }) => systems.has(catalog.id));
  });
  const known = ofVendor.filter((entries) => entries.length > 0);
  return 2 * known.length > ofVendor.length && known.some((entries) => entries.some(({ common }) => !common));
}

/** Whether a word is the key of a status: `{ duplicate: 403 }`, `{ duplicate: { status: 403 } }`. */
function hasStatus({ file, knowledge }: Reading, node: Node): boolean {
  const pair = node.parent;
  const shape = pair && file.shape(pair);
  if (!pair || shape?.is !== 'pair' || !file.isPart(pair, shape.key, node)) {
    return false;
  }
  const [, number] = statusOfEntry.exec(part(pair, shape.value)?.text.slice(0, longestEntry) ?? '') ?? [];
  return number !== undefined && knowledge.status(number).length > 0;
}

/** How much of an entry is read to find its status, in UTF-16 units. */
const longestEntry = 200;
const statusOfEntry = /^(?:[^\w"']{0,4}["']?(?:http_?)?status(?:_?code)?["']?\s*(?::|=>|=)\s*)?([45]\d\d)\b/i;

/** Whether a word is written as a symbol: `:not_found`, `.notFound`. */
function isSymbolAt(file: SourceFile, index: number, value: string): boolean {
  const before = file.text[index - 1];
  return file.grammar.members
    ? before === '.' && !/[\w)\]}?!]/.test(file.text[index - 2] ?? '') && /^[a-z]+$/i.test(value)
    : before === ':' && /^[a-z_]+$/.test(value);
}

/** `response.status == .notFound`: a member of a type that is left out, unless the file has such a member of its own. */
function ofMember(
  { file, contexts }: Reading,
  node: Node,
  range: Candidate['range'],
  statuses: readonly Entry[],
): Candidate[] {
  const isOwn = file.occurrences(file.nameOf(node)).some(({ parent }) => parent && file.shape(parent)?.is === 'bind');
  const meaning = statuses.length > 0 && file.subject.speaksHttp && !isOwn ? contexts.meaningOf(node) : undefined;
  return meaning?.what === 'status' && isStatusName(meaning.name)
    ? candidate(range, 'status', statuses, meaning.weight, meaning.evidence)
    : [];
}

/** A word beside a field of an error's body: `problem.connection_issue === 'TooManyConnections'`. */
function ofBody(range: Candidate['range'], value: string, meaning: Meaning, reading: Reading): Candidate[] {
  const { knowledge, systems } = reading;
  const decided = knowledge.byField(meaning.name, value);
  const titled = plain(meaning.name).endsWith('title') ? knowledge.titled(value) : [];
  const entries =
    isOwnName(value) && decided.length > 0 ? decided : [...decided, ...titled].filter((e) => systems.has(e.catalog.id));
  return candidate(range, 'title', entries, 0.7, meaning.evidence);
}

/** Members of a library's enumeration that catalogs know by their full name: `EApiV1ErrorCode.DuplicatedTweet`. */
export function* memberCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  for (const { 0: name, index } of file.text.matchAll(memberPattern)) {
    const codes = knowledge.code(name);
    const problemTypes = codes.length === 0 ? knowledge.problemType(name) : [];
    if (codes.length + problemTypes.length > 0 && !stringAt(file, index)) {
      const range = { start: index, end: index + name.length };
      yield [
        ...candidate(range, 'code', codes, 0.95, `constant ${name}`),
        ...candidate(range, 'problem-type', problemTypes, 0.95, `constant ${name}`),
      ];
    }
  }
}

/** Fixed words of a text with a part that varies below which any program may print it: `The name parameter is required`. */
const fewestWords = 5;

/** Fixed words below which a part of a longer text may be said by any program that speaks of another system's topics. */
const fewestOfPart = 6;

function isAnybodys(text: string, { range, words }: { range: Candidate['range']; words: number }): boolean {
  const all = text.slice(range.start, range.end).match(/[\w'-]+/g) ?? [];
  return words < fewestWords && all.length > words;
}

/** Whether a text has the code of a message that is in it: `187: Status is a duplicate.` */
function isBesideCode(text: string, { entries }: { entries: readonly Entry[] }): boolean {
  const codes: readonly string[] = text.match(/\w+/g) ?? [];
  return entries.some(({ value }) => codes.includes(value));
}

/** Problem types and printed texts inside strings. */
export function* textCandidates({ file, contexts, knowledge, systems, ofProject }: Reading): Generator<Candidate[]> {
  const { text } = file;
  const addresses: { start: number; end: number }[] = [];
  for (const { start, end, entries } of knowledge.problemTypes(text, 0, text.length)) {
    addresses.push({ start, end });
    const inString = stringAt(file, start) !== undefined;
    yield candidate({ start, end }, 'problem-type', entries, inString ? 0.95 : 0.55, 'problem type');
  }
  for (const match of knowledge.messages.find(text)) {
    const string = stringAt(file, match.range.start);
    const isInAddress = addresses.some(({ start, end }) => start <= match.range.start && match.range.end <= end);
    // `endsWith('/rate-limit-exceeded')`
    if (isInAddress || text[match.range.start - 1] === '/') {
      continue;
    }
    if (!string || file.commentAt(match.range.start)) {
      const isSpokenOf = !match.isTitle && match.words >= 4 && file.commentAt(match.range.start);
      yield isSpokenOf ? candidate(match.range, 'message', match.entries, 0.5, 'quoted in a comment') : [];
      continue;
    }
    const isWhole = plain(file.contentOf(string)) === plain(text.slice(match.range.start, match.range.end));
    const isOfSystem = match.entries.some((entry) => systems.has(entry.catalog.id));
    const isOfOthers =
      !isWhole &&
      match.words < fewestOfPart &&
      ofProject.size > 0 &&
      match.entries.every(({ catalog }) => !ofProject.has(catalog.id));
    const isOfTopic = match.entries.some((entry) => ofProject.has(entry.catalog.id));
    // Within a longer text of a program that has to do with no system, a few words are anybody's.
    if (
      !isWhole &&
      !isOfSystem &&
      !isOfTopic &&
      match.words < fewestWords &&
      !isBesideCode(file.contentOf(string), match)
    ) {
      yield [];
      continue;
    }
    const meaning = isWhole && (isOfSystem || isOfTopic) ? contexts.meaningOf(string) : undefined;
    // Where the text only speaks of what the system is for, it has to be looked for in an error.
    const isMeant = isOfSystem || (meaning && /^(?:compared with|switched on)/.test(meaning.evidence));
    if (meaning && isMeant && (meaning.what === 'text' || meaning.what === 'word')) {
      yield candidate(match.range, match.isTitle ? 'title' : 'message', match.entries, 0.6, meaning.evidence);
    } else if (!match.isTitle && match.words >= 3 && (isOfSystem || !(isAnybodys(text, match) || isOfOthers))) {
      yield candidate(match.range, 'message', match.entries, messageWeight('', match.words, false), 'its message');
    }
  }
}
