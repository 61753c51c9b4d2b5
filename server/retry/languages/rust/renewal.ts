import type { Node } from '@vscode/tree-sitter-wasm';
import awaitedRenewal from '../../../handlers/rust/renewal_async.rs?raw';
import renewal from '../../../handlers/rust/renewal.rs?raw';
import renewalUreq from '../../../handlers/rust/renewal_ureq.rs?raw';
import type { HttpCall } from '../../httpCall';
import { type HandlerFile, type HandlerOption, isRefusal, type Refusal } from '../../language';
import { field, nodesOfType } from '../../nodes';
import {
  isAwaitable,
  oldCredentials,
  readsAnew,
  readsCredentialsAnew,
  referenceOf,
  type RenewalHandler,
} from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { whyNoUreq } from './calls';
import { closureEdits, handOver } from './wrap';

const handler: HandlerFile = {
  name: 'renewal::call',
  definition: 'renewal',
  text: renewal,
  sign: /\brenew: impl FnOnce/,
};

/** The same for calls that are awaited. */
const awaited: HandlerFile = {
  name: 'renewal_async::call',
  definition: 'renewal_async',
  text: awaitedRenewal,
  sign: /\brenew: impl FnOnce/,
};

/** The same for calls of ureq. */
const ofUreq: HandlerFile = {
  name: 'renewal_ureq::call',
  definition: 'renewal_ureq',
  text: renewalUreq,
  sign: /\brenew: impl FnOnce/,
};

/** The handler of `refresh-credentials`. */
export const rustRenewal: RenewalHandler = {
  files: [handler, awaited, ofUreq],
  renewals: {
    canRenew: (definition) => definition.type === 'function_item' && field(definition, 'return_type') === undefined,
  },
  handlerFor: (call) => whyNoUreq(call) ?? (call.client === 'ureq' ? ofUreq : call.async ? awaited : handler),
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
  return isRefusal(edits) ? edits : handOver(call, name, [renewing(call, referenceOf(renew), source)], edits, source);
}

/** The function that renews, which a call that is awaited awaits, too. */
function renewing(call: HttpCall, name: string, { root, language }: Source): string {
  const definition = language.definitions(root).get(name);
  return !call.async || (definition && isAwaitable(definition)) ? name : `|| async { ${name}() }`;
}

/** Whether a call reads anew what it gives to `bearer_auth` or `basic_auth`. */
function authorizesAnew(node: Node, call: HttpCall, source: Source): boolean {
  const given = nodesOfType(node, 'call_expression').find(({ text }) =>
    /\.\s*(?:bearer|basic)_auth\([^)]*\)+$/.test(text),
  );
  const args = field(given, 'arguments');
  return args !== undefined && readsAnew(args, call, source);
}
