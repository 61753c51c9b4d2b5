import type { Tree } from '@vscode/tree-sitter-wasm';
import type { Strategy, StrategyName } from '../../shared/catalog/catalog';
import { backoffOptions } from './callOptions';
import { findCall, isOnCall } from './calls';
import { type HttpCall, isIdempotent } from './httpCall';
import { insertHandler } from './insertHandler';
import { isRefusal, type Refusal } from './language';
import { type Advice, planInstead } from './planInstead';
import { planRenewal, type RenewalPlan } from './renewal';
import { type Source, sourceOf } from './source';
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
  /** No error was recognised at the offset: `strategy` is only what any call may be prepared for. */
  readonly isDefault?: boolean;
}

/** What a quick fix offers, and what it would do. */
export interface RetryPlan {
  readonly kind: 'backoff' | 'renew' | 'fail' | 'go-on';
  /** The quick fix's title, for example "Retry axios.get with backoff". */
  readonly title: string;
  readonly edits: TextEdits;
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
  const source = sourceOf(text, tree, languageId);
  if (!source) {
    return { refusal: `There is no retry handler for ${languageId} yet.` };
  }
  const call = findCall(source, offset);
  const renewal = strategy.name === 'refresh-credentials' && call ? planRenewal(call, source) : undefined;
  if (call && renewal) {
    return renewalPlan(call, renewal);
  }
  if (!retryStrategies.has(strategy.name)) {
    const edits = planInstead(source, offset, strategy.name, input);
    if (!edits) {
      return { refusal: `${whyNoRetry[strategy.name] ?? 'A retry cannot help here'}.` };
    }
    return strategy.name === 'already-done'
      ? { kind: 'go-on', title: 'Go on with the next item', edits }
      : { kind: 'fail', title: 'Fail at once and say what to do', edits };
  }
  if (!call) {
    return { refusal: 'There is no HTTP call here that could be retried.' };
  }
  if (input.isDefault && !isOnCall(source, call, offset)) {
    return { refusal: 'No error was recognised here; to retry the call whatever fails, place the cursor on it.' };
  }
  const edits = planBackoff(call, strategy, source);
  if (isRefusal(edits)) {
    return edits;
  }
  if (edits.length === 0) {
    return { refusal: 'This call backs off already.' };
  }
  return { kind: 'backoff', edits, title: titleOf(call) };
}

function planBackoff(call: HttpCall, strategy: Strategy, source: Source): TextEdits | Refusal {
  const { language } = source;
  const handler = language.handlerFor(call);
  const wrap = (name: string): TextEdit | Refusal => language.wrap(call, name, backoffOptions(call, strategy), source);
  return isRefusal(handler) ? handler : insertHandler(call, handler, () => wrap(handler.name), source);
}

function renewalPlan(call: HttpCall, plan: RenewalPlan | Refusal): RetryPlan | Refusal {
  if (isRefusal(plan)) {
    return plan;
  }
  return plan.edits.length > 0
    ? { kind: 'renew', title: `Renew with ${plan.renew} and send ${call.name} once more`, edits: plan.edits }
    : { refusal: 'This call renews its credentials already.' };
}

function titleOf(call: HttpCall): string {
  if (isIdempotent(call) || (call.isSeen && call.method === 'unknown')) {
    return `Retry ${call.name} with backoff`;
  }
  const what = call.method === 'unknown' ? 'the call' : `a ${call.method}`;
  return `Wrap ${call.name} for backoff (${what} is tried once until you set idempotent)`;
}
