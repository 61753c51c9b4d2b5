import type { Node } from '@vscode/tree-sitter-wasm';
import { children } from '../retry/nodes';
import { insertion } from '../retry/textEdits';
import { indentationAt } from '../retry/wrapping';
import { insertAbove, insertBelow } from './edits';
import type { Program } from './program';
import type { RuleFix } from './rule';

const rounds = 5;
const message = `No success in ${rounds} attempts`;
const counters = ['attempt', 'round', 'tries'];
/** The head of a loop that nothing ends. */
const endlessHead =
  /^(?:while\s*\(\s*(?:true|1)\s*\)|for\s*\(\s*;\s*;\s*\)|while\s+(?:True|1)(?=\s*:)|while\s+true(?=\s*\{)|for(?=\s*\{)|loop(?=\s+do\b|\s*\{))/;

/** What fails with a message, behind a loop. Undefined where the function around has no way to fail that is known. */
export type Failure = (message: string, program: Program, loop: Node) => string | undefined;

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
  const failure = language?.failure(message, program, loop);
  if (!language || !failure || head === undefined || counter === undefined || (isLeft && !language.otherwise)) {
    return undefined;
  }
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

/**
 * Counts how often a clause begins its block anew, and hands the error on in the end: Ruby's `retry`. Undefined where the
 * clause does so only sometimes.
 */
export function limitRestart(program: Program, block: Node): RuleFix | undefined {
  const counter = 'attempts';
  const [again, ...more] = program.flowsIn(block, 'again');
  const [first] = children(block);
  const clause = again && program.around(again, 'catch');
  const isAlways = again?.parent && clause && program.part(clause, 'body')?.id === again.parent.id;
  if (!again || !first || more.length > 0 || !isAlways || program.file.occurrences(counter).length > 0) {
    return undefined;
  }
  const { eol } = program.style;
  return {
    title: `Give up after ${rounds} attempts`,
    edits: [
      insertion(first.startIndex, `${counter} ||= 0${eol}${indentationAt(program.text, first.startIndex)}`),
      insertAbove(program, again, [`raise if (${counter} += 1) >= ${rounds}`]),
    ],
  };
}

/** Whether nothing follows a loop in its function, whose end it then is. */
function isLast(program: Program, loop: Node): boolean {
  const owner = program.functionAround(loop);
  let node = loop;
  while (node.parent && node.parent.id !== owner.id) {
    if (
      node.nextNamedSibling ||
      (program.flow(node.parent) &&
        program.flow(node.parent)?.is !== 'block' &&
        program.flow(node.parent)?.is !== 'else')
    ) {
      return false;
    }
    node = node.parent;
  }
  return node.parent !== null;
}

const zeroValues: readonly (readonly [type: RegExp, value: string])[] = [
  [/^(?:\*|\[\]|map\[|chan\b|func\b|any$|interface\s*\{)/, 'nil'],
  [/^string$/, '""'],
  [/^u?int\d*$|^float\d\d$|^(?:byte|rune)$/, '0'],
  [/^bool$/, 'false'],
];

/** `return nil, errors.New(…)`: with the zero value of each result, as far as its type tells it. */
export const failInGo: Failure = (text, program, loop) => {
  const result = program.functionAround(loop).childForFieldName('result');
  const types = result?.type === 'parameter_list' ? children(result) : result ? [result] : [];
  const makes = program.says(/^\s*(?:import\s+)?"errors"/m)
    ? 'errors.New'
    : program.says(/^\s*(?:import\s+)?"fmt"/m)
      ? 'fmt.Errorf'
      : undefined;
  const isNamed = types.some((type) => type.childForFieldName('name') !== null);
  const values = types.slice(0, -1).map((type) => zeroValues.find(([pattern]) => pattern.test(type.text))?.[1]);
  if (
    makes === undefined ||
    isNamed ||
    types.at(-1)?.text !== 'error' ||
    values.includes(undefined) ||
    !isLast(program, loop)
  ) {
    return undefined;
  }
  return `return ${[...values, `${makes}("${text.replace(/^N/, 'n')}")`].join(', ')}`;
};

/** `Err(…)` as the end of the function, of an error that is made of a text. */
export const failInRust: Failure = (text, program, loop) => {
  const type = program.functionAround(loop).childForFieldName('return_type')?.text ?? '';
  const ofText = /^(?:\w+::)*Result<[^]*,\s*(?:String|Box<dyn\s+(?:\w+::)*Error[\w\s+']*>)\s*,?\s*>$/.test(type);
  const isAnyhow =
    /^anyhow::Result</.test(type) ||
    (/^Result<[^,]*>$/.test(type) && program.says(/\buse anyhow::(?:Result\b|\{[^}]*\bResult\b)/));
  return !isLast(program, loop)
    ? undefined
    : ofText
      ? `Err("${text}".into())`
      : isAnyhow
        ? `Err(anyhow::anyhow!("${text}"))`
        : undefined;
};

/** An error of the client, in a function that may throw. */
export const failInSwift: Failure = (text, program, loop) => {
  const owner = program.functionAround(loop);
  const head = owner.text.slice(0, Math.max(0, owner.text.indexOf('{')));
  const isInClient = program.requestsIn(loop).some(({ call }) => call.client === 'URLSession');
  return owner.type === 'function_declaration' && /\bthrows\b/.test(head) && isInClient
    ? `throw URLError(.timedOut, userInfo: [NSLocalizedDescriptionKey: "${text}"])`
    : undefined;
};
