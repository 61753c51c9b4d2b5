import type { Node } from '@vscode/tree-sitter-wasm';
import { candidate, type Candidate } from '../candidate';
import { isMeantBy } from './agreement';
import { isArmsOfStatuses } from './arms';
import { isConversion, isStatusCall, isStatusMethod } from './calls/callNames';
import { headOfList, isAmongKnown } from './cutLists';
import { codeOfError, weights } from './holding';
import { isRegistered } from './maps';
import { ofNumber } from './numberMeanings';
import { hasOwnStatus, isListOfRetries, isOther, whatIsNamed } from './names';
import type { Meaning } from './place';
import type { Reading } from './reading';
import { inRow } from './rows';
import type { SourceFile } from './sourceFile';
import { switchOnErrors } from './tellingStatuses';

/**
 * Numbers in what the parser could not read: a piece that was pasted without its beginning, or is being written. There the
 * words beside a number tell what it is, as they stand.
 */

/** A name, with the one before it, and an operator that compares it with what follows. */
const comparedBefore =
  /(?:([A-Za-z_]\w*)(?:\(\))?[?!]*(?:\.|->|::))?([A-Za-z_]\w*)(?:\(\))?[?!)\]}"']{0,4}(?:\s?(?:[!=]==?|[<>]=?)|\sis(?:\snot)?(?:\s[<>]=?)?|\s-[ic]?(?:eq|ne|[gl][et]|in|notin)\s@?\(?(?:\d{3}, ?){0,12})\s?(?:\(\w+\)\s?)?$/i;
/** The same the other way round: `400 <= r.status_code`, `404 == err.getCode()`. */
const comparedBehind =
  /^["']?\s?(?:[!=]==?|[<>]=?|-[ic]?(?:eq|ne|[gl][et]))\s?\(?\$?(?:[A-Za-z_]\w*(?:\(\))?[?!]?(?:\.|->|::)){0,3}?(?:([A-Za-z_]\w*)(?:\(\))?[?!]?(?:\.|->|::))?([A-Za-z_]\w*)(?!\w|\(\w|\.|->|::)/;
/** The same that a test asserts: `assertEquals(404, response.code()`, `assertEquals(response.code(), 404`, `expect(r.status).toBe(404`. */
const asserted = /\b(?:[aA]ssert\w*|XCTAssert\w*|[eE]quals?)[.(]\w{0,20}\(?\s?$/;
const assertedBehind =
  /^["']?\s?,\s?(?:\([\w.]{1,20}\)\s?)?(?:[A-Za-z_]\w*(?:\(\))?[?!]{0,2}(?:\.|->|::)){0,3}?(?:([A-Za-z_]\w*)(?:\(\))?[?!]{0,2}(?:\.|->|::))?([A-Za-z_]\w*)(?:\(\))?\s?[,)]/;
const assertedBefore =
  /\b(?:[aA]ssert\w*|XCTAssert\w*|expect|[eE]quals?)[.(](?:\w{1,20}\()?(?:[tb], ?)?(?:[A-Za-z_]\w*(?:\(\))?[?!]{0,2}(?:\.|->|::)){0,3}?(?:([A-Za-z_]\w*)(?:\(\))?[?!]{0,2}(?:\.|->|::))?([A-Za-z_]\w*)(?:\(\))?(?:,\s?|\)\.(?:\w{1,20}\.){0,2}\w{1,20}\()["']?$/;
const castBefore = /\(HttpStatus(?:Code)?\)\s?$/;
/** How much before a number is read, in UTF-16 units. */
const longestBefore = 100;

/** A text that a number stands before: `32: "Could not authenticate you",`. */
const messageBehind = /^["']?\s?(?::|,|=>?|->|to)\s?(?:["']|\/\/\s?|#\s?)([^"'\n]{4,})/;
const longestMessage = 200;
const phraseBehind = /^(?: [A-Z][A-Za-z-]+)(?: [A-Za-z-]+){0,4}/;

/** A number that no node of the syntax tree says anything about. */
export function inFragment(reading: Reading, range: Candidate['range'], number: string): Candidate[] {
  const { file } = reading;
  if (!isBroken(file, range) && !isArmAlone(file, range)) {
    // What a name was given may stand in a part that is broken.
    const given = file.root.hasError
      ? (comparedWith(file, range) ??
        givenIn(file, range.start) ??
        givenByArm(file, range) ??
        armIn(file, range.start) ??
        inLoop(file, range) ??
        (isLabelled(file, range) || defaultOfType.test(lineBefore(file, range.start))
          ? pairIn(file, range)
          : undefined) ??
        inRow(reading, range) ??
        lookedForIn(file, range) ??
        listedWith(file, range) ??
        belowHead(file, range))
      : undefined;
    const meaning = given ?? besideDefault(file, range.start);
    return meaning ? ofNumber(range, { ...meaning, isRanged: isBound(file, range) }, number, reading, false) : [];
  }
  const message = messageBehind.exec(file.text.slice(range.end, range.end + longestMessage))?.[1] ?? '';
  const [said] = message === '' ? [] : reading.knowledge.messages.find(message);
  const codes =
    said?.range.start === 0 ? reading.knowledge.code(number).filter((code) => said.entries.includes(code)) : [];
  if (codes.length > 0) {
    return candidate(range, 'code', codes, 0.8, 'beside its message');
  }
  if (reading.knowledge.isReasonPhrase(number, message)) {
    return candidate(range, 'status', reading.knowledge.status(number), 0.8, 'beside its reason phrase');
  }
  // A string without an end.
  const words =
    phraseBehind
      .exec(file.text.slice(range.end, range.end + longestMessage))?.[0]
      .trim()
      .split(' ') ?? [];
  if (words.some((_, at) => reading.knowledge.isReasonPhrase(number, words.slice(0, at + 1).join(' ')))) {
    return candidate(range, 'status', reading.knowledge.status(number), 0.7, 'status and its phrase');
  }
  const meaning =
    comparedIn(file, range) ??
    listedIn(file, range) ??
    pairIn(file, range) ??
    ofCallIn(file, range) ??
    armIn(file, range.start) ??
    inRow(reading, range) ??
    behindBody(file, range);
  const isRanged = isBound(file, range);
  return meaning ? ofNumber(range, { ...meaning, isRanged }, number, reading, false) : [];
}

function isBound({ text }: SourceFile, { start, end }: Candidate['range']): boolean {
  return (
    /(?:[<>]=?|-[ic]?[gl][et]|\.\.[.=<]?)\s?$/.test(text.slice(start - 5, start)) ||
    /^\s?\.\./.test(text.slice(end, end + 3))
  );
}

/** Levels around a number in which the parser may have given up. */
const mostLevels = 6;

/** Whether the parser gave up at a range. */
export function isBroken(file: SourceFile, { start, end }: Candidate['range']): boolean {
  if (!file.root.hasError) {
    return false;
  }
  let node: Node | null = file.root.descendantForIndex(start, end - 1);
  for (let level = 0; node && level < mostLevels; level++) {
    if ([node, node.previousSibling, node.nextSibling].some((one) => one?.type === 'ERROR')) {
      return true;
    }
    node = node.parent;
  }
  return false;
}

/** Whether a number is an arm without its `case`: what Ruby's grammar takes for a method or a pattern's value, and that of a shell for a command. */
function isArmAlone(file: SourceFile, { start, end }: Candidate['range']): boolean {
  const literal = file.root.descendantForIndex(start, end - 1);
  if (file.grammar.bareWords) {
    return literal?.parent?.type === 'command_name' && file.root.hasError;
  }
  const call = literal && file.around(literal, ['call'], mostLevels);
  const parent = literal?.parent;
  const isPairAlone = parent?.type === 'match_pattern' && parent.parent?.type === 'program';
  return isPairAlone || (call && file.textOf(call, 5) === 'when ') === true;
}

/** Swift's test of a pattern, which its grammar does not know: `if case 500..<600 = response.status`. */
const patternBefore = /\bcase\s+(?:\d{3}\s?\.\.[.<]\s?)?$/;
const patternBehind = /^(?:\s?\.\.[.<]\s?\d{3})?\s?=\s?(?:([A-Za-z_]\w*)[?!]?\.)?([A-Za-z_]\w*)/;

/** Rust's `(400..500).contains(&code)`: nothing else has just these bounds. */
const classContains =
  /(?:[45]00(?:_?[ui]\d{1,2})?\.\.(?:=[45]99|[56]00)|(?<=\(400(?:_?[ui]\d{1,2})?\.\.)500)\)\.contains\((?!&?[\w.()]{0,40}(?:size|width|height|len|count|amount|price|age|year)\b)/y;

function comparedIn(file: SourceFile, { start, end }: Candidate['range']): Meaning | undefined {
  const before = lineBefore(file, start);
  if (castBefore.test(before)) {
    return { what: 'status', weight: weights.status, evidence: 'cast to status', name: 'status' };
  }
  const matched = patternBefore.test(before)
    ? patternBehind.exec(file.text.slice(end, end + longestBefore))
    : comparedBefore.exec(before);
  classContains.lastIndex = start;
  if (classContains.test(file.text)) {
    return {
      what: 'status',
      weight: weights.status - 0.1,
      evidence: 'compared with a class of statuses',
      name: 'status',
    };
  }
  const behind = file.text.slice(end, end + longestBefore);
  const [, owner = '', last = ''] =
    matched ??
    comparedBehind.exec(behind) ??
    assertedBefore.exec(before) ??
    (asserted.test(before) ? assertedBehind.exec(behind) : undefined) ??
    [];
  return ofNamed(file, owner, last, start, 'compared with');
}

/** The same of a name that says status, in a text that is broken elsewhere. */
function comparedWith(file: SourceFile, range: Candidate['range']): Meaning | undefined {
  const meaning = comparedIn(file, range);
  return meaning?.what === 'status' ? meaning : undefined;
}

/** The same of a list. */
function listedWith(file: SourceFile, range: Candidate['range']): Meaning | undefined {
  const meaning = listedIn(file, range);
  return meaning?.what === 'status' ? meaning : undefined;
}

/** A name with a default before a comparison, which Swift's grammar takes for one with the default: `code ?? 0 >= 500`. */
const defaultBefore = /(?:([A-Za-z_]\w*)[?!]?\.)?([A-Za-z_]\w*)\s?\?\?\s?-?\d{1,3}\s?(?:[!=]=|[<>]=?)\s?$/;

function besideDefault(file: SourceFile, at: number): Meaning | undefined {
  const [, owner = '', name = ''] = defaultBefore.exec(lineBefore(file, at)) ?? [];
  return name === '' ? undefined : ofNamed(file, owner, name, at, 'compared with');
}

function givenIn(file: SourceFile, at: number): Meaning | undefined {
  const [, owner = '', name = ''] = comparedBefore.exec(lineBefore(file, at)) ?? [];
  return owner === '' && whatIsNamed(name) === undefined ? ofNamed(file, owner, name, at, 'compared with') : undefined;
}

/** A list of numbers before one of them: what it is given to (`RETRY = {429, 503`), or is searched for (`status in [`). */
const listBefore =
  /(?:([A-Za-z_]\w*)(?:\.|->))?([A-Za-z_]\w*)["']?\s?(?::[\s\w<>[\],.]{1,40})?(?:=>?|:=|:|\bin\b|\s@(?=\())\s?(?:new\s)?(?:\[\])?(?!\w{1,30}\.(?:slice|subst\w+|splice|pad\w*|at|char\w+|take|skip|limit|repeat|round)\()[\w.<>&!:@]{0,30}\s?[[({]{1,2}\s?(?:["']?\d{1,4}["']?\s?,\s?){0,20}["']?$/;
/** The rest of such a list, and what is looked for in it: `[429, 503].includes(res.status`. */
const listBehind =
  /^["']?(?:\s?,\s?["']?\d{1,4}["']?|\s?\.\.[.<=]?\s?\d{3}){0,20}\s?[\])}]\.(?:includes?\??|contains|indexOf|has)\s?\(&?(?:([A-Za-z_]\w*)[?!]?\.)?([A-Za-z_]\w*)/;

/** A number that a loop without an end goes through. */
function inLoop(file: SourceFile, { start }: Candidate['range']): Meaning | undefined {
  const [, owner = '', last = ''] = loopBefore.exec(lineBefore(file, start)) ?? [];
  return ofNamed(file, owner, last, start, 'in a list of');
}

/** A loop of PowerShell through a list without brackets: `foreach ($code in 429, 503`. */
const loopBefore = /\bforeach \(\$(?:(\w+)\.)?(\w+) in (?:\d{3}, ?){0,20}$/i;
/** What a test is given each of: `it.each([401, 403])('signs in again after %i', async (status`. */
const eachBehind = /^(?:, ?\d{3}){0,20}\]\)\(["'`][^"'`\n]{1,80}["'`], ?(?:async )?\(?\{? ?(?:(\w+)\.)?(\w+)/;

/** The end of a call that was given a body and a status, and the keys of such a body: `'message' => 'gone' ], 404);`. */
const bodyBefore = /^[ \t]*[\])}]{1,3},[ \t]*$/;
const endOfCall = /^\)/;
const keyOfBody =
  /^[ \t]*["']?(?:success|message|error|errors|msg|detail|status|code|reason|title)["']?[ \t]*(?:=>|:)/m;
const cutBody = /^\s*[\])}]{1,3},[ \t]*$/;
/** How much of a body is looked at, in UTF-16 units. */
const longestBody = 400;

function behindBody(file: SourceFile, { start, end }: Candidate['range']): Meaning | undefined {
  const isLast = bodyBefore.test(lineBefore(file, start)) && endOfCall.test(file.text.slice(end, end + 1));
  const body = file.text.slice(Math.max(0, start - longestBody), start);
  // `], 404);` is all that a piece has of it: lists of other things have other numbers.
  // A function that is given with how long to wait ends so, too: `}, 500);`
  const number = file.text.slice(start, end);
  const isWait = number.endsWith('00') && /\}\)?,\s*$/.test(body);
  const isAllOfIt = cutBody.test(body) && start <= longestBody && isRegistered(Number(number)) && !isWait;
  return isLast && file.subject.isAboutWeb && (isAllOfIt || keyOfBody.test(body))
    ? { what: 'status', weight: 0.7, evidence: 'behind the body of an answer', name: 'status' }
    : undefined;
}

function lookedForIn(file: SourceFile, { start, end }: Candidate['range']): Meaning | undefined {
  const [, owner = '', last = ''] = listBehind.exec(file.text.slice(end, end + longestBefore)) ?? [];
  return last === '' ? undefined : ofNamed(file, owner, last, start, 'in a list of');
}

function listedIn(file: SourceFile, { start, end }: Candidate['range']): Meaning | undefined {
  const [, owner = '', last = ''] =
    listBehind.exec(file.text.slice(end, end + longestBefore)) ??
    eachBehind.exec(file.text.slice(end, end + longestBefore)) ??
    listBefore.exec(lineBefore(file, start)) ??
    [];
  const isOfRetries = isListOfRetries(last) && file.subject.speaksHttp;
  return isOfRetries
    ? { what: 'status', weight: 0.75, evidence: `value of ${last} in a list`, name: last }
    : (ofNamed(file, owner, last, start, 'in a list of') ?? belowHead(file, { start, end }));
}

/** An item of a list whose name stands some lines above, or is cut off. */
function belowHead(file: SourceFile, range: Candidate['range']): Meaning | undefined {
  const head = headOfList(file.text, range);
  const [, owner = '', last = ''] = (head && listBefore.exec(head.line)) ?? [];
  const meaning = head?.names.test(last) === true ? ofNamed(file, owner, last, range.start, 'in a list of') : undefined;
  return meaning ?? (isAmongKnown(file.text, range, file.subject.speaksHttp) ? amongKnown : undefined);
}

const amongKnown: Meaning = { what: 'status', weight: 0.7, evidence: 'among statuses', name: 'statuses only' };

/** The name of a field that begins its line, or follows another one: `status: 404,`, `"status_code": 404,`. */
const fieldBefore =
  /(?:^|[{,;(])[ \t]*["']?([A-Za-z_]\w*)["']?[ \t]?(?::|=>)[ \t]{0,20}(?:[^\n,;{}?]{1,80}\?[ \t](?:["']?\d{3}["']?[ \t]:[ \t])?)?["']?$/;
const fieldBehind = /^["']?[ \t]*(?:[,;:})\r\n]|$)/;
/** What stands beside the code of an error. */
const saidBeside = /\b(?:message|msg|error|errors|detail|details|description|title|reason)["']?[ \t]?(?::|=>)/;
const longestBeside = 200;

/** Whether a number is a statement behind a label, which nobody writes: the first field of an object that is cut off. */
function isLabelled(file: SourceFile, { start, end }: Candidate['range']): boolean {
  const literal = file.root.descendantForIndex(start, end - 1);
  const sequence = literal?.parent;
  const statement = sequence?.type === 'sequence_expression' ? sequence.parent : sequence;
  return statement?.parent?.type === 'labeled_statement';
}

/** A parameter with a default: `status_code: int = 500,`. */
const defaultOfType =
  /^[ \t]*(?:[{,;(][ \t]*)?([A-Za-z_]\w*)[ \t]?:[ \t]?(?:[iI]nt|number|u16|i32|Integer)[?!]?[ \t]=[ \t]$/;

/** A field of an object, or of a call with names, whose beginning is missing. */
function pairIn(file: SourceFile, { start, end }: Candidate['range']): Meaning | undefined {
  const { text } = file;
  const before = lineBefore(file, start);
  const [, name = ''] = fieldBefore.exec(before) ?? defaultOfType.exec(before) ?? [];
  const isField = name !== '' && fieldBehind.test(text.slice(end, end + 4));
  const meaning = isField ? ofNamed(file, '', name, start, 'value of') : undefined;
  // `RATE_LIMITED: 429,`
  if (isField && !meaning && !isOther(name) && isMeantBy(text.slice(start, end), name)) {
    return { what: 'status', weight: 0.7, evidence: `named ${name}`, name };
  }
  const around = text.slice(Math.max(0, start - longestBeside), end + longestBeside);
  return meaning?.what === 'code' && !saidBeside.test(around) ? undefined : meaning;
}

function lineBefore({ text }: SourceFile, at: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - longestBefore), at);
}

/** What a name says, or what it was given last. */
function ofNamed(file: SourceFile, owner: string, last: string, at: number, how: string): Meaning | undefined {
  const name = isConversion(last) && owner !== '' ? owner : last;
  const what = whatIsNamed(name) ?? (owner === '' ? whatIsNamed(givenTo(file, name, at)) : undefined);
  if ((what !== 'status' && what !== 'code') || hasOwnStatus(owner) || isOther(`${owner}_${name}`)) {
    return undefined;
  }
  const isOfError = name === 'code' && /^(?:e|ex|exc)$|(?:err|error|exception)$/i.test(owner);
  return { what, weight: weights[what] - 0.1, evidence: `${how} ${name}`, name: isOfError ? codeOfError : name };
}

/** The last name of what a name was given before: `status`, of `c = response.status`. */
function givenTo({ text }: SourceFile, name: string, at: number): string {
  const assignment = new RegExp(
    `(?<![\\w.])${name}\\s?(?::\\s?\\w{1,20}\\s?)?:?=\\s?([\\w.?!>()-]{1,80})\\s*[;\\n]`,
    'g',
  );
  const [, given = ''] =
    name === '' ? [] : ([...text.slice(Math.max(0, at - farthestHead), at).matchAll(assignment)].at(-1) ?? []);
  return given.match(/[A-Za-z_]\w*/g)?.findLast((word) => !isConversion(word)) ?? '';
}

/** A call that a number is the first argument of. */
const calledBefore = /(?:([A-Za-z_]\w*)(?:\(\))?[?!]{0,2}\.)?([A-Za-z_]\w*)\(\s?$/;
/** An arm of a switch on errors, or its last one, that gives a number before a text. */
const givenBefore =
  /^[ \t]*(?:is[ \t]+)?(?:[\w.]*(?:Exception|Error)\b[^\n"]{0,60}?|_|else|default)[ \t]*(?:=>|->)[ \t]*(?:new[ \t]*)?(?:[A-Z]\w{0,24})?\([ \t]*$/;

/** A number that a call is given which answers with a status, or that an arm of a switch on errors gives. */
function ofCallIn(file: SourceFile, { start, end }: Candidate['range']): Meaning | undefined {
  const line = file.text.lastIndexOf('\n', start - 1) + 1;
  const before = file.text.slice(Math.max(line, start - longestBefore), start);
  const [, owner = '', name = ''] = calledBefore.exec(before) ?? [];
  if (name !== '' && (isStatusCall(name, owner !== '' || /\.\w+\(\s?$/.test(before)) || isStatusMethod(owner, name))) {
    return { what: 'status', weight: 0.75, evidence: `argument of ${name}`, name };
  }
  if (
    ofParent.test(before) &&
    messageNext.test(file.text.slice(end, end + longestMessage)) &&
    file.subject.isAboutWeb
  ) {
    return { what: 'status', weight: 0.7, evidence: 'given to the class of an error', name: 'status' };
  }
  return givenByArm(file, { start, end });
}

/** What a class of errors gives the one that it extends: `parent::__construct(404, $message, $previous)`. */
const ofParent = /^[ \t]*parent::__construct\([ \t]*$/;
const messageNext = /^,[ \t]*(?:\$(?:message|msg|reason|detail)\b|["'])/;

function givenByArm(file: SourceFile, { start, end }: Candidate['range']): Meaning | undefined {
  const line = file.text.lastIndexOf('\n', start - 1) + 1;
  const before = file.text.slice(Math.max(line, start - longestBefore), start);
  const behind = file.text.slice(end, end + 8);
  const isOfErrors = givenBefore.test(before) && /^,\s*\$?@?["'\w]/.test(behind);
  const isGivenAlone = givenAlone.test(before) && /^[;,]?[ \t]*(?:\n|$)/.test(behind) && file.says(switchOnErrors);
  return isGivenAlone || (isOfErrors && file.says(ofException))
    ? { what: 'status', weight: 0.75, evidence: 'given by a switch on errors', name: 'status' }
    : undefined;
}

/** The same that gives nothing but the number: `case NotMoored e -> 404;` */
const givenAlone =
  /^[ \t]*(?:case[ \t]+)?(?:[\w.]*(?:Exception|Error|Fault)\b(?:[ \t]+\w{1,20})?|_|else|default)[ \t]*(?:=>|->)[ \t]*$/;

const ofException =
  /\w(?:Exception|Error)\b[^\n"]{0,60}(?:=>|->)[ \t]*(?:new[ \t]*)?(?:[A-Z]\w{0,24})?\([ \t]*[45]\d\d,/;

/** A line that begins with numbers and what follows a pattern: `case 401:`, `404, 410 -> null`, `>= 500 => throw …`. */
const arm =
  /^[ \t]*(?:(?:case|in|when|is)[ \t]+|\|[ \t]*)?((?:[<>]=?[ \t]*|\(\w+\)[ \t]*|Some\()?["']?\d{1,5}["']?(?:[ \t]*(?:,|\||or|and|\.\.[.=<]?|[<>]=?|[ \t]|case)[ \t]*(?:[<>]=?[ \t]*)?["']?\d{1,5}["']?){0,8})\)?[ \t]*(?:->|=>|:(?![:=])|then\b)/;
/** The same of a shell: `401|403) echo …`. */
const armOfShell = /^[ \t]*\(?(?:(?:''|"")\|)?((?:["']?\d{3}["']?\|?){1,12})\)/;
/** The same in Ruby, whose pattern ends with its line. */
const armOfRuby = /^[ \t]*when[ \t]+(\d{3}(?:[ \t]*(?:,|\.\.\.?)[ \t]*\d{3}){0,8})[ \t]*$/;
/** Without an answer curl prints 000. */
const withoutAnswer = /\b000\|[45]\d\d|[45]\d\d\|000\b/;
/** An arm of a shell for all statuses of a class: `5*)`, `5??)`, `[45]??)`. */
const armOfClass = /^[ \t]*\(?["']?(?:[1-5]|\[[1-5-]{2,3}\])(?:\*|\?\?|[xX]{2})["']?\)/;
/** How a table ends that is read with a status: `}.get(response.status_code, …)`, `}[res.status]`. */
const tableRead = /^[ \t]*\}\)?(?:\.get\(|\[)\s?(?:\w+\??\.){0,3}(\w+)/;

function readBehind(lines: readonly string[]): boolean {
  return lines.some((line) => whatIsNamed(tableRead.exec(line)?.[1] ?? '') === 'status');
}

/** An arm for a constant: `case http.StatusGone:`, `StatusCode::GONE => …`. */
const armOfConstant =
  /^[ \t]*(?:(?:case|in|when)[ \t]+|\|[ \t]*)?[A-Za-z][\w.:]{2,60}(?:[ \t]*[,|][ \t]*[\w.:]{2,60}){0,8}[ \t]*(?:=>|->|:(?![:=])|then\b)/;
/** The beginning of a switch that has no end, and how far back it is looked for, in UTF-16 units. */
const switchHead = /\b(?:when|switch|match)\b[ \t]*([^{}\n]{1,80})\{[ \t]*$/gm;
const farthestHead = 1_500;
/** Lines of a fragment that are read. */
const mostLines = 400;

/** The same in PowerShell: `401 { … }`. */
const armOfPowerShell = /^[ \t]*(["']?\d{3}["']?)[ \t]*\{/;

function armOf(file: SourceFile, line: string): RegExpExecArray | null {
  const other = file.grammar.hyphens ? armOfPowerShell : armOfRuby;
  return file.grammar.bareWords ? armOfShell.exec(line) : (arm.exec(line) ?? other.exec(line));
}

/** An arm in what a quote has made a text whose other one is missing: nobody writes one at the beginning of its line. */
export function armInText(reading: Reading, node: Node, range: Candidate['range'], number: string): Candidate[] {
  const { file } = reading;
  const isText = file.grammar.bareWords === true && file.root.hasError && node.startPosition.row < node.endPosition.row;
  const meaning = isText ? armIn(file, range.start) : undefined;
  return meaning ? ofNumber(range, meaning, number, reading, false) : [];
}

/** An arm of a switch whose beginning is missing: all of them tell what it is about. */
function armIn(file: SourceFile, at: number): Meaning | undefined {
  const start = file.text.lastIndexOf('\n', at - 1) + 1;
  const end = file.text.indexOf('\n', at);
  const line = file.text.slice(start, end < 0 ? undefined : end);
  const own = armOf(file, line);
  if (own === null || at >= start + own[0].length) {
    return undefined;
  }
  const [, subject] = [...file.text.slice(Math.max(0, start - farthestHead), start).matchAll(switchHead)].at(-1) ?? [];
  const name = subject?.match(/[A-Za-z_]\w*/g)?.findLast((word) => !isConversion(word)) ?? '';
  if (whatIsNamed(name) === 'status' || (whatIsNamed(name) === 'code' && file.subject.speaksHttp)) {
    return { what: 'status', weight: 0.8, evidence: `switched on ${name}`, name };
  }
  const isOfStatuses =
    !isOther(name) &&
    file.once('isArmsOfStatuses', file.root, () => {
      const lines = file.text.split('\n', mostLines);
      const first = lines.findIndex((one) => armOf(file, one) !== null);
      const arms = lines.flatMap((one, at) => {
        const [, numbers = ''] = armOf(file, one) ?? [];
        return (numbers.match(/\d+/g) ?? []).map((number) => ({ number, does: `${one}\n${lines[at + 1] ?? ''}` }));
      });
      const numbers = arms.map(({ number }) => Number(number));
      const { speaksHttp } = file.subject;
      const meant = new Set(arms.filter(({ number, does }) => isMeantBy(number, does)).map(({ number }) => number));
      const isMeant = meant.size > (speaksHttp ? 0 : 1) && new Set(numbers).size > 1 && numbers.every(isRegistered);
      const isOfConstants = lines.some(
        (one) => armOfConstant.test(one) && file.grammar.constants.some((constant) => one.search(constant) >= 0),
      );
      const isOfCurl =
        file.grammar.bareWords === true && lines.some((one) => withoutAnswer.test(armOf(file, one)?.[1] ?? ''));
      const isOfClasses = file.grammar.bareWords === true && lines.some((one) => armOfClass.test(one));
      return (
        ((isOfConstants || isOfClasses || readBehind(lines)) && numbers.every(isRegistered)) ||
        isMeant ||
        (isOfCurl && numbers.every((number) => number === 0 || isRegistered(number))) ||
        isArmsOfStatuses(numbers, lines.slice(first).join('\n'), speaksHttp)
      );
    });
  return isOfStatuses
    ? { what: 'status', weight: 0.75, evidence: 'among arms of statuses', name: 'status' }
    : undefined;
}
