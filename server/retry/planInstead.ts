import type { Node } from '@vscode/tree-sitter-wasm';
import type { StrategyName } from '../../shared/catalog/catalog';
import { type Dialect } from './dialect';
import { children, field, isFunction, nodesOfType, outward } from './nodes';
import type { SourceStyle } from './sourceStyle';
import { insertion, sortEdits, type TextEdit, type TextEdits } from './textEdits';
import { indentationAt } from './wrapping';

/** The words that an edit puts into a program. */
export interface Advice {
  readonly entryTitle: string;
  /** What to do, in one sentence. */
  readonly advice: string;
}

/**
 * What helps instead of a retry, as an edit of the branch at an offset: a branch that only logs, waits or repeats
 * fails at once and says what to do; a branch that throws because the work is done already goes on. Undefined when the
 * branch does something of its own, because then nobody but its author knows what is right.
 */
export function planInstead(
  text: string,
  dialect: Dialect,
  style: SourceStyle,
  offset: number,
  strategy: StrategyName,
  words: Advice,
): TextEdits | undefined {
  const branch = branchAt(dialect, offset);
  if (!branch) {
    return undefined;
  }
  const edit = strategy === 'already-done' ? goOn : failAtOnce;
  return edit({ text, dialect, style, ...branch, words });
}

interface Branch {
  /** The statement or clause that decides. */
  readonly owner: Node;
  /** What runs when it decides so, without comments. */
  readonly statements: readonly Node[];
}

interface BranchEdit extends Branch {
  readonly text: string;
  readonly dialect: Dialect;
  readonly style: SourceStyle;
  readonly words: Advice;
}

/** The innermost branch whose condition holds the offset, or that the offset is in. */
function branchAt(dialect: Dialect, offset: number): Branch | undefined {
  const start = dialect.root.descendantForIndex(offset);
  for (const node of start ? outward(start) : []) {
    const body = bodyOf(node);
    if (body) {
      return { owner: node, statements: body };
    }
    if (isFunction(node)) {
      return undefined;
    }
  }
  return undefined;
}

function bodyOf(node: Node): Node[] | undefined {
  switch (node.type) {
    case 'if_statement':
    case 'elif_clause':
    case 'case_clause': {
      const body = field(node, 'consequence');
      return body && isBlock(body) ? children(body) : undefined;
    }
    case 'catch_clause':
      return children(field(node, 'body'));
    case 'except_clause':
      return children(children(node).find((child) => child.type === 'block'));
    case 'switch_case': {
      // Cases that share a body: it is that of the last one.
      let at: Node | null = node;
      while (at?.type === 'switch_case' && at.childrenForFieldName('body').length === 0) {
        at = at.nextNamedSibling;
      }
      const body = at?.childrenForFieldName('body').filter((child): child is Node => child !== null) ?? [];
      return body.length === 1 && body[0] && isBlock(body[0]) ? children(body[0]) : body;
    }
    default:
      return undefined;
  }
}

function isBlock(node: Node): boolean {
  return node.type === 'statement_block' || node.type === 'block';
}

const logs =
  /^(?:(?:await )?(?:console|log|logger|logging|_?LOG(?:GER)?|self\._?log(?:ger)?|this\.log(?:ger)?)\.\w+|print|warnings\.warn)\s*\(/i;
const waitsOrRepeats = /\b(?:\w*sleep|delay|wait\w*|setTimeout|again|backoff|attempts?|tries)\b|retry/i;

/** Makes a branch that would carry on, or try again, fail with what to do. */
function failAtOnce({ text, dialect, style, owner, statements, words }: BranchEdit): TextEdits | undefined {
  const rest = statements.filter((statement) => !logs.test(statement.text));
  const requests = (node: Node): boolean => nodesOfType(node, dialect.call).some((call) => dialect.read(call));
  const idle = rest.filter(
    (statement) =>
      statement.type === 'continue_statement' ||
      statement.type === 'pass_statement' ||
      (statement.type === 'expression_statement' && (waitsOrRepeats.test(statement.text) || requests(statement))),
  );
  const first = statements[0];
  if (!first || idle.length !== rest.length) {
    return undefined;
  }
  const message = quote(`${words.entryTitle}: ${words.advice}`, style);
  const error = errorName(owner, dialect);
  const failure =
    dialect.language === 'python'
      ? `raise RuntimeError(${message})${error ? ` from ${error}` : ''}`
      : `throw new Error(${message}${error ? `, { cause: ${error} }` : ''})${style.semicolons ? ';' : ''}`;
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
function goOn({ text, dialect, style, owner, statements, words }: BranchEdit): TextEdits | undefined {
  const fails = statements.find((statement) => /^(?:throw|raise)_statement$/.test(statement.type));
  if (!fails || statements.at(-1)?.id !== fails.id || !loopsOverItems(owner)) {
    return undefined;
  }
  const python = dialect.language === 'python';
  const comment = `${python ? '#' : '//'} ${oneLine(words.entryTitle)}: ${oneLine(words.advice)}`;
  const next = `continue${python || !style.semicolons ? '' : ';'}`;
  const separator = style.eol + indentationAt(text, fails.startIndex);
  return [{ range: { start: fails.startIndex, end: fails.endIndex }, newText: comment + separator + next }];
}

/** Whether `continue` would go on to another item. A loop that counts attempts would do the same again. */
function loopsOverItems(node: Node): boolean {
  for (const outer of outward(node)) {
    if (isFunction(outer) || outer.type === 'switch_case') {
      return false;
    }
    if (outer.type === 'for_in_statement' || outer.type === 'for_statement') {
      const over = field(outer, 'right')?.text ?? '';
      return over !== '' && !/^(?:range|count|itertools)\b|attempt|retr/i.test(over);
    }
    if (/^(?:while|do)_statement$/.test(outer.type)) {
      return false;
    }
  }
  return false;
}

/** The name of the error that is being handled around a branch. */
function errorName(owner: Node, dialect: Dialect): string | undefined {
  for (const outer of outward(owner)) {
    if (outer.type === dialect.catchClause) {
      const alias = nodesOfType(outer, 'as_pattern')[0];
      const name = field(outer, 'parameter') ?? children(field(alias, 'alias'))[0] ?? field(alias, 'alias');
      return name?.type === 'identifier' || name?.type === 'as_pattern_target' ? name.text : undefined;
    }
    if (isFunction(outer)) {
      return undefined;
    }
  }
  return undefined;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A string literal, the same in all supported languages. */
function quote(text: string, style: SourceStyle): string {
  const escaped = oneLine(text).replaceAll('\\', '\\\\').replaceAll(style.quote, `\\${style.quote}`);
  return style.quote + escaped + style.quote;
}
