import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { isStatusKnownOfTitle } from '../titleWords';
import { isMeantAbroad } from '../foreignWordings';
import { isWellKnown } from '../wellKnownStatuses';
import {
  handlesStatuses,
  isAmongStatuses,
  isExpectedError,
  isBesideText,
  isHeldByAnswer,
  isBoundOfClass,
  isSpokenStatus,
} from './amongStatuses';
import { isOfBranch, unit } from './branches';
import { isKnownInText, isNamedIn, namesOf } from './knownInTexts';
import { endOfText, startOfText } from './literalNodes';
import { isRegistered } from './maps';
import { comparedWithOther, placeOf } from './numberPlaces';
import { isOfStatusesOnly, listAround } from './onlyStatuses';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';
import { isTitledStatus, testTitledBy } from './titledStatuses';
import { comparesStatus } from './statusWords';
import { isWantedStatus } from './wantedStatuses';

/**
 * Numbers whose place says nothing, while words do: those of their line, those around other numbers at the same place
 * (arms of one switch, keys of one map, arguments of one function), or the title of their test.
 */

/** A number whose place in the syntax does not say what it is. */
export interface Unexplained {
  readonly range: Candidate['range'];
  readonly node: Node;
  readonly number: string;
  readonly statuses: readonly Entry[];
}

/** How much of a line is read on each side of a number, in UTF-16 units. */
const reach = 160;
/** Lines above a number in which the title of its test is looked for. */
const farthestTitle = 14;
/** Numbers of one text that are looked at again: what a person wrote has far fewer. */
const mostUnexplained = 2_000;
/** Levels of nodes up to what holds a number. */
const mostLevels = 8;

/** What speaks of a status beside its own reason phrase. */
const meant: Readonly<Record<string, RegExp>> = {
  400: /\b(?:bad|malformed|invalid) (?:request|input|parameters?)\b/,
  401: /\bunauthori[sz]ed\b|\bunauthenticated\b|\bnot (?:authenticated|authori[sz]ed|logged in)\b|\bauth(?:entication)? (?:error|failed|failure|required|expired)\b|\b(?:invalid|bad|expired|missing) (?:credentials|token|api key)\b|\b(?:token|session) (?:has )?expired\b|\b(?:log|sign) in again\b/,
  402: /\bpayment (?:required|needed)\b|\b(?:out of|no|insufficient) (?:credits?|funds)\b/,
  403: /\bforbidden\b|\bpermission (?:denied|error)\b|\b(?:no|insufficient) permissions?\b|\baccess (?:is )?denied\b|\bnot allowed\b/,
  404: /\bnot found\b|\bnotfound\b|\bdoes ?n[o']?t exist\b|\bcould(?: not|n't) find\b/,
  405: /\bmethod not allowed\b/,
  409: /\bconflict\b|\bduplicated?\b|\balready exists?\b|\balready taken\b/,
  413: /\btoo (?:large|big)\b/,
  415: /\bunsupported (?:media|file|content) types?\b/,
  422: /\bunprocessable\b|\bvalidation (?:error|failed|failure)s?\b/,
  429: /\btoo many (?:requests|attempts)\b|\brate limit(?:s|ed|ing|er)?\b|\bratelimit(?:ed|ing)?\b|\bthrottl(?:e|ed|ing)\b/,
  500: /\binternal (?:server )?error\b|\bserver error\b/,
  502: /\bbad gateway\b/,
  503: /\b(?:service|temporarily|server) unavailable\b|\bmaintenance\b|\boverloaded\b/,
  504: /\bgateway time ?out\b/,
};
/** Whether words say what a status means, or its phrase, if that has more than one word. */
export function isSaidBy(entry: Entry, text: string): boolean {
  return hasPhrase(entry, ` ${wordsOf(text)} `) || isMeantBy(entry.value, text);
}

function hasPhrase({ titles = [] }: Entry, words: string): boolean {
  return titles.map(wordsOf).some((phrase) => phrase.includes(' ') && words.includes(` ${phrase} `));
}

const otherStatus = /(?<!\w)[45]\d\d(?!\w)/;

/** Whether words say what a status means: `rate limited` of 429. */
export function isMeantBy(number: string, text: string): boolean {
  return (meant[number]?.test(` ${wordsOf(text)} `) ?? false) || isMeantAbroad(number, text);
}

/** So many statuses at one place make it one of statuses. */
const fewestTold = 2;
/** Levels of nodes from an arm to a bound in its pattern. */
const longestArm = 5;
/** How far a test is read for the name of a status, in UTF-16 units. */
const longestTest = 3_000;
/** How far into an arm its pattern goes, in UTF-16 units. */
const longestPattern = 40;
/** What is not found in programs of all kinds. */
const everywhere = '404';

/** Lines above a code in which the status is looked for that it repeats. */
const farthestCode = 8;
const calledCode = /(?:^|[^\w.-])["']?code["']?\s?[:=]\s?["']?$|\stitle=\{?["']$/i;
/** What is measured or counted: a number that is given to it is no status, whatever is said beside it. */
const measured =
  /(?:sleep|delay|time_?out|wait|interval|duration|ttl|expir\w*|width|height|size|radius|margin|padding|max\w*|min\w*|(?<!rate_?)limit|length|len|count|total|amount|price|port|offset|page|row|col(?:umn)?|line|index|year|weight|version|opacity|z_?index|top|left|right|bottom|(?<![a-z])[xy]|ms|seconds?|bytes|id|zip|quantity|stock|seed|score|level)["']?\s*(?::\s*\w+\s*)?(?:[:=(,]|=>|:=)\s*$/i;
const waiting = /sleep|delay|time_?out|wait|interval|after|debounce|throttle|range|random|resize|slice|substr/i;
/** A line that names a test, or a function after what it tests. */
const titled =
  /^\s*(?:(?:it|test|describe|context|scenario|specify|example)(?:\.\w+)*\s*[( ]\s*["'`(]|(?:async\s+)?(?:def|func|fun|fn|function)\s+(?:\([^)]*\)\s*)?`?\w*(?:[tT]est|should|[wW]hen)|(?:public\s+)?(?:async\s+)?(?:void|Task)\s+\w|@DisplayName\()/;
/** What stands before a status in such a title, and behind it: `when a 429 …`, `test_403_is_…`, `returns null on 404`. */
const beforeInTitle =
  /(?:\b(?:an?|on|for|with|when|returns?|throws?|is|of|http|status|code|error|response|gets?|answers?)|test|http|status|code|error|on|returns?|throws?)[ _(:-]*$/i;
const behindInTitle =
  /^(?:["'`)(:,;]|[ _-](?:is|as|with|when|on|from|means|becomes|maps|gives|returns?|throws?|carries|has|without|and|or|to|into|response|status|error|auth|permission|unauthori[sz]ed|forbidden|not_?found|rate|too)(?![a-z]))/i;

/** The words of source, also those of names. */
function wordsOf(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z\d']+/g, ' ')
    .toLowerCase();
}

/** What is said of the numbers of a text that their places do not explain. */
export class Agreement {
  readonly #unexplained: Unexplained[] = [];
  /** Numbers inside of texts whose words do not say what they are. */
  readonly #spoken: Unexplained[] = [];
  /** By place, what is known to be a status there, and what may be one. */
  readonly #explained = new Map<string, Set<string>>();
  /** By number, where it is a status. */
  readonly #known = new Map<string, number[]>();

  constructor(private readonly reading: Reading) {}

  /** A number whose place explains it as a status: others at the same place are. */
  isStatus(node: Node, number: string): void {
    this.#known.set(number, [...(this.#known.get(number) ?? []), node.startIndex]);
    const place = placeOf(this.reading.file, node);
    if (place !== undefined) {
      this.#explained.set(place, (this.#explained.get(place) ?? new Set()).add(number));
    }
  }

  /** A number that a text tells as a status. */
  isToldStatus({ start }: Candidate['range'], number: string): void {
    this.#known.set(number, [...(this.#known.get(number) ?? []), start]);
  }

  /** A number inside of a text that does not say what it is. */
  addSpoken(spoken: Unexplained): void {
    if (this.#spoken.length < mostUnexplained) {
      this.#spoken.push(spoken);
    }
  }

  add(unexplained: Unexplained): void {
    if (this.#unexplained.length < mostUnexplained) {
      this.#unexplained.push(unexplained);
    }
  }

  /** The statuses among the numbers that were added, each with its candidates; now and then none, so that others have a turn. */
  *candidates(): Generator<Candidate[]> {
    const { file, ofProject } = this.reading;
    const { isAboutWeb, speaksHttp, speaksGrpc } = file.subject;
    if (!isAboutWeb || speaksGrpc) {
      return;
    }
    const isOfHttp = speaksHttp || ofProject.size > 0;
    const places = new Map<string, Unexplained[]>();
    for (const one of this.#unexplained) {
      yield [];
      const place = placeOf(file, one.node);
      if (isOfHttp && this.#isTitle(one)) {
        yield candidate(one.range, 'status', one.statuses, 0.55, 'the title of a test of it');
      } else if (isOfHttp && (this.#isOfItsArm(one) || this.#isAnsweredByArm(one))) {
        yield candidate(one.range, 'status', one.statuses, 0.6, 'the status that its arm is for');
        if (place !== undefined) {
          this.#explained.set(place, (this.#explained.get(place) ?? new Set()).add(one.number));
        }
      } else if (isOfHttp && (isExpectedError(file, one.node) || isWantedStatus(file, one.range))) {
        yield candidate(one.range, 'status', one.statuses, 0.6, 'what a test expects');
      } else if (place !== undefined) {
        places.set(place, [...(places.get(place) ?? []), one]);
      }
    }
    for (const [place, all] of places) {
      yield [];
      if (place.startsWith(comparedWithOther)) {
        yield* this.#comparedWithOther(place, all);
        continue;
      }
      const plain = all.filter((one) => !this.#isMeasured(one));
      const said = plain.filter((one) => this.#agrees(one));
      const others = this.#explained.get(place)?.size ?? 0;
      const told = new Set(said.map(({ number }) => number)).size + others;
      const isOfSequence =
        isOfHttp && place.startsWith('items') && all[0] !== undefined && isSequence(file, all[0].node);
      // What is true of two of the arms of a switch is true of the third.
      const isOfStatuses = told >= fewestTold && plain.length === all.length;
      for (const one of plain) {
        const isSaid = isOfHttp && one.number !== everywhere && said.includes(one);
        const evidence = isSaid
          ? 'words beside it say the same'
          : isOfStatuses || isOfSequence
            ? 'at the place of other statuses'
            : isOfHttp && /^argument/.test(place) && this.#isInTitle(one)
              ? 'in the title of its test'
              : undefined;
        if (evidence !== undefined) {
          yield candidate(one.range, 'status', one.statuses, isSaid ? 0.65 : 0.6, evidence);
        }
      }
    }
    if (isOfHttp && (this.#known.size > 0 || handlesStatuses(file))) {
      const lists = new Set<number>();
      const unsaid: Unexplained[] = [];
      for (const one of this.#unexplained) {
        yield [];
        if (this.#isBoundOfClass(one)) {
          yield candidate(one.range, 'status', one.statuses, 0.6, 'bound of a class of statuses');
        } else if (isOfStatusesOnly(file, one.node)) {
          yield candidate(one.range, 'status', one.statuses, 0.55, 'among statuses only');
        } else if (this.#isAmongStatuses(one)) {
          lists.add(listAround(file, one.node) ?? 0);
          yield candidate(one.range, 'status', one.statuses, 0.55, 'among the statuses of the program');
        } else if (this.#isCodeOfKnown(one)) {
          yield candidate(one.range, 'status', one.statuses, 0.55, 'the code of an error, and a status right above');
        } else if (this.#isKnownBesideText(one)) {
          yield candidate(one.range, 'status', one.statuses, 0.55, 'beside a text, and a status elsewhere');
        } else {
          unsaid.push(one);
        }
      }
      // Of `[400, 404, 409]` what is true of one is true of all.
      for (const one of unsaid) {
        if (lists.has(listAround(file, one.node) ?? -1) && !this.#isMeasured(one)) {
          yield candidate(one.range, 'status', one.statuses, 0.55, 'listed with a status of the program');
        }
      }
      for (const one of this.#spoken) {
        yield [];
        if (isOfBranch(file.text, one.range, this.#known.get(one.number) ?? [])) {
          yield candidate(one.range, 'status', one.statuses, 0.6, 'the status that its branch is for');
        } else if (this.#isSpoken(one)) {
          yield candidate(one.range, 'status', one.statuses, 0.55, 'in a text among the statuses of the program');
        }
      }
    }
  }

  /** What is compared with one status is compared with others that everybody knows, whatever its name is. */
  *#comparedWithOther(place: string, all: readonly Unexplained[]): Generator<Candidate[]> {
    if (this.#explained.has(place) && all.every((one) => isWellKnown(one.number) && !this.#isMeasured(one))) {
      for (const { range, statuses } of all) {
        yield candidate(range, 'status', statuses, 0.6, 'compared like another status');
      }
    }
  }

  /** Whether the words of the line, or of the one below where the line only opens it, speak of the status. */
  #agrees({ range, number }: Unexplained): boolean {
    const { file, knowledge } = this.reading;
    const { text } = file;
    const start = text.lastIndexOf('\n', range.start - 1) + 1;
    const lineEnd = text.indexOf('\n', range.end);
    let end = lineEnd < 0 ? text.length : lineEnd;
    if (
      /(?:[:{(]|->|=>|=|\bthen|\))\s*$/.test(text.slice(range.end, Math.min(end, range.end + reach))) &&
      lineEnd >= 0
    ) {
      const next = text.indexOf('\n', lineEnd + 1);
      const below = text.slice(lineEnd, next < 0 ? undefined : next);
      end = /(?<!\d)[45]\d\d(?!\d)/.test(below) ? end : end + below.length;
    }
    const before = text.slice(Math.max(start, range.start - reach), range.start);
    const behind = text.slice(range.end, Math.min(end, range.end + reach));
    const words = ` ${wordsOf(`${before} ; ${behind}`)} `;
    const isSaid = knowledge.status(number).some((entry) => hasPhrase(entry, words));
    // Words beyond another status of the line are about that one.
    const near = `${before.split(otherStatus).at(-1) ?? ''} ; ${behind.split(otherStatus)[0] ?? ''}`;
    return isSaid || isMeantBy(number, near);
  }

  /** Whether the pattern of its arm is the same number, which is a status: `case 404: return fault(404)`. */
  #isOfItsArm(one: Unexplained): boolean {
    const { file } = this.reading;
    const arm = file.around(one.node, ['arm'], mostLevels);
    const places = arm ? (this.#known.get(one.number) ?? []) : [];
    const isPattern = places.some((at) => arm && at >= arm.startIndex && at - arm.startIndex <= longestPattern);
    return isPattern && file.around(one.node, ['call', 'arm'], mostLevels)?.id !== arm?.id && !this.#isMeasured(one);
  }

  /** Whether it is the pattern of an arm that answers so: `case "404": w.WriteHeader(404)`. */
  #isAnsweredByArm({ node, range, number }: Unexplained): boolean {
    const { file } = this.reading;
    const arm = file.around(node, ['arm'], mostLevels);
    return (
      arm !== undefined &&
      range.start - arm.startIndex <= longestPattern &&
      (this.#known.get(number) ?? []).some((at) => at > range.end && at < arm.endIndex && at - range.end <= reach * 2)
    );
  }

  #isBoundOfClass({ node, range, number }: Unexplained): boolean {
    const { file } = this.reading;
    const around = /^[45]00$/.test(number) ? file.around(node, ['arm', 'binary', 'call'], longestArm) : undefined;
    // Of a pattern what the switch is about tells.
    return /^[45]00$/.test(number) && (!around || file.shape(around)?.is !== 'arm') && isBoundOfClass(file.text, range);
  }

  #isAmongStatuses(one: Unexplained): boolean {
    const { file } = this.reading;
    return (
      isAmongStatuses(file.text, one.range, one.number) && !this.#isMeasured(one) && isHeldByAnswer(file, one.node)
    );
  }

  /** Whether it is called a code, or the title of an element, below where it is a status: `if (status == 404) { fail(NSError(domain: "Pier", code: 404)) }`. */
  #isCodeOfKnown({ range, number }: Unexplained): boolean {
    const { text } = this.reading.file;
    return (
      calledCode.test(text.slice(Math.max(0, range.start - reach), range.start)) &&
      this.#isKnownNear(range, number, farthestCode)
    );
  }

  #isKnownBesideText(one: Unexplained): boolean {
    const { file } = this.reading;
    return (
      this.#known.has(one.number) &&
      isAmongStatuses(file.text, one.range, one.number) &&
      !this.#isMeasured(one) &&
      isBesideText(file, one.node)
    );
  }

  #isSpoken(one: Unexplained): boolean {
    const { node, range, number, statuses } = one;
    const { file } = this.reading;
    const isKnown = this.#known.has(number) || isNamedIn(file, statuses);
    // What an element of JSX has as its text begins on a line of its own.
    const before = file.text.slice(Math.max(startOfText(file, node), range.start - reach), range.start).trimStart();
    const behind = file.text.slice(range.end, Math.min(endOfText(node), range.end + reach));
    // `want 404` below what was compared with it
    const isCompared = comparesStatus(before, behind, () => this.#isKnownNear(range, number));
    return (
      /\p{L}{2}|\p{Lo}/u.test(before + behind) &&
      (isCompared ||
        isSpokenStatus(before, behind, number, isKnown) ||
        isTitledStatus(file, node, before, behind, number) ||
        this.#isKnownInItsTest(one, before, behind) ||
        (isKnown && isKnownInText(before, behind, number)))
    );
  }

  /** Whether the same number is a status on this line or so many lines above, or soon below. */
  #isKnownNear({ start }: Candidate['range'], number: string, lines = 2): boolean {
    const { text } = this.reading.file;
    return (this.#known.get(number) ?? []).some((at) => {
      const [from, to, most] = at < start ? [at, start, lines] : [start, at, 4];
      return at !== start && to - from <= reach * most && text.slice(from, to).split('\n').length <= most;
    });
  }

  /** Whether it stands in the title of a test in which the same number is a status: `it('draws our 404 page', …)`. */
  #isKnownInItsTest({ node, range: { end }, number, statuses }: Unexplained, before: string, behind: string): boolean {
    const { file } = this.reading;
    const test = testTitledBy(file, node);
    const isKnown =
      test !== undefined &&
      ((this.#known.get(number) ?? []).some((at) => at > end && at < test.endIndex) ||
        namesOf(statuses)?.test(file.text.slice(end, Math.min(test.endIndex, end + longestTest))) === true);
    return isKnown && isStatusKnownOfTitle(before, behind);
  }

  /** Whether it is all the title of a test in which the same number is a status: `it('404', () => answerWith(404))`. */
  #isTitle({ node, range, number }: Unexplained): boolean {
    const { file } = this.reading;
    const call = file.shape(node)?.is === 'string' ? file.around(node, ['call'], 2) : undefined;
    return (
      call !== undefined &&
      /^(?:it|test|describe|context|specify)$/.test(file.callee(call).name) &&
      file.args(call)[0]?.id === node.id &&
      (this.#known.get(number) ?? []).some((at) => at > range.end && at < call.endIndex)
    );
  }

  #isMeasured({ range, node }: Unexplained): boolean {
    const { file } = this.reading;
    const { text } = file;
    const call = file.around(node, ['call'], 2);
    return (
      (call !== undefined && waiting.test(file.callee(call).name)) ||
      measured.test(text.slice(Math.max(0, range.start - 40), range.start)) ||
      unit.test(text.slice(range.end, range.end + 12))
    );
  }

  /** Whether the test that the number is in has it in its title: `test_403_is_permission_error`. */
  #isInTitle({ range, number }: Unexplained): boolean {
    const { text } = this.reading.file;
    let end = text.lastIndexOf('\n', range.start - 1);
    for (let count = 0; count < farthestTitle && end > 0; count++) {
      const start = text.lastIndexOf('\n', end - 1) + 1;
      const line = text.slice(start, Math.min(end, start + 2 * reach));
      if (titled.test(line)) {
        const at = line.search(new RegExp(`(?<![\\d.])${number}(?![\\d.])`));
        return at >= 0 && beforeInTitle.test(line.slice(0, at)) && behindInTitle.test(line.slice(at + number.length));
      }
      end = start - 1;
    }
    return false;
  }
}

/** Whether a list around a number is what a server answers one after the other: `[503, 502, 200]` ends in a success. */
function isSequence(file: SourceFile, literal: Node): boolean {
  const list = file.around(literal, ['list'], 3);
  const numbers = list ? file.textOf(list, reach).match(/\d+/g)?.map(Number) : undefined;
  return (
    sequence.test(list?.text.slice(0, reach) ?? '') &&
    numbers?.every(isRegistered) === true &&
    numbers.some((number) => number > 400 && number % 100 > 0)
  );
}

const sequence = /^\D{0,4}\d{3}(?:,\s?\d{3}){1,12},\s?20[0-4]\D{0,4}$/;
