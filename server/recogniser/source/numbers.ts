import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { ofCsvCell } from './cases';
import { inComment } from './comments';
import { literalAt } from './literalNodes';
import { codeOfError } from './holding';
import { isErrorText, isStatusOption, whatIsNamed } from './names';
import { keysBeside } from './maps';
import type { Meaning } from './place';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/** A number with what languages write after one, but no part of a name, a version, a colour or a decimal number. */
const numberPattern =
  /(?<![\w$#-]|[^.]\.)[1-9]\d{0,3}(?=(?:[uUlL]{1,2}|_?[iu](?:8|16|32|64|size))?(?!\w|%|\.[^.]|-\w))/g;
const wrappedNumber = /^(?:HTTP|[Ss]tatus|[Ee]rror|[Cc]ode|[\s:=([*])+(\d{3})[\s:)\]*]*$/;
/** The key that a number in printed JSON belongs to. */
const keyBefore = /[{,]\s*\\?["']([A-Za-z_]\w{0,40})\\?["']\s*:\s*\\?["']?$/;
/** Statuses that an option of a command takes: `--retry-on-http-error=429,503`; or the list alone. */
const statusOption = /^(?:--?([A-Za-z][\w-]{2,40})=)?(\d{3}(?:(?:,\s?|[ |])\d{3}){0,20})$/;
const statusAndWords = /^[45]\d\d [A-Z][A-Za-z' -]{1,60}$/;
const statusLine = /^(?:HTTP\/\d(?:\.\d)?|Status:)\s*([45]\d\d)\b/;
/** The last status of a class, in `500..599` and `status <= 499`: a bound that says no more than the class does. */
const endOfClass = /^[45]99$/;
/** Words after a status that may be its phrase: two or more anywhere, one at the end of the text. */
const phraseAfter = /^\)?(?: [-\u2013|:])? (?:[A-Z][A-Za-z-]+(?: [A-Za-z-]+){1,4}|[A-Z][a-z]+(?=\W*$))/;

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
    if (!meaning && written !== number) {
      yield inText(reading, node, written, range, number);
      continue;
    }
    const found = meaning ? ofNumber(range, meaning, number, reading, file.shape(node)?.is === 'string') : [];
    yield found.length > 0
      ? found
      : [...ofCodesOnly(reading, node, range, codes), ...besidePhrase(reading, node, range, statuses)];
  }
}

/** So many keys of a map, all of them codes of one vendor, are codes, where the text speaks of what the vendor is for. */
const fewestCodes = 5;

/** A key of a map whose keys are codes of one vendor, whatever it is called: `{ 32: 'Log in again', 88: 'Wait', … }`. */
function ofCodesOnly(
  { file, knowledge, systems, ofProject }: Reading,
  node: Node,
  range: Candidate['range'],
  codes: readonly Entry[],
): Candidate[] {
  const known = codes.filter(({ catalog: { id } }) => systems.has(id) || ofProject.has(id));
  const keys = known.length > 0 ? keysBeside(file, node) : [];
  const only = known.filter(({ catalog }) =>
    keys.every((key) => knowledge.code(key.replace(/\W/g, '')).some((entry) => entry.catalog.id === catalog.id)),
  );
  return keys.length < fewestCodes ? [] : candidate(range, 'code', only, 0.6, 'a key among codes');
}

/** Items of a list that are looked at. */
const mostItems = 40;

/** A status as a text in a list that has its reason phrase, too: `['429', 'Too Many Requests']`. */
function besidePhrase(
  { file, knowledge }: Reading,
  node: Node,
  range: Candidate['range'],
  statuses: readonly Entry[],
): Candidate[] {
  const { parent: list } = node;
  const number = statuses[0]?.value;
  if (number === undefined || file.shape(node)?.is !== 'string' || !list || file.shape(list)?.is !== 'list') {
    return [];
  }
  const isNamed =
    Number(number) >= 400 &&
    list.namedChildCount <= mostItems &&
    list.namedChildren.some(
      (item) => item && file.shape(item)?.is === 'string' && knowledge.isReasonPhrase(number, file.contentOf(item)),
    );
  return candidate(range, 'status', isNamed ? statuses : [], 0.7, 'beside its reason phrase');
}

/** A number inside of a longer string: a status line, a printed body, a pattern that finds it. */
function inText(reading: Reading, node: Node, content: string, range: Candidate['range'], number: string): Candidate[] {
  const { file, contexts, knowledge, systems } = reading;
  const codes = knowledge.code(number);
  const statuses = Number(number) >= 400 ? knowledge.status(number) : [];
  const cell = ofCsvCell(file, node, range.start, number.length);
  if (cell && 'meaning' in cell) {
    return ofNumber(range, cell.meaning, number, reading, false);
  }
  if (statuses.length > 0 && statusLine.exec(content)?.[1] === number) {
    return candidate(range, 'status', statuses, 0.92, 'status line');
  }
  // `'404 Not Found'`
  const words =
    phraseAfter
      .exec(file.text.slice(range.end, Math.min(endOfText(node), range.end + 60)))?.[0]
      .trim()
      .split(' ') ?? [];
  if (
    statuses.length > 0 &&
    words.some((_, at) => knowledge.isReasonPhrase(number, words.slice(0, at + 1).join(' ')))
  ) {
    return candidate(range, 'status', statuses, 0.8, 'status and its phrase');
  }
  // `'32: Could not authenticate you'`
  const named = codes.length > 0 ? ofMessage(reading, node, range, codes) : [];
  if (named.length > 0) {
    return named;
  }
  // `expected_status = '400 Not so good'`
  if (statuses.length > 0 && statusAndWords.test(content) && content.startsWith(number)) {
    const meaning = contexts.meaningOf(node);
    if (meaning?.what === 'status') {
      return candidate(range, 'status', statuses, Math.min(meaning.weight, 0.8), meaning.evidence);
    }
    // `"404 Crate not here" in result.stderr`
    if (meaning?.what === 'text' && meaning.evidence.startsWith('compared with') && file.subject.speaksHttp) {
      return candidate(range, 'status', statuses, 0.6, meaning.evidence);
    }
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
  if (statuses.length > 0 && namedHttp.test(before) && !counted.test(file.text.slice(range.end, range.end + 20))) {
    return candidate(range, 'status', statuses, 0.6, 'HTTP before it');
  }
  // `error.message === 'Request failed with status code 404'`
  if (statuses.length > 0 && file.subject.speaksHttp) {
    const isPrinted = printedStatus.test(before);
    const meaning = isPrinted ? contexts.meaningOf(node) : undefined;
    if (isPrinted && isSearchedFor(file, node)) {
      return candidate(range, 'status', statuses, 0.7, 'looked for in what was printed');
    }
    if (meaning?.what === 'text' && meaning.evidence.startsWith('compared with')) {
      return candidate(range, 'status', statuses, 0.7, meaning.evidence);
    }
    // `wantErr: "HTTP 404 (https://…)"`: the text of an error that a test expects.
    if ((meaning?.what === 'text' || meaning?.what === 'word') && /^(?:want|expect)/i.test(meaning.name)) {
      return candidate(range, 'status', statuses, 0.6, meaning.evidence);
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
  const known = codes.filter((entry) => systems.has(entry.catalog.id));
  return what === 'code' && /errors?\b/.test(content)
    ? candidate(range, 'code', known, 0.45, 'code in a printed body')
    : [];
}

/** What is written between a code and its message. */
const beforeMessage = /^["'\])]{0,2}\s?(?:[:;,.|=–—-]|->|=>)?\s?["']?(?=[A-Za-z])/;
const longestMessage = 200;

/** A code of a vendor before the message that it comes with. */
function ofMessage(
  { file, knowledge }: Reading,
  node: Node,
  { start, end }: Candidate['range'],
  codes: readonly Entry[],
): Candidate[] {
  const rest = file.text.slice(end, Math.min(endOfText(node), end + longestMessage));
  const between = beforeMessage.exec(rest)?.[0];
  const [message] = between === undefined ? [] : knowledge.messages.find(rest.slice(between.length));
  const own = message?.range.start === 0 ? codes.filter((entry) => message.entries.includes(entry)) : [];
  return candidate({ start, end }, 'code', own, 0.8, 'beside its message');
}

/** Where the words of a string end; the text of an element has no quotes. */
function endOfText(node: Node): number {
  return node.type === 'jsx_text' ? node.endIndex : node.endIndex - 1;
}

/** `credits depleted (HTTP 402)`: a text that names it. */
const namedHttp = /(?<![\w.-])HTTP(?: (?:status|error))?(?: code)?:? $/;
/** Words after a number that is how many there are of something. */
const counted = /^ (?:\w+ )?(?:calls|requests|times|bytes|hits|errors|responses|ms|tests)\b/i;

/** The words with which clients print a status: `Request failed with status code 404`. */
const printedStatus =
  /\b(?:HTTP(?:\/\d(?:\.\d)?\\?["']?)?|status(?:[ _]?code)?["']?|(?:response|error)(?: code)?|code)(?:\\s[*+]?|[ :=]){1,3}["']?$/i;

/** `grep -q 'error: 404' output`, `toThrow('… status code 401')`: a text that a command or a test looks for. */
function isSearchedFor(file: SourceFile, node: Node): boolean {
  const call = file.around(node, ['call'], 3);
  if (call && thrown.test(file.callee(call).name)) {
    return true;
  }
  const command = file.around(node, ['command'], 2);
  return (
    command !== undefined &&
    /^(?:e?grep|rg|sed|awk|findstr|Select-String|(?:assert|refute)_(?:output|line|stderr))\b/.test(
      file.textOf(command, 20),
    )
  );
}

const thrown = /^(?:to|assert|expect|should)?_?(?:throws?|rais(?:e|es|ing))_?(?:error|errors|regexp?|with_?message)?$/i;

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
    return candidate(range, 'status', file.subject.speaksHttp ? statuses : [], 0.8, evidence);
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
  const { speaksHttp, isAboutWeb } = reading.file.subject;
  const { what, evidence, name, isRanged } = meaning;
  const weight = isAboutWeb ? meaning.weight : Math.min(meaning.weight, 0.3);
  const codes = knowledge.code(number);
  const isError = Number(number) >= 400 && !(isRanged && endOfClass.test(number));
  const statuses = isError ? knowledge.status(number) : [];
  const isEverybodys = systems.size === 0 && Number(number) <= everybodys;
  switch (what) {
    case 'status':
      return candidate(range, 'status', statuses, weight, evidence);
    case 'vendor-code':
      // A status is no code for the only reason that the project talks to somebody who has such a code.
      return codes.some(({ catalog: { id } }) => systems.has(id) || (statuses.length === 0 && ofProject.has(id)))
        ? candidate(range, 'code', codes, weight * (isEverybodys ? 0.4 : 0.6), evidence)
        : candidate(range, 'status', statuses, speaksHttp ? weight : 0.3, evidence);
    case 'code':
      if (statuses.length > 0) {
        const isOfHttp = speaksHttp || (name === codeOfError && isAboutWeb);
        return candidate(range, 'status', statuses, isOfHttp ? Math.min(weight, 0.9) : 0.3, evidence);
      }
      // A bound of a range and the code of a success name no error of a vendor.
      if (isRanged || /^20\d$/.test(number)) {
        return [];
      }
      // Where no vendor is named, it may be the code of anything, in a table and of a record; and everybody counts from one.
      return candidate(
        range,
        'code',
        codes,
        weight * (isEverybodys || (systems.size === 0 && (/^value of/.test(evidence) || name === 'code')) ? 0.4 : 0.5),
        evidence,
      );
    // `error.message.includes('429')`
    case 'text':
      return isText && (speaksHttp || isMessage(meaning, isAboutWeb))
        ? [...candidate(range, 'status', statuses, weight, evidence), ...ofErrorText(range, meaning, number, reading)]
        : [];
    case 'phrase': {
      const phrase = name.replace(
        /^(?:HTTP_?|SC_|STATUS_?|CODE_?|ERR(?:OR)?_?|E_|k)*(?:STATUS_?|CODE_?)*(?:\d{3}_?)?/i,
        '',
      );
      // `ERROR_404`, `E503`: a name that has the number in it.
      const numbered = numberedName.exec(name);
      if (numbered?.[2] === number) {
        const isOfHttp = speaksHttp || (isAboutWeb && (numbered[1] ?? '').length > 1);
        return candidate(range, 'status', isOfHttp ? statuses : [], weight, evidence);
      }
      // `HTTP_STATUS_DENIED`: names of Windows' own, but `HTTP_STATUS_INTERVAL` is none.
      if (speaksHttp && windowsStatus.test(name)) {
        return candidate(range, 'status', statuses, weight, evidence);
      }
      // `statusUnprocessable`: a name that says status may leave out a part of the phrase.
      const isShort = phrase !== name && /^(?:http|sc_|status)/i.test(name);
      const isNamed = isShort
        ? knowledge.isPartOfPhrase(number, phrase)
        : knowledge.isReasonPhrase(number, phrase) || endsInPhrase(name, number, knowledge);
      // Beside the number of a success such a name and number are no accident, whatever the text is about.
      const isOfHttp = speaksHttp || (knowledge.isReasonPhrase(number, phrase) && reading.file.says(successes));
      return isOfHttp && isNamed ? candidate(range, 'status', statuses, weight, evidence) : [];
    }
    // `strings.Contains(err.Error(), "429")`: an error as a text; `body["error"] == 404`: an error by its number.
    case 'word':
      if (!isText && !isRanged && name === 'error' && evidence.startsWith('compared with')) {
        return candidate(range, 'status', statuses, speaksHttp ? 0.6 : 0.3, evidence);
      }
      return isText && speaksHttp && /^e(?:rr(?:or)?|x|xc|xception)?$/i.test(name)
        ? [...candidate(range, 'status', statuses, 0.6, evidence), ...ofErrorText(range, meaning, number, reading)]
        : [];
  }
}

/** Codes up to this one number the errors of many programs. */
const everybodys = 30;

/** `'187' in str(e)`: a code of a vendor that is named, looked for in the text of an error. */
function ofErrorText(
  range: Candidate['range'],
  { evidence, name }: Meaning,
  number: string,
  { knowledge, systems }: Reading,
): Candidate[] {
  const isLookedFor = /^\d{3}$/.test(number) && evidence.startsWith('compared with') && isErrorText(name);
  const codes = isLookedFor && !knowledge.isStatus(number) ? knowledge.code(number) : [];
  return candidate(
    range,
    'code',
    codes.filter(({ catalog: { id } }) => systems.has(id)),
    0.45,
    evidence,
  );
}

/** Successes of HTTP by name and number: `OK = 200`, `Created(201)`. */
const successes = /(?:\bok|success(?:ful)?)\b[^\w\n]{1,6}200\b|\bcreated\b[^\w\n]{1,6}201\b/i;

/** A name that begins with what it is and ends with its number. */
const numberedName =
  /^k?(?:[A-Za-z]+_)?(HTTP|STATUS|STATUS_?CODE|CODE|ERR|ERROR|E|ERROR_?CODE|HTTP_?ERROR)_?([45]\d\d)$/i;

/** `error.message === '403'`: what an error says, in a file that has to do with the web. */
function isMessage({ name, evidence }: Meaning, isAboutWeb: boolean): boolean {
  return isAboutWeb && name === 'message' && evidence.startsWith('compared with');
}

/** `GetOrdersBadRequestCode`: a name of several words that ends in the phrase of its status. */
function endsInPhrase(name: string, number: string, knowledge: Reading['knowledge']): boolean {
  const words = name.replace(/_?(?:status_?code|status|code)$/i, '').match(/[A-Z][a-z]+/g) ?? [];
  return words.some(
    (_, at) => at > 0 && at < words.length - 1 && knowledge.isReasonPhrase(number, words.slice(at).join('')),
  );
}

const windowsStatus =
  /^HTTP_STATUS_(?!(?:.*_)?(?:MAX|MIN|FIRST|LAST|LIMIT|COUNT|SIZE|LEN|PORT|MS|SECS?|SECONDS|TIMEOUT|INTERVAL|DELAY)(?:_|$))[A-Z_]+$/;
