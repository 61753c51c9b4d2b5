import type { Node } from '@vscode/tree-sitter-wasm';
import { insertion } from '../retry/textEdits';
import { indentationAt } from '../retry/wrapping';
import { insertAbove } from './edits';
import { covers, type Program } from './program';
import type { RuleFix } from './rule';

const rounds = 5;
const counters = ['attempt', 'round', 'tries'];

/**
 * Counts the rounds of a loop in its body, and fails there after some: for languages whose loops have no way to do
 * something only when they were not left. Undefined where the body does not begin on a line of its own.
 */
export function countRounds(program: Program, loop: Node): RuleFix | undefined {
  const { countedLoop: language } = program.language;
  const { text } = program;
  const body = program.part(loop, 'body');
  const first = body && firstStatement(program, body);
  const around = program.functionAround(loop);
  const counter = counters.find((name) => !new RegExp(`\\b${name}\\b`, 'i').test(around.text));
  if (!language || !first || counter === undefined) {
    return undefined;
  }
  const outer = indentationAt(text, loop.startIndex);
  const inner = indentationAt(text, first.startIndex);
  const isOnOwnLine = text.slice(0, first.startIndex).endsWith(`\n${inner}`);
  if (!isOnOwnLine || !inner.startsWith(outer) || inner === outer) {
    return undefined;
  }
  const condition = program.part(loop, 'condition');
  // Where the request is the condition, the first has failed when the body begins.
  const isAsked = condition !== null && program.requestsIn(loop).some(({ node }) => covers(condition, node));
  const lines = language.round({
    counter,
    rounds: isAsked ? rounds - 1 : rounds,
    message: `No success in ${rounds} attempts`,
    indent: inner.slice(outer.length),
    isFunction: around.id !== program.root.id,
  });
  const lineEnd = (text.includes('\r\n') ? '\r\n' : '\n') + inner;
  return {
    title: `Give up after ${rounds} attempts`,
    edits: [
      insertAbove(program, loop, [language.start(counter)]),
      insertion(first.startIndex, lines.map((line) => line + lineEnd).join('')),
    ],
  };
}

/** The first statement in a block, or in the list that some grammars put into one. */
function firstStatement(program: Program, block: Node): Node | undefined {
  const [first] = block.namedChildren;
  return first && program.flow(first)?.is === 'block' && first.namedChildCount > 0 && first.type === 'statement_list'
    ? (first.namedChild(0) ?? undefined)
    : (first ?? undefined);
}
