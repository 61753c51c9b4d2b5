import type { Node } from '@vscode/tree-sitter-wasm';
import type { Candidate } from '../candidate';
import { isCount, spoken, thingBefore, wordBehind } from '../spokenNumbers';
import { otherServices } from '../log/sign';
import { isWellKnown } from '../wellKnownStatuses';
import { isThrown } from './calls/errorCalls';
import { isConversion } from './calls/callNames';
import { part } from './grammar';
import { isRegistered } from './maps';
import { hasOwnCode, isOther, isRetry, otherErrors } from './names';
import { isAmongOwnCodes } from './ownConstants';
import type { SourceFile } from './sourceFile';

/**
 * What a number is in a program that handles statuses, where neither its place nor the words beside it say anything: one
 * that everybody knows as a status (`FakeAnswer(url, 404)`, `"viewer is 403"`), or where a class of them begins.
 */

/** What only a program says that handles statuses: the names that libraries give to them and to what holds one. */
const namesOfStatuses =
  /[sS]tatus_?[cC]ode|STATUS_?CODE|\bSC_[A-Z]{3}|\bhttp\.Status[A-Z]|\bHTTPStatus\b|\bhttptest\.|\bHttpStatus\b|\bHTTP_[A-Z]+_[A-Z]|\bstatus\(\)\.is[A-Z]/;
/** Longer lines were written by a program, in UTF-16 units. */
const longestLine = 300;
/** Numbers of one who has codes of his own. */
const vendor = /[tT]witter|[tT]weet/;
/** So many other numbers in a line make it a row of data. */
const fewestInRow = 2;
const numbers = /(?<![\w.#-])\d{2,6}(?![\w.])/g;

/** Whether a program handles statuses, as far as its words tell. */
export function handlesStatuses(file: SourceFile): boolean {
  return file.subject.speaksHttp && file.says(namesOfStatuses);
}

/** Whether everybody takes a number for a status where a program handles them. */
export function isAmongStatuses(text: string, { start, end }: Candidate['range'], number: string): boolean {
  if (!isWellKnown(number)) {
    return false;
  }
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end);
  const until = to < 0 ? text.length : to;
  const line = text.slice(from, until);
  return line.length <= longestLine && !vendor.test(line) && !isInRow(line) && !isCounted(text, from, until, number);
}

/** Whether a number is the error that a test expects of an answer: `get(url, expect_error=400)`. */
export function isExpectedError(file: SourceFile, literal: Node): boolean {
  const pair = literal.parent;
  const shape = pair && file.shape(pair);
  return (
    pair !== null &&
    shape?.is === 'pair' &&
    file.isPart(pair, shape.value, literal) &&
    expectedError.test(file.lastName(part(pair, shape.key)))
  );
}

const expectedError = /^(?:expect(?:ed|s)?|want)_?(?:http_?)?err(?:or)?$/i;

/** Whether what holds a value has to do with answers, by its name: `FakeAnswer(url, 404)`, but no `rows = 404`. */
export function isHeldByAnswer(file: SourceFile, literal: Node): boolean {
  let node = literal;
  for (let level = 0; node.parent && level < mostLevels; level++) {
    const { parent } = node;
    const shape = file.shape(parent);
    switch (shape?.is) {
      case 'call':
      case 'command':
        // `RETRIED = Object.freeze([404, 410])`
        if (
          shape.is === 'call' &&
          !settles.test(file.callee(parent).name) &&
          isListIn(file, literal) &&
          isConversion(file.callee(parent).name)
        ) {
          break;
        }
        return isCallOfAnswer(file, parent, node, literal);
      case 'pair': {
        const key = file.isPart(parent, shape.key, node) ? '' : file.lastName(part(parent, shape.key));
        if (key !== '') {
          return isOfAnswer(key);
        }
        break;
      }
      case 'bind':
      case 'parameter':
        return isOfAnswer(nameOfHeld(file, part(parent, shape.name))) && !isAmongOwnCodes(file, parent);
      case 'tokens':
        return false;
      case 'binary':
        // A retry is waited for, too.
        if (!compares.test(file.textOf(parent, longestLine).replace(/=>/g, ''))) {
          return false;
        }
        return parent.namedChildren.some((child) => {
          const name = child && child.id !== node.id ? nameOfHeld(file, child) : '';
          return name === 'code' || isOfAnswer(name);
        });
      case 'choice': {
        // `missing ? 404 : 200`
        const ways = parent.namedChildren.filter((way) => way !== null && way.id !== node.id);
        if (ways.some((way) => way !== null && success.test(file.textOf(way, 4)))) {
          return true;
        }
        break;
      }
      case 'arm': {
        const subject = file.isPart(parent, shape.value, node) ? undefined : file.around(parent, ['switch'], 3);
        const held = subject && file.shape(subject);
        return held?.is === 'switch' && isOfAnswer(file.lastName(part(subject as Node, held.subject)));
      }
      case 'function':
      case 'class':
      case 'block':
      case 'return':
      case 'loop':
      case 'index':
        return false;
      default:
        break;
    }
    node = parent;
  }
  return false;
}

const success = /^20[0-46]$/;

/** The name of what an expression is made from: `list(errors.keys())` is made from `errors`. */
function nameOfHeld(file: SourceFile, expression: Node | null): string {
  if (!expression) {
    return '';
  }
  let node = expression;
  for (let level = 0; file.shape(node)?.is === 'call' && level < mostLevels; level++) {
    const { name, object } = file.callee(node);
    const [first] = file.args(node);
    const inner = /^(?:keys|values|to_?list|to_?a)$/i.test(name) ? object : isConversion(name) ? first : undefined;
    if (!inner) {
      break;
    }
    node = inner;
  }
  // `address.code`, `order.status`
  const shape = file.shape(node);
  const owner = shape?.is === 'member' ? file.lastName(part(node, shape.object)) : '';
  const name = file.lastName(node);
  const isOfThing = /^(?:status|code)$/i.test(name) && (hasOwnCode(owner) || isOther(`${owner}_code`));
  return isOfThing ? '' : name;
}

/** Levels of nodes around a value whose names are asked. */
const mostLevels = 8;

/** Whether a call has to do with answers, by its own name, its object's, or what a test tests. */
function isCallOfAnswer(file: SourceFile, call: Node, argument: Node, literal: Node): boolean {
  const isText = file.shape(literal)?.is === 'string';
  const { name, object } = file.callee(call);
  if (isOfAnswer(name)) {
    // The body of an answer may be any text.
    return !isRetry(name) && !(isText && /resp|repl|mock|stub|fake/i.test(name));
  }
  // `resolve(404)`, `callback(null, 404)`, `raise fault(404)`
  if (
    !isText &&
    ((settles.test(name) && isSettledWith(file, call, literal)) || (isThrown(file, call) && !/exit/i.test(name)))
  ) {
    return true;
  }
  // `screen.getByText('404')`
  if (isText && findsText.test(name)) {
    return true;
  }
  // `line.contains("404")`, `assert.Contains(t, buffer.String(), "404")`
  if (isText && looksInText.test(name)) {
    return [object, ...file.args(call)].some(
      (other) =>
        other !== null &&
        other.id !== argument.id &&
        (isOfAnswer(file.lastName(other)) || texts.test(file.textOf(other, longestLine))),
    );
  }
  // `res.end('404')`, `exception_class.new("…", "404")`
  if (
    isText &&
    object &&
    (name === 'end' ? ofServer : name === 'new' ? ofError : undefined)?.test(file.lastName(object))
  ) {
    return true;
  }
  const tested = tests.test(name) ? file.args(call).filter(({ id }) => id !== argument.id) : [];
  return verbs.test(name) && [object, ...tested].some((other) => other !== null && isOfAnswer(file.lastName(other)));
}

/** Whether a call is given a number before its message, or looks for it in a text: `skip(409, 'taken by another crew')`. */
export function isBesideText(file: SourceFile, literal: Node): boolean {
  const call = file.around(literal, ['call'], 3);
  const args = call ? file.args(call) : [];
  if (call && file.shape(literal)?.is === 'string') {
    const { name, object } = file.callee(call);
    const lookedIn = [object, ...args.slice(0, -1)].map((one) => (one ? file.lastName(one) : ''));
    return looksInText.test(name) && args.at(-1)?.id === literal.id && !lookedIn.some((one) => several.test(one));
  }
  return args.some((arg) => arg.startIndex >= literal.endIndex && sentence.test(file.textOf(arg, longestLine)));
}

/** What holds several things, and no text. */
const several = /(?<!(?:re|statu|addres|clas|th))s$|list$|set$|map$/i;
/** A text of two words at least. */
const sentence = /^[$@f]?["'`][^"'`\n]*\p{L}[^"'`\n]* [^"'`\n]*\p{L}/u;

/** Whether a promise or a callback is given nothing besides a literal, or nothing and the literal. */
function isSettledWith(file: SourceFile, call: Node, literal: Node): boolean {
  return file
    .args(call)
    .every(
      (arg) =>
        (arg.startIndex <= literal.startIndex && literal.endIndex <= arg.endIndex) ||
        /^(?:null|undefined|err(?:or)?)$/.test(file.textOf(arg, 10)),
    );
}

/** Whether a literal is an item of a list: `[404]`. */
function isListIn(file: SourceFile, literal: Node): boolean {
  return file.around(literal, ['list'], 2) !== undefined;
}

/** Functions that end what was begun, with what came of it. */
const settles = /^(?:resolve|callback|cb|next)$/;
const compares = /[^<>]==?|!=|-(?:eq|ne)\b|\bis\b|\bin\b/;

function isOfAnswer(name: string): boolean {
  return ofAnswers.test(name) && !isOther(name) && !ofOtherThings.test(name);
}

const ofAnswers =
  /err(?!and)|(?<!de)fault|fail|exc(?:eption)?s?(?![a-z])|resp|repl(?:y|ies)|results?$|status|codes?(?![a-z])|retr(?:y|ies|iable)|messages?(?![a-z])|reject|ignore|mock|stub|fake|(?:^|_)rc$|RC$|^ret(?:val)?$|accept|allow|toler|swallow|expect|transient|permanent|recover|return_?value|side_?effect/i;
const ofOtherThings =
  /^(?:code|retry_?after)$|after|wait|length|len$|count|size|width|height|rows|total|delay|time|port|pages?$|ids?$|offset|limit/i;
const verbs =
  /^(?:push|pop|add|append|remove|delete|discard|includes?|contains?|has|index_?of|starts?_?with|assert[\w-]*|equals?|eql?)$/i;
const ofServer = /^res(?:ponse)?$/;
const ofError = /error|exception/i;
const findsText = /^(?:get|find|query)(?:All)?ByText$/;
const looksInText = /^(?:includes?|contains?|index_?of|starts_?with)$/i;
const texts = /(?:line|body|output|buffer|stdout|stderr|html|logs?|text|page|content)(?:\.\w+\(\))?$/i;
const tests = /^(?:assert|equal|eql?$)/i;

/** Whether a number is where a class of statuses or the next one begins: `(400..=499)`, `500 > code && code >= 400`. */
export function isBoundOfClass(text: string, { start, end }: Candidate['range']): boolean {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - reach);
  const to = text.indexOf('\n', end);
  const line = text.slice(from, Math.min(to < 0 ? text.length : to, end + reach));
  return [...line.matchAll(classOfStatuses)].some(({ index, 0: range }) => {
    const at = start - from - index;
    const tested = `${testedBefore.exec(line.slice(0, index))?.[0] ?? ''} ${testedBehind.exec(line.slice(index + range.length))?.[0] ?? ''}`;
    return (
      (at === 0 || at === range.length - 3) && !ofOther.test(range) && !ofOther.test(tested) && !ofLoop.test(tested)
    );
  });
}

/** What is asked for being in a range, before it and behind it: `width in 400..499`, `(400..500).contains(&width)`. */
const testedBefore = /(?:\bfor .{1,30} |[\w.()]{1,40} ?!?)in \(?$/;
const testedBehind = /^\)? ?(?:\.\w{4,8}\??\(|[~=]==? ?)[&*]?[\w.]{1,40}/;
/** A loop that counts. */
const ofLoop = /^for /;

/** How far the bounds of a class are apart, in UTF-16 units. */
const reach = 60;
const value = String.raw`[\w.()$]{1,40}`;
const both = String.raw`\s?(?:&&|\band\b)\s?`;
const upTo = String.raw`(?:\s?<=\s?${value}\s?<=?\s?|${both}${value}\s?<=?\s?)`;
/** Up to the last of a class, or to the first behind it where that is not meant. */
function rangeOf(last: string, behind: string): string {
  return String.raw`\s?(?:\.\.=?\s?${last}|\.\.\.\s?(?:${last}|${behind})|\.\.<\s?${behind}|\.\.\s?${behind}(?=\)\.contains)|\buntil\s${behind})`;
}
const downTo = String.raw`\s?>=?\s?${value}${both}${value}\s?>=\s?`;
const classOfStatuses = new RegExp(
  String.raw`(?<![\w.])(?:400${rangeOf('499', '500')}|500${rangeOf('599', '600')}|400${rangeOf('599', '600')}|400${upTo}(?:499|500|599|600)|500${upTo}(?:599|600)|(?:499|500|599|600)${downTo}400|(?:599|600)${downTo}500)(?![\w.%])`,
  'g',
);
/** What is between such bounds, too, and no status of an answer. */
const ofOther = /mta|smtp|sip|delay|time|size|width|height|len|count|amount|price|age|year/i;

/**
 * Whether a text speaks of a number that everybody takes for a status: `viewer is 403`, `custom 404 handler`.
 * @param isKnown whether it is a status elsewhere in the program
 */
export function isSpokenStatus(before: string, behind: string, number: string, isKnown: boolean): boolean {
  const isSaid =
    (spoken.test(number) && wordBefore.test(before)) ||
    (isKnown && before === '' && isOutcome.test(behind)) ||
    (isWellKnown(number) && before === '' && isHeading.test(behind)) ||
    (spoken.test(number) && isAmongSeveral(before, behind)) ||
    (spoken.test(number) && isTagged.test(before) && isReceived.test(behind)) ||
    isError.test(before) ||
    ofService.test(before);
  return (
    (isSaid || ((isKnown || spoken.test(number)) && methodBefore.test(before))) &&
    !thingBefore.test(before) &&
    wordBehind.test(behind) &&
    !isCount(behind)
  );
}

/** `500 must end as a fault`: a text that begins with what came. */
const isOutcome =
  /^ (?:after|despu[eé]s|ap[oó]s|nach|apr[eè]s|must|should|has to|means|is|was|becomes|(?:maps|turns|leads) (?:to|into)) [a-z]/;
/** `[boats] 429 received, retrying`: a text that begins with who speaks and what came. */
const isTagged = /^(?:\[[^\]]{1,40}\]:? )?$/;
const isReceived =
  /^ (?:was )?(?:received|returned|encountered|hit|caught|erhalten|bekommen|recibido|recebido|ricevuto|reçu|ontvangen|otrzymano|получен|отримано)(?:$|[;:.!](?! ?\d)|, (?!(?:\d|[^\n]{0,30} sent\b))| [-–—(](?! ?\d)| (?:from|by)\b)/;
/** `Erreur 500 !`: a text that is nothing but an error. */
const isError = new RegExp(`^(?:error|${otherErrors}) $`, 'i');
/** `HubSpot 429`: a text that begins with what answered. */
const ofService = new RegExp(`^(?:${otherServices}) $`, 'i');
/** `is refused (401/403/404)` */
function isAmongSeveral(before: string, behind: string): boolean {
  return isWellKnown(
    /(?:^|[ (])(?:[45]\d\d[/|])*([45]\d\d)[/|]$/.exec(before)?.[1] ??
      /^[/|]([45]\d\d)(?:[/|][45]\d\d)*(?:$|[ )])/.exec(behind)?.[1] ??
      '',
  );
}

/** `404 · No such pier`: a text that is headed by a status. */
const isHeading = /^ [·•|] \p{Lu}/u;
const wordBefore = new RegExp(
  String.raw`(?:^|[^A-Za-z])(?:an?|on|for|with|is|not|vs|c[oó]digos?(?: de (?:estado|status))?|statuscode|code d['’]état|ambos|ambas|ambes|both|beide|testing|(?:must|should)(?: (?:be|give|get))?|returns?|returning|handl(?:es|ing)|custom|code|\w*errors?|\w*(?:${otherErrors})|reached|repl(?:ies|y)|respond(?:s|ed)?|gets?|got|throws?|ret to|(?:handling|returned|received|got|error|status|code):) $`,
  'i',
);
/** `GET 503 should be tried 3 times` */
const methodBefore = /(?:^|[^A-Za-z])(?:GET|POST|PUT|PATCH|DELETE|HEAD) $/;
/** Whether a line is one of data: `[231, 390, 685, 330, 63, 410]`. */
function isInRow(line: string): boolean {
  return [...line.matchAll(numbers)].filter(([other]) => !isRegistered(Number(other))).length >= fewestInRow;
}

/** Whether the lines around a number have the numbers before and after it: those of a table of something else. */
function isCounted(text: string, from: number, until: number, number: string): boolean {
  const [above, below] = [
    text.slice(text.lastIndexOf('\n', from - 2) + 1, Math.max(0, from - 1)),
    text.slice(until + 1, (text.indexOf('\n', until + 1) + 1 || text.length + 1) - 1),
  ];
  const has = (line: string, wanted: number): boolean =>
    line.length <= longestLine && [...line.matchAll(numbers)].some(([other]) => Number(other) === wanted);
  return has(above, Number(number) - 1) && has(below, Number(number) + 1);
}
