import type { Tree } from '@vscode/tree-sitter-wasm';
import type { Strategy, StrategyName } from '../../shared/catalog/catalog';
import type { OffsetRange } from '../../shared/finding';
import { backoffOptions } from './callOptions';
import { findCall, isOnCall } from './calls';
import { type HttpCall, isIdempotent } from './httpCall';
import { hasHandler } from './insertHandler';
import { type HandlerFile, isRefusal, type Refusal } from './language';
import { type Advice, planInstead } from './planInstead';
import type { RetryLibrary } from './libraries/library';
import { findRenew } from './renewal';
import { type LoopPlan, planWithoutLoop } from './replaceLoop';
import { handWrittenRetry, repeatedAt } from './retryLoops';
import { planStrategy } from './strategies';
import { inNewFile, placeHandler, type Placed } from './shapes/place';
import type { Shape } from './shapes/shapes';
import { type Source, sourceOf } from './source';
import { isEndless, whyNoStream } from './streams';
import type { TextEdit, TextEdits } from './textEdits';

export { isRefusal, type Refusal } from './language';
export type { TextEdit, TextEdits } from './textEdits';

export interface RetryInput extends Advice {
  readonly text: string;
  /** Language id as VS Code names it. */
  readonly languageId: string;
  /** The tree of `text`. */
  readonly tree: Tree;
  /** Where the cursor or the finding is, in UTF-16 units. */
  readonly offset: number;
  readonly strategy: Strategy;
  /** What repeats the call; absent: a handler in the file itself. */
  readonly shape?: Shape | undefined;
  /** No error was recognised at the offset: `strategy` is only what any call may be prepared for. */
  readonly isDefault?: boolean;
  /** Names of headers that some API takes for an idempotency key, besides those that are known anyway. */
  readonly keyHeaders?: readonly string[];
  /** A rule about repetitions has found something at the offset. */
  readonly isMistake?: boolean;
}

/** What a quick fix offers, and what it would do. */
export interface RetryPlan extends Placed {
  readonly kind: 'backoff' | 'renew' | 'verify' | 'accept' | 'fail' | 'reconnect' | 'go-on';
  /** The quick fix's title, for example "Retry axios.get with backoff". */
  readonly title: string;
  /** The loop written by hand that it takes the place of. */
  readonly replaces?: OffsetRange;
}

/** Strategies under which a call may be repeated. */
const retryStrategies: ReadonlySet<StrategyName> = new Set(['backoff', 'wait-for-reset', 'reconnect']);

const whyNoRetry: Readonly<Record<string, string>> = {
  none: 'A retry cannot help here',
  'wait-for-quota': 'A retry cannot help before the quota is renewed',
  'verify-first': 'Nobody knows whether the first attempt worked, so it must be checked before it is repeated',
  'refresh-credentials': 'A retry cannot help before the credentials are renewed',
  'already-done': 'The first attempt has done it already',
};

/** The edits that make a place handle an error by its strategy, or why there are none. */
export function planRetry(input: RetryInput): RetryPlan | Refusal {
  const { text, tree, languageId, offset, strategy } = input;
  const source = sourceOf(text, tree, languageId, input.keyHeaders);
  if (!source) {
    return { refusal: `There is no retry handler for ${languageId} yet.` };
  }
  const repeated = repeatedAt(source, offset, input.isMistake === true);
  const call = repeated ?? findCall(source, offset);
  if (!retryStrategies.has(strategy.name)) {
    return planOther(call, input, source);
  }
  if (!call) {
    return { refusal: 'There is no HTTP call here that could be retried.' };
  }
  if (input.isDefault && !repeated && !isOnCall(source, call, offset)) {
    return { refusal: 'No error was recognised here; to retry the call whatever fails, place the cursor on it.' };
  }
  const plan = planReconnect(call, input, source) ?? planBackoff(call, input, source);
  return isRefusal(plan) || plan.edits.length > 0 ? plan : { refusal: 'This call backs off already.' };
}

/** The handler that the call at a place needs; undefined where there is no call or no handler for it. */
export function handlerAt({
  text,
  tree,
  languageId,
  offset,
  strategy,
  isMistake = false,
}: RetryInput): HandlerFile | undefined {
  const source = sourceOf(text, tree, languageId);
  const call = source && (repeatedAt(source, offset, isMistake) ?? findCall(source, offset));
  if (!source || !call) {
    return undefined;
  }
  const { language } = source;
  const name = isToReconnect(call, strategy, source) ? 'reconnect' : strategy.name;
  const isRetry = retryStrategies.has(name) && name !== 'reconnect';
  const handler = isRetry ? language.handlerFor(call) : language.strategies?.handlers[name]?.(call);
  return handler === undefined || isRefusal(handler) ? undefined : handler;
}

/** Whether a call is to be connected anew rather than retried: for an error of a stream, and when it names one itself. */
function isToReconnect(call: HttpCall, strategy: Strategy, source: Source): boolean {
  const { streams } = source.language.strategies ?? {};
  const isStream = (): boolean => isEndless(call, source) && !!streams && !whyNoStream(call, streams, source);
  return streams !== undefined && (strategy.name === 'reconnect' || isStream());
}

function planReconnect(call: HttpCall, input: RetryInput, source: Source): RetryPlan | Refusal | undefined {
  const strategy = { name: 'reconnect' } as const;
  return isToReconnect(call, input.strategy, source) ? planStrategy(call, { ...input, strategy }, source) : undefined;
}

function planBackoff(call: HttpCall, { strategy, shape }: RetryInput, source: Source): RetryPlan | Refusal {
  const { language } = source;
  const own = language.handlerFor(call);
  if (isRefusal(own)) {
    return own;
  }
  const { libraries = [] } = language;
  const library =
    shape === undefined
      ? libraries.find((present) => isInFile(present, own, call, source))
      : libraries.find(({ name }) => name === shape.library);
  const handler = library ? library.handlerFor(call, source) : own;
  if (!handler) {
    return { refusal: `This call is not one that ${library?.name ?? 'a handler'} can repeat.` };
  }
  if (shape?.library !== undefined && library?.setting === undefined && hasHandler(handler, source)) {
    return { refusal: `This file has ${handler.name} already.` };
  }
  const options = backoffOptions(call, strategy);
  const repeated = handWrittenRetry(call.args, language.syntax);
  const loop = repeated && planWithoutLoop(repeated.node, call, source);
  const wrap = (name: string): TextEdit | TextEdits | Refusal => {
    // What moves outwards has so much more room in its line.
    const style = { ...source.style, width: source.style.width + (loop?.outward ?? 0) };
    const wrapped = (library?.wrap ?? language.wrap)(call, name, options, { ...source, style });
    return loop && !isRefusal(wrapped) ? loop.edits([wrapped].flat()) : wrapped;
  };
  const placed = placeHandler(call, handler, wrap, source, shape?.module, loop !== undefined);
  if (isRefusal(placed)) {
    return placed;
  }
  const title = titleOf(call, (library?.name ?? 'backoff') + inNewFile(placed), loop);
  return { kind: 'backoff', title, ...placed, ...replaced(loop) };
}

/** Whether a file has the handler of a library, under another name than that of the language's own. */
function isInFile(library: RetryLibrary, own: HandlerFile, call: HttpCall, source: Source): boolean {
  const handler = library.setting === undefined ? library.handlerFor(call, source) : undefined;
  return handler !== undefined && handler.name !== own.name && hasHandler(handler, source);
}

function replaced(loop: LoopPlan | undefined): Pick<RetryPlan, 'replaces'> {
  return loop ? { replaces: loop.range } : {};
}

/** What helps where a retry does not: the branch that fails or goes on, or else the handler of the strategy. */
function planOther(call: HttpCall | undefined, input: RetryInput, source: Source): RetryPlan | Refusal {
  const { strategy, offset } = input;
  const { name } = strategy;
  const edits =
    name === 'refresh-credentials' && call && findRenew(call, source)
      ? undefined
      : planInstead(source, offset, name, input);
  if (edits) {
    return name === 'already-done'
      ? { kind: 'go-on', title: 'Go on with the next item', edits }
      : { kind: 'fail', title: 'Fail at once and say what to do', edits };
  }
  const plan = call && planStrategy(call, input, source);
  return plan ?? { refusal: `${whyNoRetry[name] ?? 'A retry cannot help here'}.` };
}

/** `how`: what repeats the call. */
function titleOf(call: HttpCall, how: string, loop: LoopPlan | undefined): string {
  const isRepeated = isIdempotent(call) || (call.isSeen && call.method === 'unknown');
  const what = call.method === 'unknown' ? 'the call' : `a ${call.method}`;
  const once = isRepeated ? '' : ` (${what} is tried once until you set idempotent)`;
  if (loop) {
    return `Replace the loop around ${call.name} by ${how}${once}`;
  }
  return isRepeated ? `Retry ${call.name} with ${how}` : `Wrap ${call.name} for ${how}${once}`;
}
