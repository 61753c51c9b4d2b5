import type { Node } from '@vscode/tree-sitter-wasm';
import type { SourceFile } from './sourceFile';

/** Operators of equality and membership in all languages, with the words of Python, Ruby and the shells. */
const equality =
  /^(?:={1,3}|!={1,2}|<>|<=>|=~|~=|in|not\s+in|!in|is|is\s+not|eq|ne|-[ic]?(?:eq|ne|in|notin|contains|notcontains|(?:not)?(?:match|like)))$/i;
const order = /^(?:[<>]=?|-[ic]?[gl][te])$/i;
const fallback = /^(?:\?\?|\|\||or|\?:|-or)$/i;
const and = /^(?:&&|and|-and|-a)$/i;
const or = /^(?:\|\||or|-or|-o)$/i;

export const isEquality = (operator: string): boolean => equality.test(operator);
export const isOrder = (operator: string): boolean => order.test(operator);
/** `a ?? b`: the second stands in for the first. */
export const isFallback = (operator: string): boolean => fallback.test(operator);
export const isAnd = (operator: string): boolean => and.test(operator);
/** `[429] + [503]`, `{429} | {503}`, and of sets `codes - {429}`: two lists make one. */
export const isUnion = (operator: string): boolean => /^[+|-]$/.test(operator);
export const isOr = (operator: string): boolean => or.test(operator);

const operators = /^(?:comparison_operator|test_operator|custom_operator)$/;

/** Some grammars make a node of the operator. */
export function isOperand(node: Node | null): node is Node {
  // Python has comparisons of this name, which are operands.
  return node !== null && !(operators.test(node.type) && node.namedChildCount === 0);
}

/**
 * Whether a bound is the one that its range ends before, and is no more than that. Where the next class of statuses begins
 * is one: `500` of `400..<500`, like that of `status < 500`.
 */
export function isBehindRange(file: SourceFile, range: Node, bound: Node): boolean {
  const shape = file.shape(range);
  const first = range.namedChild(0);
  const last = range.namedChild(range.namedChildCount - 1);
  return (
    shape?.is === 'range' &&
    shape.before !== undefined &&
    last?.id === bound.id &&
    first !== null &&
    file.text.slice(first.endIndex, last.startIndex).trim() === shape.before &&
    !startOfClass.test(file.textOf(bound, longestBound))
  );
}

const longestBound = 8;
/** Rust and Kotlin may write the type behind it: `500u16`, `500L`. */
const startOfClass = /^[45]00(?:_?[ui]\d{1,2}|[uUL]{1,2})?$/;
