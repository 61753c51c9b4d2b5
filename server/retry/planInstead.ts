import type { Node } from '@vscode/tree-sitter-wasm';
import type { StrategyName } from '../../shared/catalog/catalog';
import type { Instead } from './language';
import { nodesOfType, outward } from './nodes';
import { countsAttempts } from './retryLoops';
import type { Source } from './source';
import { insertion, sortEdits, type TextEdit, type TextEdits } from './textEdits';
import { indentationAt } from './wrapping';

/** The words that an edit puts into a program. */
export interface Advice {
  readonly entryTitle: string;
  /** What a failed answer has that the advice is for: a code, a status, or the end of a problem type. */
  readonly code: string | undefined;
  /** What to do, in one sentence. */
  readonly advice: string;
}

/**
 * What helps instead of a retry, as an edit of the branch at an offset: a branch that only logs, waits or repeats
 * fails at once and says what to do; a branch that throws because the work is done already goes on. Undefined when the
 * branch does something of its own, because then nobody but its author knows what is right.
 */
export function planInstead(
  source: Source,
  offset: number,
  strategy: StrategyName,
  words: Advice,
): TextEdits | undefined {
  const { instead } = source.language;
  const branch = instead && branchAt(source, instead, offset);
  if (!branch) {
    return undefined;
  }
  const edit = strategy === 'already-done' ? goOn : failAtOnce;
  return edit({ source, instead, ...branch, words });
}

interface Branch {
  /** The statement or clause that decides. */
  readonly owner: Node;
  /** What runs when it decides so, without comments. */
  readonly statements: readonly Node[];
}

interface BranchEdit extends Branch {
  readonly source: Source;
  readonly instead: Instead;
  readonly words: Advice;
}

/** The innermost branch whose condition holds the offset, or that the offset is in. */
function branchAt({ root, language }: Source, instead: Instead, offset: number): Branch | undefined {
  const start = root.descendantForIndex(offset);
  for (const node of start ? outward(start) : []) {
    const body = instead.body(node);
    if (body) {
      return { owner: node, statements: body };
    }
    if (language.syntax.functions.has(node.type)) {
      return undefined;
    }
  }
  return undefined;
}

const waitsOrRepeats = /\b(?:\w*sleep|delay|wait\w*|setTimeout|again|backoff|attempts?|tries)\b|retry/i;

/** Makes a branch that would carry on, or try again, fail with what to do. */
function failAtOnce({ source, instead, owner, statements, words }: BranchEdit): TextEdits | undefined {
  const { text, style, language } = source;
  const { calls, jumps } = language.syntax;
  const rest = statements.filter((statement) => !instead.logs.test(statement.text));
  const requests = (node: Node): boolean => nodesOfType(node, calls).some((call) => source.read(call));
  const idle = rest.filter(
    (statement) =>
      [...jumps.continue, 'pass_statement'].includes(statement.type) ||
      (statement.type === 'expression_statement' && (waitsOrRepeats.test(statement.text) || requests(statement))),
  );
  const first = statements[0];
  if (!first || idle.length !== rest.length) {
    return undefined;
  }
  const message = `${oneLine(words.entryTitle)}: ${oneLine(words.advice)}`;
  const failure = instead.fail(message, errorName(owner, source, instead), source);
  // Logging and comments stay; waiting and repeating go, because nothing after the failure would run.
  const last = statements.at(-1) ?? first;
  const lineStart = text.lastIndexOf('\n', first.startIndex) + 1;
  const ownLine = text.slice(lineStart, first.startIndex).trim() === '';
  const separator = ownLine ? style.eol + indentationAt(text, first.startIndex) : ' ';
  const end = idle.includes(last)
    ? { range: { start: last.startIndex, end: last.endIndex }, newText: failure }
    : insertion(last.endIndex, separator + failure);
  const removed = idle.filter((statement) => statement.id !== last.id);
  return sortEdits([...removed.map((statement) => removal(statement, text)), end]);
}

/** Removes a statement with the blanks behind it. */
function removal(statement: Node, text: string): TextEdit {
  const blank = /^\s*/.exec(text.slice(statement.endIndex))?.[0].length ?? 0;
  return { range: { start: statement.startIndex, end: statement.endIndex + blank }, newText: '' };
}

/** In a loop over items, the next one is due when this one is done already. */
function goOn({ source, instead, owner, statements, words }: BranchEdit): TextEdits | undefined {
  const { text, style, language } = source;
  const fails = statements.find(({ type }) => language.syntax.jumps.throw.includes(type));
  if (!fails || statements.at(-1)?.id !== fails.id || !loopsOverItems(owner, source)) {
    return undefined;
  }
  const comment = `${instead.comment} ${oneLine(words.entryTitle)}: ${oneLine(words.advice)}`;
  const separator = style.eol + indentationAt(text, fails.startIndex);
  const newText = comment + separator + instead.next(source);
  return [{ range: { start: fails.startIndex, end: fails.endIndex }, newText }];
}

/** Whether `continue` would go on to another item. A loop that counts attempts would do the same again. */
function loopsOverItems(node: Node, { language: { syntax } }: Source): boolean {
  for (const outer of outward(node)) {
    if (syntax.functions.has(outer.type) || outer.type === 'switch_case') {
      return false;
    }
    if (syntax.loops.has(outer.type)) {
      const { over } = syntax.loopOver(outer);
      return over !== undefined && !countsAttempts.test(over.text);
    }
  }
  return false;
}

/** The name of the error that is being handled around a branch. */
function errorName(owner: Node, { language: { syntax } }: Source, instead: Instead): string | undefined {
  for (const outer of outward(owner)) {
    if (syntax.catches.has(outer.type)) {
      return instead.errorName(outer);
    }
    if (syntax.functions.has(outer.type)) {
      return undefined;
    }
  }
  return undefined;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
