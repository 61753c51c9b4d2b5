import type { Node } from '@vscode/tree-sitter-wasm';
import { candidate, type Candidate } from '../candidate';
import { distinctPhrases } from '../distinctPhrases';
import { statusOf } from './constants';
import { part } from './grammar';
import { stringAt } from './literalNodes';
import { isErrorClass, isOfError } from './names';
import type { Meaning } from './place';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/** A string, or a pattern, that is only words: `'Bad Gateway'`, `/Bad Gateway/`, `'*Bad Gateway*'`. */
const quoted = /(["'`/])(\*?)([A-Za-z][A-Za-z_ '-]{2,50})\2\1/g;
/** Names of statuses that are everyday words, or those of other things' states. */
const everyday =
  /^(?:gone|locked|conflict|found|continue|processing|accepted|created|ok|overloaded|not found|not implemented|request time-?out|[iI]nvalid[ _-]?[tT]oken)$/;
/** Names that the errors of browsers have, too. */
const ofBrowsers = /^(?:NotFound|Timeout)Error$/;
/** What fails in other ways than by an answer, too. */
const ofCredentials = /^Authentication/;
/** How codes of errors are written. */
const code = /^[A-Z][A-Z_]+$|^[A-Z][a-z]+(?:[A-Z][a-z]+)+$/;

/**
 * Statuses by their names, as strings: in what an error says (`err.message === 'Bad Gateway'`), as the code of an error
 * (`err.code === 'TOO_MANY_REQUESTS'`) and as the name of its class (`err.name === 'TooManyRequestsError'`).
 */
export function* namedStatusCandidates(reading: Reading): Generator<Candidate[]> {
  const { file, contexts, knowledge, systems } = reading;
  if (file.subject.speaksGrpc || !file.subject.isAboutWeb) {
    return;
  }
  for (const { 2: star = '', 3: name = '', index } of file.text.matchAll(quoted)) {
    const entries = statusOf(name, knowledge);
    const node = entries.length > 0 ? stringAt(file, index + 1) : undefined;
    // Where its vendor is named, such a word is the vendor's code.
    const isOfVendor = knowledge.code(name).some(({ common, catalog: { id } }) => !common || systems.has(id));
    if (!node || isOfVendor || file.contentOf(node) !== star + name + star || file.commentAt(index)) {
      continue;
    }
    const meaning = contexts.meaningOf(node);
    const start = index + 1 + star.length;
    const range = { start, end: start + name.length };
    if (meaning && isNamed(file, node, name, meaning)) {
      yield candidate(range, 'status', entries, 0.6, meaning.evidence);
    } else if (distinctPhrases.has(entries[0]?.value ?? '') && name.includes(' ') && isSaid(file, node)) {
      yield candidate(range, 'status', entries, 0.55, 'what an error or an answer says');
    }
  }
}

function isNamed(file: SourceFile, node: Node, name: string, meaning: Meaning): boolean {
  const isTested = /^(?:compared with|switched on|key looked up by)/.test(meaning.evidence);
  if (meaning.what === 'code') {
    return code.test(name) && (isTested || isOfMadeError(file, node));
  }
  if (meaning.what === 'status') {
    return isTested && code.test(name) && /code|http/i.test(meaning.name);
  }
  const isOfAnswer = phrase.test(meaning.name);
  const isOfText = isOfAnswer || /^message$/i.test(meaning.name) || isOfError(meaning.name);
  return (
    isTested && isOfText && (isOfAnswer || !everyday.test(name)) && !ofBrowsers.test(name) && !ofCredentials.test(name)
  );
}

/** Names of the phrase that an answer has beside its status. */
const phrase = /^(?:status_?(?:text|line|message)|reason_?phrase|error_?name)$/i;

/** Functions that answer with a text, or make an error of one. */
const saying = /^(?:new|errorf?|fail|reject|send|end|write|abort|raise|throw|panic)$/i;
/** Names of what an error says. */
const ofSaid = /err|fail|exception|fault|problem/i;

/**
 * Whether a phrase is what an error is made with, what is answered, or what is kept for it: `new Error('Bad Gateway')`,
 * `ErrTooMany = "Too Many Requests"`. Beside a number it says nothing new.
 */
function isSaid(file: SourceFile, node: Node): boolean {
  const { text } = file;
  const line = text.slice(text.lastIndexOf('\n', node.startIndex) + 1, node.endIndex + longestRest).split('\n', 1)[0];
  if (/(?<!\w)[45]\d\d(?!\w)/.test(line ?? '')) {
    return false;
  }
  const bind = file.around(node, ['bind'], 2);
  const shape = bind && file.shape(bind);
  if (bind && shape?.is === 'bind') {
    return ofSaid.test(file.lastName(part(bind, shape.name)));
  }
  const call = file.around(node, ['call'], 3);
  const { name, object } = call ? file.callee(call) : { name: '', object: null };
  const owner = object ? file.lastName(object) : '';
  return (
    isErrorClass(name) || isErrorClass(owner) || name === 'Error' || (saying.test(name) && ofAnswering.test(owner))
  );
}

/** What is looked at of the line behind a phrase, in UTF-16 units. */
const longestRest = 80;
const ofAnswering = /^(?:errors|fmt|res|resp|response|reply|ctx|c|w|http|t)?$/i;

/** `new TRPCError({ code: 'UNAUTHORIZED' })` */
function isOfMadeError(file: SourceFile, node: Node): boolean {
  const call = file.around(node, ['call'], 6);
  return call !== undefined && isErrorClass(file.callee(call).name);
}
