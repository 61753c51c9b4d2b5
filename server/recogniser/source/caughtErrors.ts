import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { distinctPhrases } from '../distinctPhrases';
import { isUse, statusOf } from './constants';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/**
 * Classes of errors by which a program catches what it was answered, whether or not the text shows whose they are:
 * `catch (AcmeRateLimitException e)`, `e instanceof RateLimitError`, `rescue TooManyRequests`.
 */

/** What only classes of errors are named after, and what is a name by itself, too. */
const longNames = ['RateLimit', 'Authentication', 'PermissionDenied', 'InternalServer'];
const shortNames = [
  'TooManyRequests',
  'BadRequest',
  'Unauthorized',
  'Forbidden',
  'NotFound',
  'MethodNotAllowed',
  'Conflict',
  'UnprocessableEntity',
  'BadGateway',
  'ServiceUnavailable',
  'GatewayTimeout',
];
const names = [...longNames, ...shortNames];
const ending = '(?:ed|Exceeded)?(?:Error|Exception)';
const errorClass = new RegExp(
  String.raw`(?<![\w.:\\])\\?(?:[A-Za-z_]\w{0,60}(?:\.|::|\\)){0,4}(?:([A-Z]\w{0,40}?)??((${names.join('|')})${ending})|(${shortNames.join('|')}))\b(?!\.\w|::|\\)`,
  'g',
);
/** For each name, another of them. */
const besides = new Map(
  names.map((name) => {
    const others = names.filter((other) => other !== name).join('|');
    return [name, new RegExp(String.raw`(?:${others})${ending}\b|\b(?:except|rescue|catch)\b.{0,80}\b(?:${others})\b`)];
  }),
);
/** Names that only answers have: a text with one of them speaks HTTP. */
const ofHttp =
  /(?<!naming\.)\b(?:TooManyRequests|UnprocessableEntity|MethodNotAllowed|BadGateway|GatewayTimeout)(?:Error|Exception)?\b/;
const otherThanHttp = /\bSecurity\.Authentication\b|\bjavax\.naming\b/;
/** What others than servers throw, too: databases, parsers. */
const thrownByOthers = /^BadRequest/;
/** What has errors of these names that are no answers: TLS and directories refuse credentials, too. */
const alsoOthers = /^(?:Authentication|ServiceUnavailable)$/;

/** What languages do not find: in maps, on disks, among classes. */
const ofLanguages =
  /^(?:Key|File|Directory|Drive|Class|Module|Package|Assembly|Dll|EntryPoint|Symbol|Command|Zone|Font)$/;

const caught =
  /\b(?:instanceof|except|catch|rescue|is|isinstance)\b[^\n{};]{0,120}$|\b(?:case|var \w{1,40}|AsType\[)[ \t]?\*?[^\n{};:=()]{0,120}$|\w\.\(\*?$/;
/** Where a name alone may stand. */
const caughtByName = /\b(?:instanceof|except|catch|rescue|isinstance)\b[^\n{};]{0,120}$/;
const thrown = /\b(?:throw|raise)\s+(?:new\s+)?$/;
const armBehind = /^(?:\s+\w{1,40})?\s*=>/;
const longestBefore = 160;
const longestBehind = 60;

/**
 * Those whose name others have, too (`NotFoundError`), count where the text speaks HTTP and has another one. Not: the
 * program's own.
 */
export function* caughtCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  const { speaksGrpc } = file.subject;
  const speaksHttp = file.subject.speaksHttp || (!speaksGrpc && file.says(ofHttp));
  for (const { 0: written, 1: prefix = '', 2: long = '', 3: ofLong = '', 4: short = '', index } of file.text.matchAll(
    errorClass,
  )) {
    const [name, kind] = [long || short, ofLong || short];
    const end = index + written.length;
    const start = end - name.length - prefix.length;
    const entries = statusOf(name.replace(/(?:ed|Exceeded)(?=Error|Exception)/, ''), knowledge);
    const isDistinct = isOfHttpOnly(kind, entries) && prefix === '' && !speaksGrpc;
    // Nothing else is called a limit of a rate.
    const isClients =
      (kind === 'RateLimit' && speaksHttp) || isDistinct || (speaksHttp && file.says(besides.get(kind) ?? kind));
    if (
      isClients &&
      isAsked(file, index, end, short !== '', isDistinct && !thrownByOthers.test(kind)) &&
      !(kind === 'NotFound' && ofLanguages.test(prefix)) &&
      !(alsoOthers.test(kind) && file.says(otherThanHttp)) &&
      isUse(file, start, end) &&
      !isOwnClass(file, prefix + name, isDistinct)
    ) {
      yield candidate({ start, end }, 'status', entries, 0.8, `error ${name}`);
    }
  }
}

/** Whether nothing but an answer of HTTP has such a name. */
function isOfHttpOnly(kind: string, entries: readonly Entry[]): boolean {
  return kind !== 'RateLimit' && entries.some(({ value }) => distinctPhrases.has(value));
}

/** Whether a class is one that is caught, or, where its name alone says what it is, thrown or the pattern of an arm. */
function isAsked({ text }: SourceFile, start: number, end: number, isShort: boolean, isSure: boolean): boolean {
  const before = text.slice(Math.max(0, start - longestBefore), start);
  return (
    (isShort ? caughtByName : caught).test(before) ||
    (isSure && (thrown.test(before) || armBehind.test(text.slice(end, end + longestBehind))))
  );
}

/** Whether the text, or a file beside it, defines a class. */
function isOwnClass(file: SourceFile, name: string, isDistinct: boolean): boolean {
  const relative = new RegExp(
    `\\bimport\\s[^;]{0,2000}\\b${name}\\b[^;'"]{0,2000}['"]\\.|\\bfrom\\s+\\.[\\w.]{0,100}\\s+import\\s[^;]{0,400}\\b${name}\\b`,
  );
  return file.functions(name).length > 0 || (!isDistinct && relative.test(file.text));
}
