import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import type { RetryLibrary } from './language';
import { statementAround } from './edits';
import { covers, type Program } from './program';
import type { Repetition } from './repetition';
import { writtenCallee } from './requests';
import { askedBy, type Way } from './ways';

/** What is handed to a retry library, with what tells it when to repeat. */
export function libraryRepetitions(program: Program): Repetition[] {
  const libraries = program.language.libraries.filter(({ module }) => program.says(module));
  return libraries.length === 0
    ? []
    : program.calls(program.root).flatMap((call) => {
        const written = writtenCallee(program, call);
        const library = libraries.find(
          ({ callee, option }) => callee.test(written) && (option === undefined || option.test(call.text)),
        );
        return library ? [repetitionOf(program, call, library)] : [];
      });
}

function repetitionOf(program: Program, call: Node, library: RetryLibrary): Repetition {
  if (library.repeats === 'itself') {
    return ofItself(program, call, library);
  }
  const node = repeated(program, call, library) ?? call;
  const requests = node.id === call.id ? [] : program.requestsIn(node);
  const predicates = predicatesOf(program, call, library);
  const ways = predicates.flatMap((predicate) => waysOf(program, predicate));
  const anyError: Way = { kind: 'catch', node: call, body: node, errors: [], ranges: [], sleeps: [] };
  return { node, kind: 'library', requests, ways: predicates.length > 0 ? ways : [anyError] };
}

const namesRetry = /^-{1,2}[\w-]*retry/i;

/** A call that makes itself again: `curl --retry 3 …`. */
function ofItself(program: Program, call: Node, { from }: RetryLibrary): Repetition {
  const node = program.file.args(call).find(({ text }) => namesRetry.test(text)) ?? call;
  const ranges = from === undefined ? [] : [{ node, from, to: 599 }];
  const errors = from === undefined ? program.errorsIn(call).map((error) => ({ ...error, node: call })) : [];
  const requests = program.requests.filter((request) => request.node.id === call.id);
  return {
    node: call,
    kind: 'library',
    requests,
    ways: [{ kind: 'predicate', node, body: node, errors, ranges, sleeps: [] }],
  };
}

/** The function that is repeated: an argument, or the one that the decorator stands on. */
function repeated(program: Program, call: Node, { repeats }: RetryLibrary): Node | undefined {
  if (repeats === 'block') {
    const shape = program.file.grammar.nodes.get(call.type);
    return (shape?.is === 'call' ? part(call, shape.block) : null) ?? undefined;
  }
  if (typeof repeats === 'number' || repeats === 'object') {
    const argument = repeats === 'object' ? program.file.callee(call).object : program.file.args(call)[repeats];
    return argument ? functionOf(program, argument) : undefined;
  }
  for (let parent = repeats ? call.parent : null; parent; parent = parent.parent) {
    if (program.flow(parent)?.is === 'function') {
      return parent;
    }
    const below = parent.namedChildren.find((child) => child && program.flow(child)?.is === 'function');
    if (below && !covers(below, call)) {
      return below;
    }
    if (program.flow(parent)?.is === 'block') {
      return undefined;
    }
  }
  return undefined;
}

/** A function that is written out, or the one of this file that is named: who names it decides what is wrong in it. */
function functionOf(program: Program, node: Node): Node | undefined {
  if (program.flow(node)?.is === 'function') {
    return node;
  }
  const named =
    program.file.shape(node)?.is === 'name' ? program.file.functionsAnywhere(program.file.nameOf(node)) : [];
  const value = named.length === 1 ? named[0]?.value : undefined;
  return value && program.flow(value)?.is === 'function' ? value : undefined;
}

/** The options and calls among the arguments that say when to repeat. */
function predicatesOf(program: Program, call: Node, { predicate, decides }: RetryLibrary): Node[] {
  const deciding = decides === undefined ? undefined : program.file.args(call)[decides];
  if (!predicate) {
    return deciding ? [deciding] : [];
  }
  const types = [...program.file.grammar.nodes].flatMap(([type, { is }]) => (is === 'pair' ? [type] : []));
  const pairs = call.descendantsOfType(types).flatMap((node) => {
    const shape = node && program.file.grammar.nodes.get(node.type);
    const key = node && shape?.is === 'pair' ? program.file.lastName(part(node, shape.key)) : '';
    const value = node && shape?.is === 'pair' ? part(node, shape.value) : null;
    return value && predicate.test(key) ? [value] : [];
  });
  const named = program
    .calls(call)
    .filter((inner) => inner.id !== call.id && predicate.test(program.file.callee(inner).name));
  // `send.retry(policy).when(…)`
  const chained = program.calls(statementAround(program, call)).filter((outer) => {
    const { name, object } = program.file.callee(outer);
    return object !== null && covers(object, call) && predicate.test(name);
  });
  return [...pairs, ...chained, ...named.filter((inner) => pairs.every((pair) => !covers(pair, inner)))];
}

/** What a predicate asks for when it is true. */
function waysOf(program: Program, predicate: Node): Way[] {
  const candidates = [predicate, ...program.calls(predicate).flatMap((call) => program.file.args(call))];
  const own = candidates.map((node) => functionOf(program, node)).find(Boolean);
  const inside = predicate
    .descendantsOfType(program.language.flow.types('function'))
    .find((node) => node && program.flow(node)?.is === 'function');
  const decides = own ?? inside ?? undefined;
  const asked = decides
    ? resultsOf(program, decides).map((result) => askedBy(program, result))
    : [ofTypes(program, predicate)];
  return asked.map((outcome): Way => ({ kind: 'predicate', node: predicate, body: predicate, ...outcome, sleeps: [] }));
}

/** The expressions that a function gives back. */
function resultsOf(program: Program, owner: Node): Node[] {
  const returns = program.flowsIn(owner, 'return').flatMap((node) => node.namedChild(0) ?? []);
  const body = owner.childForFieldName('body');
  return returns.length > 0 ? returns : body ? [body] : [];
}

/** `retry_if_exception_type(requests.Timeout)`: the classes of errors that are named. */
function ofTypes(program: Program, predicate: Node): Pick<Way, 'errors' | 'ranges' | 'lost'> {
  const errors = program.errorsIn(predicate).flatMap((error) => {
    const { start, end } = error.finding.range;
    const node = program.root.descendantForIndex(start, end - 1);
    const isType = node && program.file.shape(node)?.is === 'name';
    return isType ? [{ ...error, node }] : [];
  });
  return { errors, ranges: [], ...(program.language.lost.test(predicate.text) && { lost: predicate }) };
}
