import type { Node } from '@vscode/tree-sitter-wasm';
import { insertBelow } from './edits';
import type { Program } from './program';
import type { RuleFix } from './rule';

const rounds = 5;
const counters = ['attempt', 'round', 'tries'];
/** The head of a loop that nothing ends. */
const endlessHead = /^(?:while\s*\(\s*(?:true|1)\s*\)|for\s*\(\s*;\s*;\s*\)|while\s+(?:True|1)(?=\s*:))/;

/**
 * Limits the rounds of an endless loop, and fails behind it. Undefined where a `break` would then fail as well, or where
 * the loop ends in another way than by its head.
 */
export function limitLoop(program: Program, loop: Node): RuleFix | undefined {
  const { limitedLoop: language } = program.language;
  const { style } = program;
  const head = endlessHead.exec(program.text.slice(loop.startIndex, loop.startIndex + 80))?.[0];
  const text = program.functionAround(loop).text;
  const counter = counters.find((name) => !new RegExp(`\\b${name}\\b`).test(text));
  const isLeft = program.flowsIn(loop, 'break').some((exit) => program.around(exit, 'loop')?.id === loop.id);
  if (!language || head === undefined || counter === undefined || (isLeft && !language.otherwise)) {
    return undefined;
  }
  const failure = language.failure(`No success in ${rounds} attempts`);
  const quoted = style.quote ? failure.replaceAll(/['"]/g, style.quote) : failure;
  const written = style.semicolons || language.otherwise ? quoted : quoted.replace(/;$/, '');
  const below = language.otherwise ? [language.otherwise, style.indent + written] : [written];
  return {
    title: `Give up after ${rounds} attempts`,
    edits: [
      {
        range: { start: loop.startIndex, end: loop.startIndex + head.length },
        newText: language.head(counter, rounds),
      },
      insertBelow(program, loop, below),
    ],
  };
}
