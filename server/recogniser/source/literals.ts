import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { messageWeight } from '../body';
import { candidate, type Candidate } from '../candidate';
import { inComment } from './comments';
import { part } from './grammar';
import { isErrorText, isStatusName, isStatusOption, plain, whatIsNamed } from './names';
import type { Meaning } from './place';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/** A number with what languages write after one, but no part of a name, a version, a colour or a decimal number. */
const numberPattern =
  /(?<![\w$#-]|[^.]\.)[1-9]\d{0,3}(?=(?:[uUlL]{1,2}|_?[iu](?:8|16|32|64|size))?(?!\w|%|\.[^.]|-\w))/g;
const wordPattern = /\babout:blank\b|[A-Za-z][\w-]{2,80}/g;
const memberPattern = /\b[A-Z]\w{2,60}(?:\.|::[A-Z]\w{2,60}::)[A-Z]\w{2,60}\b/g;
const wrappedNumber = /^(?:HTTP|[Ss]tatus|[Ee]rror|[Cc]ode|[\s:=([*])+(\d{3})[\s:)\]*]*$/;
/** How an enumeration of statuses prints its members. */
const statusWord = /^[A-Z][a-z]+(?:[A-Z][a-z]+){0,5}$/;
/** The key that a number in printed JSON belongs to. */
const keyBefore = /[{,]\s*\\?["']([A-Za-z_]\w{0,40})\\?["']\s*:\s*\\?["']?$/;
/** Statuses that an option of a command takes: `--retry-on-http-error=429,503`; or the list alone. */
const statusOption = /^(?:--?([A-Za-z][\w-]{2,40})=)?(\d{3}(?:(?:,\s?|[ |])\d{3}){0,20})$/;
const statusLine = /^(?:HTTP\/\d(?:\.\d)?|Status:)\s*([45]\d\d)\b/;
/** The last status of a class, in `500..599` and `status <= 499`: a bound that says no more than the class does. */
const endOfClass = /^[45]99$/;
/** Words after a status that may be its phrase: two or more anywhere, one at the end of the text. */
const phraseAfter = /^ (?:[A-Z][A-Za-z-]+(?: [A-Za-z-]+){1,4}|[A-Z][a-z]+(?=\W*$))/;

/** Numbers that are the status or the code of an error. */
export function* numberCandidates(reading: Reading): Generator<Candidate[]> {
  const { file, contexts, knowledge } = reading;
  let spokenOf: Candidate['range'] | undefined;
  for (const match of file.text.matchAll(numberPattern)) {
    const number = match[0];
    const codes = knowledge.code(number);
    const statuses = knowledge.status(number);
    if (codes.length === 0 && !(statuses.length > 0 && Number(number) >= 400)) {
      continue;
    }
    const range = { start: match.index, end: match.index + number.length };
    const comment = file.commentAt(range.start);
    if (comment) {
      const found = inComment(reading, comment, range, spokenOf);
      spokenOf = found[0]?.range ?? spokenOf;
      yield found;
      continue;
    }
    const node = contexts.isExhausted ? undefined : literalAt(file, range.start, range.end);
    if (!node) {
      continue;
    }
    // `error.message.includes('(404)')`, `'status code 429'`
    const written = file.shape(node)?.is === 'number' ? number : file.contentOf(node);
    const content = wrappedNumber.exec(written)?.[1] ?? written;
    if (content !== number) {
      yield inText(reading, node, content, range, number);
      continue;
    }
    const meaning = contexts.meaningOf(node);
    yield meaning ? ofNumber(range, meaning, number, reading, file.shape(node)?.is === 'string') : [];
  }
}

/** A number inside of a longer string: a status line, a printed body, a pattern that finds it. */
function inText(reading: Reading, node: Node, content: string, range: Candidate['range'], number: string): Candidate[] {
  const { file, contexts, knowledge, systems } = reading;
  const statuses = Number(number) >= 400 ? knowledge.status(number) : [];
  if (statuses.length > 0 && statusLine.exec(content)?.[1] === number) {
    return candidate(range, 'status', statuses, 0.92, 'status line');
  }
  // `'404 Not Found'`
  const words =
    phraseAfter
      .exec(file.text.slice(range.end, Math.min(node.endIndex - 1, range.end + 60)))?.[0]
      .trim()
      .split(' ') ?? [];
  if (
    statuses.length > 0 &&
    words.some((_, at) => knowledge.isReasonPhrase(number, words.slice(0, at + 1).join(' ')))
  ) {
    return candidate(range, 'status', statuses, 0.8, 'status and its phrase');
  }
  const before = file.text.slice(Math.max(node.startIndex + 1, range.start - 24), range.start);
  if (node.type === 'regex' && new RegExp(`(?<![\\w.])${number}(?![\\w.])`).test(content)) {
    const meaning = contexts.meaningOf(node);
    // In a text, `/voucher 503/` is about a voucher.
    const isOther = meaning?.what === 'text' && /[A-Za-z]{3}\W{0,3}$/.test(before) && !printedStatus.test(before);
    return meaning && !isOther
      ? ofNumber(range, { ...meaning, weight: Math.min(meaning.weight, 0.7) }, number, reading, true)
      : [];
  }
  const [, option, list = ''] = statusOption.exec(content) ?? [];
  if (list !== '') {
    const isOption = option !== undefined && isStatusOption(option);
    const meaning = option === undefined ? contexts.meaningOf(node) : undefined;
    return isOption || meaning?.what === 'status'
      ? candidate(range, 'status', statuses, 0.9, `option ${option ?? meaning?.name ?? ''}`)
      : [];
  }
  // `error.message === 'Request failed with status code 404'`
  if (statuses.length > 0 && file.speaksHttp) {
    const meaning = printedStatus.test(before) ? contexts.meaningOf(node) : undefined;
    if (meaning?.what === 'text' && meaning.evidence.startsWith('compared with')) {
      return candidate(range, 'status', statuses, 0.7, meaning.evidence);
    }
  }
  // `jq -e '.errors[0].code == 187'`, `$.errors[?(@.code == 187)]`
  const filtered = filterBefore.exec(file.text.slice(Math.max(node.startIndex, range.start - 80), range.start))?.[1];
  if (filtered !== undefined) {
    return ofFilter(reading, filtered, content, range, number, statuses);
  }
  const key = /^\s*[[{]/.test(content)
    ? keyBefore.exec(file.text.slice(Math.max(node.startIndex, range.start - 80), range.start))?.[1]
    : undefined;
  const what = key === undefined ? undefined : whatIsNamed(key);
  if (what === 'status') {
    return candidate(range, 'status', statuses, 0.7, `key ${key ?? ''} in a printed body`);
  }
  const codes = knowledge.code(number).filter((entry) => systems.has(entry.catalog.id));
  return what === 'code' && /errors?\b/.test(content)
    ? candidate(range, 'code', codes, 0.45, 'code in a printed body')
    : [];
}

/** The words with which clients print a status: `Request failed with status code 404`. */
const printedStatus =
  /\b(?:HTTP(?:\/\d(?:\.\d)?)?|status(?: code)?|(?:response|error)(?: code)?|code)(?:\\s[*+]?|[ :=]){1,3}$/i;

/** A filter in a string compares a field with the number. */
const filterBefore = /[.@"'\]]([A-Za-z_]\w{0,40})["'\]]?\s?(?:===?|!==?|=|>=)\s?\\?["']?$/;

function ofFilter(
  { file, knowledge, systems }: Reading,
  field: string,
  content: string,
  range: Candidate['range'],
  number: string,
  statuses: readonly Entry[],
): Candidate[] {
  const what = whatIsNamed(field);
  const codes = knowledge.code(number).filter((entry) => systems.has(entry.catalog.id));
  const evidence = `compared with ${field} in a filter`;
  if (what === 'status') {
    return candidate(range, 'status', file.speaksHttp ? statuses : [], 0.8, evidence);
  }
  return what === 'code' && /errors?\b/.test(content) ? candidate(range, 'code', codes, 0.6, evidence) : [];
}

function ofNumber(
  range: Candidate['range'],
  meaning: Meaning,
  number: string,
  reading: Reading,
  isText: boolean,
): Candidate[] {
  const { knowledge, systems, ofProject } = reading;
  const { speaksHttp } = reading.file;
  const { what, weight, evidence, name, isRanged } = meaning;
  const codes = knowledge.code(number);
  const isError = Number(number) >= 400 && !(isRanged && endOfClass.test(number));
  const statuses = isError ? knowledge.status(number) : [];
  switch (what) {
    case 'status':
      return candidate(range, 'status', statuses, weight, evidence);
    case 'vendor-code':
      // A status is no code for the only reason that the project talks to somebody who has such a code.
      return codes.some(({ catalog: { id } }) => systems.has(id) || (statuses.length === 0 && ofProject.has(id)))
        ? candidate(range, 'code', codes, weight * 0.6, evidence)
        : candidate(range, 'status', statuses, speaksHttp ? weight : 0.3, evidence);
    case 'code':
      if (statuses.length > 0) {
        return candidate(range, 'status', statuses, speaksHttp ? Math.min(weight, 0.9) : 0.3, evidence);
      }
      // A bound of a range and the code of a success name no error of a vendor.
      if (isRanged || /^20\d$/.test(number)) {
        return [];
      }
      // In a table of a program that names no vendor, it may be the code of anything.
      return candidate(
        range,
        'code',
        codes,
        weight * (systems.size === 0 && /^value of/.test(evidence) ? 0.4 : 0.5),
        evidence,
      );
    // `error.message.includes('429')`
    case 'text':
      return isText && speaksHttp ? candidate(range, 'status', statuses, weight, evidence) : [];
    case 'phrase': {
      const phrase = name.replace(
        /^(?:HTTP_?|SC_|STATUS_?|CODE_?|ERR(?:OR)?_?|k)*(?:STATUS_?|CODE_?)*(?:\d{3}_?)?/i,
        '',
      );
      // `statusUnprocessable`: a name that says status may leave out a part of the phrase.
      const isShort = phrase !== name && /^(?:http|sc_|status)/i.test(name);
      const isNamed = isShort ? knowledge.isPartOfPhrase(number, phrase) : knowledge.isReasonPhrase(number, phrase);
      return speaksHttp && isNamed ? candidate(range, 'status', statuses, weight, evidence) : [];
    }
    // `strings.Contains(err.Error(), "429")`: an error as a text.
    case 'word':
      return isText && speaksHttp && /^e(?:rr(?:or)?|x|xc|xception)?$/i.test(name)
        ? candidate(range, 'status', statuses, 0.6, evidence)
        : [];
  }
}

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
    const is = node && file.shape(node)?.is;
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
      yield isCompared ? candidate(range, 'status', named, 0.8, meaning.evidence) : [];
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
    yield [
      ...(known && isOfBody ? ofBody(range, value, known, reading) : []),
      ...candidate(range, 'code', codes, weight, known?.evidence ?? `code ${value}`),
      ...candidate(range, 'problem-type', problemTypes, known ? 0.5 : 0.35, `slug of a problem type`),
    ];
  }
}

/** Items of a list that are looked at. */
const mostItems = 40;

/** Whether another item of the list is a code that only the vendor gives. */
function isListedWithCodes({ file, knowledge, systems }: Reading, node: Node): boolean {
  const list = node.parent;
  return (
    list !== null &&
    ['list', 'arguments'].includes(file.shape(list)?.is ?? '') &&
    list.namedChildCount <= mostItems &&
    list.namedChildren.some(
      (item) =>
        item !== null &&
        file.shape(item)?.is === 'string' &&
        knowledge.code(file.contentOf(item)).some((entry) => !entry.common && systems.has(entry.catalog.id)),
    )
  );
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
  const meaning = statuses.length > 0 && file.speaksHttp && !isOwn ? contexts.meaningOf(node) : undefined;
  return meaning?.what === 'status' && isStatusName(meaning.name)
    ? candidate(range, 'status', statuses, meaning.weight, meaning.evidence)
    : [];
}

/** A word beside a field of an error's body: `problem.connection_issue === 'TooManyConnections'`. */
function ofBody(range: Candidate['range'], value: string, meaning: Meaning, reading: Reading): Candidate[] {
  const { knowledge, systems } = reading;
  const titled = plain(meaning.name).endsWith('title') ? knowledge.titled(value) : [];
  const entries = [...knowledge.byField(meaning.name, value), ...titled].filter((e) => systems.has(e.catalog.id));
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

/** Problem types and printed texts inside strings. */
export function* textCandidates({ file, contexts, knowledge, systems }: Reading): Generator<Candidate[]> {
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
    const meaning = isWhole && isOfSystem ? contexts.meaningOf(string) : undefined;
    if (meaning && (meaning.what === 'text' || meaning.what === 'word')) {
      yield candidate(match.range, match.isTitle ? 'title' : 'message', match.entries, 0.6, meaning.evidence);
    } else if (!match.isTitle && match.words >= 3) {
      yield candidate(match.range, 'message', match.entries, messageWeight('', match.words, false), 'its message');
    }
  }
}

/** The literal that is exactly or around a range. */
function literalAt(file: SourceFile, start: number, end: number): Node | undefined {
  const node = file.root.descendantForIndex(start, end - 1);
  const is = node && file.shape(node)?.is;
  if (node && is === 'number') {
    return node.text.length <= end - start + 5 ? node : undefined;
  }
  return stringAt(file, start);
}

/** The string that an offset lies in, as the whole literal. */
function stringAt(file: SourceFile, offset: number): Node | undefined {
  let node: Node | null = file.root.descendantForIndex(offset, offset);
  let found: Node | undefined;
  for (let level = 0; node && level < 5; level++) {
    const is = file.shape(node)?.is;
    if (is === 'string' || is === 'symbol') {
      found = node;
    } else if (found || (is !== undefined && is !== 'wrap')) {
      break;
    }
    node = node.parent;
  }
  return found;
}
