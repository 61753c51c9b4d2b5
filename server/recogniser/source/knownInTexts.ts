import type { Entry } from '../../../shared/catalog/catalog';
import { isCount, spoken, thingBefore } from '../spokenNumbers';
import { isRegistered } from './maps';
import type { SourceFile } from './sourceFile';

/**
 * Texts of a program that speak of a number which is a status elsewhere in it, in any human language: the words then need
 * not say that it is one, only that it is by itself and not a number of something.
 */

/** A number that begins its text, a bracket or a part of a sentence: `no key: 401`, `(409 is taken)`, `→ 503`. */
const apart =
  /(?:^|\(\p{L}{3,20}\/|redirect\/|[([“‘「『【（]|(?<!\\?["'])[:;.!?+→⇒—–|·•…✓✔✗✘❌✅] |\p{L}{2}, |(?:[-=]>| -) |[、。，；：！？] ?)$/u;
/** The end of a label: `rows: `. */
const labelled = /[:=] $/;
/** What tests and messages say before what came or should come. */
const said =
  /(?:^|[^\p{L}])(?:(?<=\()(?:expect(?:s|ed|ing)?|must)|should(?: (?:be|return|give|get|answer))?|must (?:be|return|give)|shows?|shown|flip(?:s|ped)? to|overrid(?:es|den) to|turn(?:s|ed)? (?:in)?to|chang(?:es|ed) to|instead of|still|always|never|sollte|soll|erwartet(?:e|en)?|statt|attendu|attend|espera(?:ba|do|va)?|esperado|se espera|debe(?:ría)?|deve(?:ria)?|ожида(?:ется|ли|ем)|должен|ждали|oczekiwano|verwacht|förväntade?|sen|bor de) $/iu;
/** What they say of it behind it: `so 404 is expected`. */
const saidBehind =
  /^ (?:(?:is|was|would be|est|serait|ist|wäre|é|era|seria|es|sería|è|jest) )?(?:the )?(?:expected|fine|intended|erwartet|attendu|prévu|normal|esperad[oa]|previst[oa]|correct[oa]?|corret[oa]|verwacht|oczekiwan[eya])(?!\p{L})/iu;
const leading =
  /(?:^|[^\p{L}])(?:so|then|hence|here|thus|an?|the|o|um|então|logo|aqui|el|un|entonces|aquí|así que|le|une?|alors|donc|ein|der|dann|also|daher|hier|il|quindi|dus|een|więc) $/iu;
/** Letters that are written without blanks between. */
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const denseBefore = new RegExp(`${dense.source} ?$`, 'u');
/** What is counted in such letters: 件, 个, 円, 개, … */
const counted = /^ ?[个個件行页頁号號円元块米人次秒分年月日天条條台張张本枚回度歳岁点點倍개명번원회초분년월일호]/u;
/** Before what a number stands that is of something: `第404`. */
const ordered = /[第約约共近超每]\s?$/u;

const behindIt =
  /^(?:$|[)\]}”’」』】）,;:!?…、。，；：！？"'`]|\.(?!\d)| ?[/|](?=[45]\d\d)| [([{“"'`$%=+→⇒—–|·•>✓✔-]| \p{L}|\\[nr])/u;
const other = /(?:^|[ ([])(?:[45]\d\d ?[/|,] ?)*([45]\d\d) ?[/|] ?$/;
const otherBehind = /^ ?[/|] ?([45]\d\d)(?![\w.])/;

/** Whether a text speaks of such a number. */
export function isKnownInText(before: string, behind: string, number: string): boolean {
  if (thingBefore.test(before.replace(labelled, ' ')) || isCount(behind) || ordered.test(before)) {
    return false;
  }
  const [, beside = ''] = other.exec(before) ?? otherBehind.exec(behind) ?? [];
  if (beside !== '' && isRegistered(Number(beside)) && (spoken.test(beside) || spoken.test(number))) {
    return true;
  }
  if (dense.test(before.slice(-2)) || dense.test(behind.slice(0, 2))) {
    const isBefore = denseBefore.test(before) || apart.test(before);
    return (
      spoken.test(number) &&
      isBefore &&
      !counted.test(behind) &&
      (behindIt.test(behind) || dense.test(behind.charAt(0)))
    );
  }
  return (
    spoken.test(number) &&
    behindIt.test(behind) &&
    (apart.test(before) || said.test(before) || (leading.test(before) && saidBehind.test(behind)))
  );
}

const named = new Map<string, RegExp>();

/** Whether the program has a status by its name: `StatusTooManyRequests`, `HttpStatus.TOO_MANY_REQUESTS`, `HTTP_410_GONE`. */
export function isNamedIn(file: SourceFile, entries: readonly Entry[]): boolean {
  const pattern = namesOf(entries);
  return pattern !== undefined && file.says(pattern);
}

/** A pattern of the names that programs have for a status. */
export function namesOf([entry]: readonly Entry[]): RegExp | undefined {
  const names = (entry?.titles ?? []).map((title) => title.replace(/[^A-Za-z]+/g, '_?'));
  if (!entry || names.length === 0) {
    return undefined;
  }
  let pattern = named.get(entry.id);
  if (!pattern) {
    const several = names.filter((name) => name.includes('_?'));
    // `case .methodNotAllowed:`, `TOO_MANY_REQUESTS`: what has several words needs nothing before it.
    const alone = several.length > 0 ? String.raw`|(?<![A-Za-z])(?:${several.join('|')})(?![A-Za-z])` : '';
    pattern = new RegExp(
      String.raw`(?:Status(?:Code)?(?:::|\.)?|status(?:Code)?(?:::|\.)|HTTP_?(?:STATUS_?)?|SC_|ErrorException\.)(?:\d{3}_)?(?:${names.join('|')})(?![a-z])${alone}`,
      'i',
    );
    named.set(entry.id, pattern);
  }
  return pattern;
}
