import type { Node } from '@vscode/tree-sitter-wasm';
import type { StrategyName } from '../../shared/catalog/catalog';
import type { HttpCall } from './httpCall';
import { type HandlerOption, isRefusal, type Refusal } from './language';
import { children, nodesOfType, outward } from './nodes';
import type { Advice } from './planInstead';
import { findRenew } from './renewal';
import type { RetryPlan } from './retry';
import { inNewFile, placeHandler } from './shapes/place';
import type { Shape } from './shapes/shapes';
import type { Source } from './source';
import { whyNoStream } from './streams';
import { sortEdits, type TextEdit, type TextEdits } from './textEdits';

/** Where an error was met, and what is known of it. */
interface Met extends Advice {
  readonly offset: number;
  readonly strategy: { readonly name: StrategyName };
  readonly shape?: Shape | undefined;
}

/** What a strategy's quick fix does, and what its handler is told. */
interface Kind {
  readonly kind: RetryPlan['kind'];
  /** Of a branch that ends like this, the handler takes the place: its author left the error to the caller. */
  readonly givesUp: RegExp;
  title(call: HttpCall, options: readonly HandlerOption[]): string;
  /** Undefined where the file lacks what the handler needs. */
  options(call: HttpCall, met: Met, source: Source): readonly HandlerOption[] | undefined;
}

/** How a branch leaves an error to the caller, in any of the languages. */
const fails = /^(?:(?:throw|raise|fail|exit|die|panic!?)\b|return\b.*(?:\b[eE]rr|\s[1-9]\d*$))/;

/** The same, also by the value that a branch of Rust gives. */
const failsOrGives = new RegExp(`${fails.source}|^Err\\(`);

/** The same, without a type or a field by which the caller could tell the error. */
const failsUntyped =
  /^(?:throw (?:new )?(?:\w*Error|(?:\w*\\)?(?:Runtime|IllegalState|IO|InvalidOperation)?Exception)\(|raise (?:RuntimeError|Exception|['"])|(?:fail|exit|die|panic!?)\b|return\b.*(?:errors\.New|fmt\.Errorf)|return [1-9]|(?:return\b.*)?Err\((?:["']|format!|Error::other|.*\.into\())/;

/** How long a stream may be silent, in seconds. X sends at least a line end every 20 seconds. */
const silence = 30;

const failure: Kind = {
  kind: 'fail',
  givesUp: failsUntyped,
  title: ({ name }, [code]) => `Fail on ${textOf(code)} from ${name} with what to do`,
  options: (_, { code, advice }) =>
    code === undefined ? undefined : [text('code', code), text('advice', oneLine(advice))],
};

const kinds: Readonly<Partial<Record<StrategyName, Kind>>> = {
  'refresh-credentials': {
    kind: 'renew',
    givesUp: /(?:)/,
    title: ({ name }, [renew]) => `Renew with ${textOf(renew)} and send ${name} once more`,
    options(call, _, source) {
      const renew = findRenew(call, source);
      return renew === undefined ? undefined : [{ name: 'renew', value: { reference: renew } }];
    },
  },
  'verify-first': {
    kind: 'verify',
    givesUp: failsOrGives,
    title: ({ name }) => `Look whether the write happened before ${name} is sent once more`,
    options: () => [{ name: 'find', value: 'unwritten' }],
  },
  'already-done': {
    kind: 'accept',
    givesUp: fails,
    title: ({ name }, [code]) => `Take ${textOf(code)} from ${name} as a success`,
    options: (_, { code }) => (code === undefined ? undefined : [text('code', code)]),
  },
  reconnect: {
    kind: 'reconnect',
    givesUp: /(?:)/,
    title: ({ name }) => `Reconnect ${name} with backoff`,
    options: () => [],
  },
  'wait-for-quota': failure,
  none: failure,
};

/**
 * The edits that hand a call to the handler of a strategy that does not repeat it until it succeeds. Undefined where
 * there is none for the language, where the file lacks what it needs, or where a branch handles the error in its own way.
 */
export function planStrategy(call: HttpCall, met: Met, source: Source): RetryPlan | Refusal | undefined {
  const name = met.strategy.name;
  const own = source.language.strategies;
  const kind = kinds[name];
  const handler = own?.handlers[name]?.(call);
  const options = handler && kind?.options(call, met, source);
  const end = branchEnd(met.offset, source);
  if (!own || !kind || !options || (end && !kind.givesUp.test(end.text))) {
    return undefined;
  }
  if (isRefusal(handler)) {
    return handler;
  }
  const wrap = (callee: string): TextEdit | TextEdits | Refusal =>
    name === 'reconnect' && own.streams
      ? (whyNoStream(call, own.streams, source) ?? own.streams.wrap(call, callee, silence, source))
      : own.wrap(call, callee, options, source);
  const placed = placeHandler(call, handler, wrap, source, met.shape?.module);
  if (isRefusal(placed)) {
    return placed;
  }
  if (placed.edits.length === 0) {
    return { refusal: `${handler.name} is around this call already.` };
  }
  const where = inNewFile(placed);
  const title = kind.title(call, options) + (where && `, by a handler${where}`);
  if (kind.kind !== 'accept' || !end) {
    return { kind: kind.kind, title, ...placed };
  }
  // The answer keeps its code, for which the branch would still fail. What its end would read goes with it.
  const ending = own.withoutBranch?.(end, source) ?? (isAlone(end, source) ? replacement(end, own.nothing) : undefined);
  if (!ending || isRefusal(ending)) {
    return ending;
  }
  const edits = placed.edits.filter(({ range }) => range.start < ending.range.start || range.end > ending.range.end);
  return { kind: kind.kind, title, ...placed, edits: sortEdits([...edits, ending]) };
}

/** The last statement of the branch that an offset is in, or whose condition it is in; undefined outside of branches. */
function branchEnd(offset: number, { root, language: { syntax } }: Source): Node | undefined {
  const start = root.descendantForIndex(offset);
  for (const node of start ? outward(start) : []) {
    if (syntax.functions.has(node.type)) {
      return undefined;
    }
    if (syntax.branches.has(node.type) && !syntax.loops.has(node.type)) {
      const blocks = nodesOfType(node, [...syntax.blocks]).filter(({ endIndex }) => endIndex > offset);
      const last = children(blocks[0] ?? node).at(-1);
      return (last?.type === 'statement_list' ? children(last).at(-1) : last) ?? node;
    }
  }
  return undefined;
}

/** Whether a statement has its lines for itself. */
function isAlone({ startIndex, endIndex }: Node, { text }: Source): boolean {
  const before = text.slice(text.lastIndexOf('\n', startIndex - 1) + 1, startIndex);
  return before.trim() === '' && /^[ \t]*(?:\r?\n|$)/.test(text.slice(endIndex));
}

function replacement(node: Node, newText: string): TextEdit {
  return { range: { start: node.startIndex, end: node.endIndex }, newText };
}

function text(name: string, value: string): HandlerOption {
  return { name, value: { text: value } };
}

function textOf(option: HandlerOption | undefined): string {
  const value = option?.value;
  return typeof value !== 'object' ? '' : 'text' in value ? value.text : value.reference;
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
