import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from './grammar';
import { type Holding } from './holding';
import { isRegistered } from './maps';
import { isOther } from './names';
import { found, type Meaning, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { subjectBefore } from './unfinished';
import { holdingOf } from './values';

/** A pattern of a switch: what the switch is about tells, or all of its arms. */
export function ofArm(file: SourceFile, arm: Node, place: Place): Step {
  const owner = file.around(arm, ['switch'], 5);
  const shape = owner && file.shape(owner);
  if (!owner || shape?.is !== 'switch') {
    return found(holdingOf(file, subjectBefore(arm)), 'switched on', place);
  }
  const subject = part(owner, shape.subject);
  // `match (status, code) { (_, "frozen") => … }`
  const [at] = place.indexes.slice(-1);
  const item = subject && at !== undefined && /^tuple/.test(subject.type) ? subject.namedChild(at) : null;
  const holding = holdingOf(file, item ?? subject);
  if (isOfOwnCodes(file, owner, arm, subject)) {
    return undefined;
  }
  return found(holding ?? ofArms(file, owner, arm, subject), 'switched on', place);
}

/** How much of an arm is looked at for its pattern, and of a switch for what it does, in UTF-16 units. */
const longestPattern = 120;
const longestSwitch = 4_000;
/** A switch with more arms is data. */
const mostArms = 60;
/** So many statuses in a switch on something without a name are no accident. */
const fewestStatuses = 3;

/** What the arms of a switch say of it: `case HttpURLConnection.HTTP_CONFLICT:`, or that all of them are statuses. */
function ofArms(file: SourceFile, owner: Node, own: Node, subject: Node | null): Holding | undefined {
  const arms = owner.descendantsOfType(own.type).filter((arm) => arm !== null);
  const patterns = arms.slice(0, mostArms).map((arm) => patternOf(file, arm));
  const isOfConstants = patterns.some(
    (pattern, index) =>
      arms[index]?.id !== own.id && file.grammar.constants.some((constant) => pattern.search(constant) >= 0),
  );
  if (isOfConstants) {
    return { what: 'status', weight: 0.85, name: 'status' };
  }
  const isOfStatuses =
    arms.length <= mostArms &&
    subject !== null &&
    !isOther(file.lastName(subject)) &&
    file.subject.speaksHttp &&
    file.once('isOfStatuses', owner, () => {
      const numbers = patterns.flatMap((pattern) => pattern.match(/(?<![\w.])\d{1,5}\b/g) ?? []);
      const isSeveral =
        new Set(numbers.filter((number) => Number(number) > 400 && Number(number) % 100 > 0)).size >= fewestStatuses;
      return isSeveral && isArmsOfStatuses(numbers.map(Number), file.textOf(owner, longestSwitch), true);
    });
  return isOfStatuses ? { what: 'status', weight: 0.75, name: 'statuses only' } : undefined;
}

/**
 * Whether a switch on a code is on one of a program's own: HTTP numbers nothing from 600 on, and gives no status a number
 * of two digits beside it: `40|400) echo "no rope" ;;`.
 */
function isOfOwnCodes(file: SourceFile, owner: Node, own: Node, subject: Node | null): boolean {
  if (!subject || ofAnswer.test(file.textOf(subject, longestPattern))) {
    return false;
  }
  return file.once('isOfOwnCodes', owner, () => {
    const arms = owner.descendantsOfType(own.type).slice(0, mostArms);
    const patterns = arms.map((arm) => file.textOf(arm as Node, longestPattern).split(endOfPattern)[0] ?? '');
    const numbers: (readonly string[])[] = patterns.map(
      (pattern) => pattern.match(/(?<![\w.])\d{2,3}(?![\w.])/g) ?? [],
    );
    const beyond = new Set(numbers.flat().filter((number) => /^[6-9]\d\d$/.test(number) && number !== '999'));
    const twins = numbers.filter((all) =>
      all.some((number) => all.includes(`${number.slice(0, 1)}0${number.slice(1)}`)),
    );
    return beyond.size >= fewestOwn || twins.length >= fewestOwn;
  });
}

/** So many numbers that are no statuses make those of a switch a program's own. */
const fewestOwn = 3;
/** What only an answer is called. */
const ofAnswer = /http|resp|\bres\b|answer|reply|status_?code/i;
/** Where the pattern of an arm ends, in any language. */
const endOfPattern = /->|=>|:(?!:)|\)\s|\bthen\b|[{\n]/;

function patternOf(file: SourceFile, arm: Node): string {
  return file.textOf(arm, longestPattern).split(/->|=>|:(?!:)/)[0] ?? '';
}

/** What arms do that are about errors of a server. */
const ofErrors =
  /unauthori[sz]|forbidden|not[_ ]?found|rate[_ ]?limit|too[_ ]?many|bad[_ ]?request|server[_ ]?(?:error|trouble)|unavailable|conflict|retry|back_?off|throttl|http|log[_ ]?(?:in|out)|permission|start-sleep|connect-\w+|sign[_ ]?(?:in|out)|refresh|\w(?:Exception|Error)\b|(?:throw|raise)\b/gi;

/**
 * Whether the numbers of a switch's arms are statuses whatever it is about: all of them are, one is not round, and what the
 * arms do is about errors.
 */
export function isArmsOfStatuses(numbers: readonly number[], text: string, speaksHttp: boolean): boolean {
  const errors = new Set(numbers.filter((number) => number >= 400));
  const words = new Set(text.match(ofErrors)?.map((word) => word.toLowerCase()));
  const isOdd = [...errors].some((number) => number % 100 > 0 && number % 100 < 99);
  const isOfClass = wholeClass.test(text);
  // Nothing else has just these bounds.
  const fewestWords = isOfClass && speaksHttp ? 0 : (errors.size > 1 && speaksHttp) || isOfClass ? 1 : 2;
  return numbers.every(isStatusOrBound) && (isOdd || isOfClass) && words.size >= fewestWords;
}

/** All statuses of a class: `400...499`, `500..<600`. */
const wholeClass = /(?<![\w.])(?:400\s?\.\.(?:[.=]?\s?[45]99|<?\s?[56]00)|500\s?\.\.(?:[.=]\s?599|<?\s?600))(?![\w.])/;

/** Without an answer curl prints 000. */
function isStatusOrBound(number: number): boolean {
  return isRegistered(number) || number === 0 || number === 600 || number % 100 === 99;
}

/**
 * A value among those of a switch that gives statuses for errors, alone or before a text: `error switch { NotFound => 404,
 * _ => 500 }`, or `{ NotFound => (404, "gone") }`. Two of the values are no round numbers.
 */
export function givenByArms(file: SourceFile, literal: Node): Meaning | undefined {
  const arm =
    file.shape(literal)?.is === 'number' && file.subject.speaksHttp
      ? file.around(literal, ['arm'], mostLevels)
      : undefined;
  const owner = arm && file.around(arm, ['switch'], 2);
  const shape = arm && file.shape(arm);
  if (!owner || shape?.is !== 'arm' || !shape.value || !isGiven(file, part(arm, shape.value), literal)) {
    return undefined;
  }
  const isOfStatuses = file.once('givesStatuses', owner, () => {
    const arms = owner.descendantsOfType(arm.type).slice(0, mostArms);
    const values = arms.flatMap((one) => (one ? (part(one, shape.value)?.text.slice(0, longestNumber) ?? '') : []));
    const isConstant = (value: string) => file.grammar.constants.some((constant) => value.search(constant) === 0);
    const named = values.filter(isConstant);
    const plain = values.filter((value) => !isConstant(value));
    const numbers = new Set(plain.map((value) => Number(beforeText.exec(value)?.[1] ?? value)));
    const odd = [...numbers, ...named].filter((of) => typeof of === 'string' || (of > 400 && of % 100 > 0));
    return (
      [...numbers].every(isRegistered) &&
      odd.length >= 2 &&
      /(?:Exception|Error|Failure|Fault)\b/.test(file.textOf(owner, longestSwitch))
    );
  });
  return isOfStatuses
    ? { what: 'status', weight: 0.75, evidence: 'given by a switch on errors', name: 'status' }
    : undefined;
}

/** A text that is the status that its arm is for: `case 404: return "404"`. */
export function saidByArm(file: SourceFile, literal: Node): Meaning | undefined {
  const arm = file.shape(literal)?.is === 'string' ? file.around(literal, ['arm'], mostLevels) : undefined;
  const label = arm && file.bare(arm.namedChild(0));
  if (!label || file.shape(label)?.is !== 'number' || label.text !== file.contentOf(literal)) {
    return undefined;
  }
  const step = ofArm(file, arm, {
    node: label,
    role: 'value',
    isText: false,
    isListed: false,
    isRanged: false,
    indexes: [],
  });
  return step && 'meaning' in step && step.meaning.what === 'status'
    ? { ...step.meaning, weight: 0.6, evidence: 'said for its case' }
    : undefined;
}

const longestNumber = 40;
/** Levels of nodes between an arm and the number that it gives. */
const mostLevels = 5;
/** A pair that begins with a status, or what is made of such a pair: `(404, "gone")`, `Pair(404, text)`. */
const beforeText = /^(?:(?:new\s*)?(?:[A-Z]\w{0,24})?\(\s*)?(\d{3})(?=,)/;

/** Whether an arm gives a number, or a pair that begins with it. */
function isGiven(file: SourceFile, value: Node | null, literal: Node): boolean {
  return (
    value !== null &&
    (value.id === literal.id ||
      (Number(beforeText.exec(file.textOf(value, longestNumber))?.[1]) === Number(literal.text) &&
        literal.startIndex - value.startIndex < longestNumber &&
        !/[\d,]/.test(file.text.slice(value.startIndex, literal.startIndex))))
  );
}
