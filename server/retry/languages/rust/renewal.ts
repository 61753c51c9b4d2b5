import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/rust/renewal.rs?raw';
import type { HttpCall } from '../../httpCall';
import { type HandlerFile, type HandlerOption, isRefusal, type Refusal } from '../../language';
import { field, nodesOfType } from '../../nodes';
import { oldCredentials, readsAnew, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { closureEdits, handOver } from './wrap';

const handler: HandlerFile = {
  name: 'renewal::call',
  definition: 'renewal',
  text: renewal,
  sign: /\brenew: impl FnOnce/,
};

/** The handler of `refresh-credentials`. */
export const rustRenewal: RenewalHandler = {
  file: handler,
  renewals: {
    canRenew: (definition) => definition.type === 'function_item' && field(definition, 'return_type') === undefined,
  },
  handlerFor: ({ async, client }) =>
    async || client !== 'reqwest'
      ? { refusal: 'There is no handler for this call yet, only for reqwest::blocking.' }
      : handler,
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
  return isRefusal(edits) ? edits : handOver(call, name, [referenceOf(renew)], edits, source);
}

/** Whether a call reads anew what it gives to `bearer_auth` or `basic_auth`. */
function authorizesAnew(node: Node, call: HttpCall, source: Source): boolean {
  const given = nodesOfType(node, 'call_expression').find(({ text }) =>
    /\.\s*(?:bearer|basic)_auth\([^)]*\)+$/.test(text),
  );
  const args = field(given, 'arguments');
  return args !== undefined && readsAnew(args, call, source);
}
