import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { Agreement, type Unexplained } from './agreement';
import { alignedIn } from './alignedNumbers';
import { besideName } from './besideName';
import { inComment } from './comments';
import { ofConstantName } from './constantNames';
import { armInText, inFragment } from './fragments';
import { literalAt } from './literalNodes';
import { besideMessage, besidePhrase } from './besideWords';
import { keysBeside } from './maps';
import { ofNumber } from './numberMeanings';
import { inText } from './numbersInTexts';
import { ofPage } from './pageTexts';
import type { Reading } from './reading';

/**
 * A number with what languages write after one, but no part of a name, a version, a colour or a decimal number. Before a
 * message it may be a part of an error's name: `405-methodNotAllowed: …`; of German and others a word follows: `404-Seite`. Before it a text may have an escape, `\n404 …`, `\b429`,
 * or what it is the status of, `HTTP404`.
 */
const numberPattern =
  /(?:(?<![\w$#-]|[^.]\.)|(?<=\\[bBDWsnrt]|(?<!\w)HTTP))[1-9]\d{0,3}(?=(?:[uUlL]{1,2}|_?[iu](?:8|16|32|64|size))?(?!\w|%|\.[^.*\s"'`)\]\\]|-(?![a-z]+(?:[A-Z][A-Za-z]*)?: |(?:Seite|Fehler|Antwort|Status|Code|error|page|response|status|sida|svar|fel|fout|pagina|fejl|side)\w{0,10}\b)\w))/g;
const wrappedNumber = /^(?:HTTP|[Ss]tatus|[Ee]rror|[Cc]ode|[\s:=([*])+(\d{3})[\s:)\]*]*$|^(\d{3})[ :]{1,2}$/;
/** A pattern of PHP that finds nothing but the number, with its delimiters: `/429/`. */
const delimitedNumber = /^["']([/#~])\^?(\d{3})\1[a-z]*["']$/;

const longestDelimited = 20;

/** A number inside of a text; what its words do not say may be known of it elsewhere. */
function inWords(one: Unexplained, content: string, reading: Reading, agreement: Agreement): Candidate[] {
  const { node, range, number, statuses } = one;
  const arm = armInText(reading, node, range, number);
  const inside = arm.length > 0 ? arm : inText(reading, node, content, range, number);
  const found = inside.length > 0 ? inside : ofPage(reading, node, range, statuses);
  if (found.some(({ role }) => role === 'status')) {
    agreement.isToldStatus(range, number);
  } else if (found.length === 0 && statuses.length > 0) {
    agreement.addSpoken(one);
  }
  return found;
}

/** Numbers that are the status or the code of an error. */
export function* numberCandidates(reading: Reading): Generator<Candidate[]> {
  const { file, contexts, knowledge } = reading;
  const agreement = new Agreement(reading);
  const unsure: Candidate[][] = [];
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
      yield inFragment(reading, range, number);
      continue;
    }
    // `error.message.includes('(404)')`, `'status code 429'`
    const written = file.shape(node)?.is === 'number' ? number : file.contentOf(node);
    const content =
      wrappedNumber.exec(written)?.slice(1).find(Boolean) ??
      delimitedNumber.exec(file.textOf(node, longestDelimited))?.[2] ??
      written;
    if (content !== number) {
      yield inWords({ range, node, number, statuses }, content, reading, agreement);
      continue;
    }
    const named = besideMessage(reading, node, range, codes);
    if (named.length > 0) {
      yield named;
      continue;
    }
    const meaning = contexts.meaningOf(node);
    if (!meaning && written !== number) {
      yield inWords({ range, node, number, statuses }, written, reading, agreement);
      continue;
    }
    const found = meaning ? ofNumber(range, meaning, number, reading, file.shape(node)?.is === 'string') : [];
    if (found.some(({ weight }) => weight >= shown)) {
      if (found.some(({ role }) => role === 'status')) {
        agreement.isStatus(node, number);
      }
      yield found;
      continue;
    }
    const beside = besidePhrase(reading, node, range, statuses);
    const last = [
      ...ofCodesOnly(reading, node, range, codes),
      ...(beside.length > 0 ? beside : besideName(reading, node, range, statuses)),
      ...ofPage(reading, node, range, statuses),
    ];
    const constant = last.length > 0 ? last : ofConstantName(reading, range, number);
    const piece = constant.length > 0 ? constant : inFragment(reading, range, number);
    const aligned = piece.length > 0 ? undefined : alignedIn(reading, range);
    const other = aligned ? ofNumber(range, aligned, number, reading, false) : piece;
    if (other.length > 0 && heaviest(other) >= heaviest(found)) {
      if (other.some(({ role }) => role === 'status')) {
        agreement.isStatus(node, number);
      }
      yield other;
    } else if (statuses.length > 0 && Number(number) >= 400 && !meaning?.isRanged) {
      unsure.push(found);
      agreement.add({ range, node, number, statuses });
    } else {
      yield found;
    }
  }
  yield* agreement.candidates();
  // Of what stays unsure, too, is told why.
  yield* unsure;
}

function heaviest(candidates: readonly Candidate[]): number {
  return Math.max(0, ...candidates.map(({ weight }) => weight));
}

/** From this weight on a candidate is shown unasked. */
const shown = 0.5;

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
