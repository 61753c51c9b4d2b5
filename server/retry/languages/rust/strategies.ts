import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/rust/renewal.rs?raw';
import type { HttpCall } from '../../httpCall';
import { type HandlerFile, type HandlerOption, isRefusal, type Refusal, type StrategyHandlers } from '../../language';
import { field, nodesOfType } from '../../nodes';
import { oldCredentials, readsAnew, readsCredentialsAnew, referenceOf } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { indentationAt, rewriteCall } from '../../wrapping';
import { breakChain, closureEdits } from './wrap';

const handler: HandlerFile = {
  name: 'renewal::call',
  definition: 'renewal',
  text: renewal,
  sign: /\brenew: impl FnOnce/,
};

/** The width up to which rustfmt leaves a chain, or the arguments of a call, on one line. */
const short = 60;

/** The handlers of the strategies in Rust. */
export const rustStrategies: StrategyHandlers = {
  files: [handler],
  nothing: '// It is done already, which is a success.',
  renewals: {
    canRenew: (definition) => definition.type === 'function_item' && field(definition, 'return_type') === undefined,
  },
  handlers: {
    'refresh-credentials': ({ async }) =>
      async ? { refusal: 'There is no handler for awaited calls yet, only for reqwest::blocking.' } : handler,
  },
  wrap: wrapForRenewal,
};

/** `request.send()` becomes `renewal::call(refresh_token, || request.send())`. */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  const node = call.args.parent ?? call.args;
  if (!readsCredentialsAnew(call, source) && !authorizesAnew(node, call, source)) {
    return { refusal: oldCredentials };
  }
  const edits = closureEdits(node, source);
  if (isRefusal(edits)) {
    return edits;
  }
  const flat = rewriteCall(call, edits, source, 0);
  const line = `${referenceOf(renew)}, || ${flat}`;
  if (!flat.includes('\n') && line.length <= short) {
    return { range: call.range, newText: `${name}(${line})` };
  }
  const { eol, indent } = source.style;
  const base = eol + indentationAt(source.text, call.range.start);
  const inner = base + indent;
  const isBroken = flat.includes('\n') || flat.length <= short;
  const body = isBroken ? rewriteCall(call, edits, source, 1) : breakChain(flat, inner + indent);
  return { range: call.range, newText: `${name}(${referenceOf(renew)}, || {${inner}${body}${base}})` };
}

/** Whether a call reads anew what it gives to `bearer_auth` or `basic_auth`. */
function authorizesAnew(node: Node, call: HttpCall, source: Source): boolean {
  const given = nodesOfType(node, 'call_expression').find(({ text }) =>
    /\.\s*(?:bearer|basic)_auth\([^)]*\)+$/.test(text),
  );
  const args = field(given, 'arguments');
  return args !== undefined && readsAnew(args, call, source);
}
