import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import type { Binding } from '../recogniser/source/sourceFile';
import { covers, type Program } from './program';
import { writtenCallee } from './requests';

/** A call that waits. */
export interface Sleep {
  readonly node: Node;
  /** The argument that says how long. */
  readonly length: Node;
}

/** The calls in a node that wait, with the argument that says how long. */
export function sleepsIn(program: Program, node: Node): Sleep[] {
  const { sleeps } = program.language;
  return program.calls(node).flatMap((call) => {
    const { name, object } = program.file.callee(call);
    const args = program.file.args(call);
    // A method of any other object waits for something, not for a time.
    const isTimer = !object || sleeps.objects.test(object.text);
    if (!sleeps.names.test(name) || !isTimer) {
      return [];
    }
    const length =
      name === 'setTimeout' && args.length > 1 && program.file.shape(args[0] ?? call)?.is !== 'number'
        ? args[1]
        : args.find(({ text }) => !/^-[A-Za-z]/.test(text));
    return length && length.type !== 'arrow_function' ? [{ node: call, length }] : [];
  });
}

/** Words by which programs read how long a server asks to wait. */
export const serverWaitWords =
  /retry[-_ ]?after|rate[-_ ]?limit[-_ ]?reset|x-rate-limit|rate_?limit\w*\.?reset|reset[-_ ]?(?:at|time|in|epoch|seconds)|[a-z]-reset\b|wait_?until/i;

const mostSteps = 40;

/**
 * Whether the length of a wait is certainly the program's own: numbers, counters, constants and arithmetic with them.
 * A parameter, a field or the result of an unknown function may come from the server.
 */
export function isOwnLength(program: Program, length: Node): boolean {
  let steps = 0;
  const seen = new Set<string>();
  const pending: Node[] = [length];
  for (let node = pending.pop(); node; node = pending.pop()) {
    const shape = program.file.shape(node);
    // In some grammars every level of precedence is a node that only holds the next.
    if (shape?.is !== 'wrap' && ++steps > mostSteps) {
      return false;
    }
    const isText = shape?.is === 'string' && /^["']?\d+(?:\.\d+)?[smhd]?["']?$/.test(node.text);
    if (shape?.is === 'number' || isText || isConstant(program, node) || isOwnField(program, node)) {
      continue;
    }
    if (shape?.is === 'name') {
      const name = program.file.nameOf(node);
      if (seen.has(name)) {
        continue;
      }
      seen.add(name);
      const values = valuesOf(program, node);
      if (!values) {
        return false;
      }
      pending.push(...values);
    } else if (shape?.is === 'wrap' && shape.type !== undefined) {
      const value = part(node, shape.value);
      pending.push(...(value ? [value] : []));
    } else if (shape?.is === 'pair') {
      const value = part(node, shape.value);
      pending.push(...(value ? [value] : []));
    } else if (shape?.is === 'infix') {
      // The word between the operands is no operand.
      pending.push(
        ...[node.namedChild(0), node.namedChild(node.namedChildCount - 1)].filter(
          (child): child is Node => child !== null,
        ),
      );
    } else if (shape?.is === 'member' && program.language.pure.methods?.test(program.file.lastName(node))) {
      const object = part(node, shape.object);
      pending.push(...(object ? [object] : []));
    } else if (
      shape?.is === 'binary' ||
      (shape?.is === 'string' && node.namedChildCount > 0) ||
      shape?.is === 'wrap' ||
      shape?.is === 'list' ||
      program.language.arithmetic?.test(node.type)
    ) {
      pending.push(...node.namedChildren.filter((child): child is Node => child !== null));
    } else if (shape?.is === 'call' && program.language.pure.calls.test(writtenCallee(program, node))) {
      pending.push(...program.file.args(node));
    } else if (shape?.is === 'call' && program.language.pure.methods?.test(program.file.callee(node).name)) {
      const { object } = program.file.callee(node);
      pending.push(...(object ? [object] : []), ...program.file.args(node));
    } else {
      return false;
    }
  }
  return true;
}

/** A member that every program reads the same: `time.Second`. */
function isConstant(program: Program, node: Node): boolean {
  const { members } = program.language.pure;
  return members !== undefined && program.file.shape(node)?.is === 'member' && members.test(node.text);
}

/** A field of the class around, in which nothing reads what a server asks for: `self.delay`. */
function isOwnField(program: Program, node: Node): boolean {
  const shape = program.file.shape(node);
  const object = shape?.is === 'member' ? part(node, shape.object) : null;
  const owner = object && program.language.own.test(object.text) ? program.file.around(node, ['class']) : undefined;
  return owner !== undefined && !serverWaitWords.test(owner.text.slice(0, 60_000));
}

/** A parameter that the block of a counting loop is given, or one that begins with a number and counts the attempts. */
function isCounter(program: Program, { name }: Binding): boolean {
  const loop = program.around(name, 'loop');
  const variable = loop && program.part(loop, 'variable');
  const list = loop && program.part(loop, 'list');
  if (variable && list && covers(variable, name)) {
    return program.language.counting.test(list.text);
  }
  const parameter = program.file.around(name, ['parameter'], 3);
  const shape = parameter && program.file.shape(parameter);
  const value = parameter && shape?.is === 'parameter' ? part(parameter, shape.value) : null;
  return Boolean(value && program.file.shape(value)?.is === 'number' && counters.test(name.text));
}

const counters = /^\$?(?:[ikn]|\w*(?:attempt|tr(?:y|ies)|retr(?:y|ies)|count|depth)\w*)$/i;

/** Everything that a name is set to; undefined when it may hold something else. */
function valuesOf(program: Program, name: Node): Node[] | undefined {
  const { file } = program;
  const text = file.nameOf(name);
  const bindings = file.bindings(text).filter(({ scope }) => covers(scope, name));
  if (bindings.length === 0) {
    // A constant of another module, by its spelling.
    return /^[A-Z][A-Z0-9_]+$/.test(text) ? [] : undefined;
  }
  const values: Node[] = [];
  for (const binding of bindings) {
    if (binding.kind === 'parameter' && isCounter(program, binding)) {
      continue;
    }
    if (binding.kind === 'loop') {
      // What a loop counts is its own.
      if (!binding.value || !program.language.counting.test(binding.value.text)) {
        return undefined;
      }
    } else if (binding.kind === 'value' && binding.value) {
      values.push(binding.value);
    } else {
      return undefined;
    }
  }
  return values;
}
