import type { Node } from '@vscode/tree-sitter-wasm';
import { isRepeater } from '../insertHandler';
import type { HttpCall } from '../httpCall';
import { isRefusal, type Refusal } from '../language';
import { children, covers, lastName, nodesOfType, outward, scopesOf } from '../nodes';
import { handWrittenRetry } from '../retryLoops';
import type { Source } from '../source';
import type { SentKey } from './writing';

/** What a key must stay the same for. */
interface Reach {
  /** The outermost node that repeats the call, or the node from which it was looked for. */
  readonly start: Node;
  /** What calls the repeater, where there is one. */
  readonly repeater?: Node;
}

/** Where the statement goes that makes a key: above all that repeats the call, so that each attempt has the same. */
export interface KeyPlace {
  /** The statement that it stands above. */
  readonly statement: Node;
  readonly repeater?: Node;
}

/** Where the key of a call is made. */
export function placeKey(
  call: HttpCall,
  { first = call.args, made = first }: Pick<SentKey, 'first' | 'made'>,
  source: Source,
): KeyPlace | Refusal {
  const apart = partedFrom(call, made, source);
  if (apart) {
    return apart;
  }
  const reach = reachOf(call, first, source);
  if (isRefusal(reach)) {
    return reach;
  }
  const repeated = repeatedFunction(call, source);
  if (repeated) {
    return repeated;
  }
  const statement = statementAround(reach.start, source);
  if (!statement) {
    return { refusal: 'There is no place for a statement above this call, in which its key could be made.' };
  }
  const { startIndex } = statement;
  const before = source.text.slice(source.text.lastIndexOf('\n', startIndex - 1) + 1, startIndex);
  return before.trim() === ''
    ? { statement, ...(reach.repeater && { repeater: reach.repeater }) }
    : { refusal: 'The statement of this call has no line of its own, above which its key could be made.' };
}

/** The statement in a block that a node is in; undefined where a function or a loop without a block is nearer. */
export function statementAround(node: Node, { language: { syntax } }: Source): Node | undefined {
  for (const outer of outward(node)) {
    const { parent } = outer;
    const isLeft = syntax.functions.has(outer.type) || syntax.loops.has(outer.type);
    if (!parent || (isLeft && outer.id !== node.id)) {
      return undefined;
    }
    // Some grammars have a node for the statements of a block.
    if (syntax.blocks.has(parent.type) || parent.type === 'statement_list' || parent.type === 'statements') {
      return outer;
    }
  }
  return undefined;
}

/** Why a request that is made elsewhere is one of several calls: they would have one key. */
function partedFrom(call: HttpCall, made: Node, source: Source): Refusal | undefined {
  for (const outer of outward(call.args)) {
    if (covers(outer, made)) {
      return undefined;
    }
    if (startsAnew(outer, call, source)) {
      return {
        refusal: 'The request of this call is made outside of what sends it, so several calls would have one key.',
      };
    }
  }
  return undefined;
}

/** Whether what is in a node runs for something else each time: a function that nothing repeats, a loop over items. */
function startsAnew(node: Node, call: HttpCall, source: Source): boolean {
  const { functions, loops } = source.language.syntax;
  return (
    (functions.has(node.type) && !isRepeated(node, source)) ||
    (loops.has(node.type) && !repeatsByHand(node, call, source))
  );
}

/** The outermost node that repeats a call in its function; why not, where it repeats other calls, too. */
function reachOf(call: HttpCall, first: Node, source: Source): Reach | Refusal {
  const { calls, callee } = source.language.syntax;
  let reach: Reach = { start: first };
  let isApart = false;
  for (const outer of outward(first)) {
    const isRepeating = calls.includes(outer.type) && isRepeater(callee(outer).name, source);
    if (isRepeating || repeatsByHand(outer, call, source)) {
      if (isApart) {
        return { refusal: 'What repeats this call repeats others with it, which would all have its key.' };
      }
      reach = { start: outer, ...(isRepeating ? { repeater: outer } : reach.repeater && { repeater: reach.repeater }) };
    }
    isApart ||= outer.id !== reach.start.id && startsAnew(outer, call, source);
  }
  return reach;
}

/** Whether a loop, or what a language has besides, sends a call again after a failure. */
function repeatsByHand(node: Node, call: HttpCall, source: Source): boolean {
  const { language } = source;
  const { loops } = language.syntax;
  const isLoop = loops.has(node.type) && handWrittenRetry(call.args, language.syntax)?.node.id === node.id;
  return isLoop || language.keys?.repeats?.(node, call, source) === true;
}

/** Whether a function is what a repeater was given. */
function isRepeated(node: Node, source: Source): boolean {
  const { argumentLists, calls, callee, functions } = source.language.syntax;
  for (const outer of [...outward(node)].slice(1)) {
    if (calls.includes(outer.type)) {
      return isRepeater(callee(outer).name, source);
    }
    if (
      functions.has(outer.type) ||
      (!argumentLists.has(outer.type) && !/pair|object|argument|block/.test(outer.type))
    ) {
      return false;
    }
  }
  return false;
}

/** Why the function of a call is called again as a whole after a failure: what is in it would be made anew. */
function repeatedFunction(call: HttpCall, source: Source): Refusal | undefined {
  const { root, language } = source;
  const { syntax } = language;
  for (const scope of scopesOf(call.args, syntax)) {
    const modifiers = [scope, scope.parent].flatMap((node) =>
      children(node).filter(({ type }) => /modifiers|decorator|attribute/.test(type)),
    );
    const mark = modifiers.map(({ text }) => /@[\w.]*?(\w*(?:retry|on_exception|retriable)\w*)/i.exec(text)?.[1]);
    const name = scope.parent === null ? undefined : syntax.functionName(scope);
    const uses = name === undefined ? [] : usesOf(name, scope, root, source);
    const why = mark.find(Boolean) ?? uses.find(Boolean);
    if (why) {
      return { refusal: `${name ?? 'This function'} is repeated as a whole by ${why}: take its key as an argument.` };
    }
    if (name !== undefined) {
      return undefined;
    }
  }
  return undefined;
}

/** What repeats the calls of a function of the file. */
function usesOf(name: string, own: Node, root: Node, source: Source): string[] {
  const { syntax } = source.language;
  const repeaters = nodesOfType(root, syntax.calls).filter(
    (call) => isRepeater(syntax.callee(call).name, source) && !covers(own, call) && !covers(call, own),
  );
  const handed = repeaters.filter((call) => new RegExp(`(?<!\\w)${name}\\b`).test(call.text));
  const called = nodesOfType(root, syntax.calls).filter(
    (call) => lastName(syntax.callee(call).name) === name && !covers(own, call),
  );
  const isInLoop = called.some((call) => handWrittenRetry(call, syntax) !== undefined);
  return [...handed.map((call) => lastName(syntax.callee(call).name)), ...(isInLoop ? ['a loop'] : [])];
}
