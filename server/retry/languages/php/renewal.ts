import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/php/renewal.php?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { outward } from '../../nodes';
import { oldCredentials, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { ownerOf, phpDefinitions } from './place';
import { calleeOf, handOver } from './wrap';

const handler: HandlerFile = { name: 'withRenewal', text: renewal, sign: /\$renew\b/ };

/** The handler of `refresh-credentials`. */
export const phpRenewal: RenewalHandler = {
  file: handler,
  renewals: { functions: functionsFor },
  handlerFor: ({ client }) =>
    client === 'curl'
      ? { refusal: oldCredentials }
      : client === 'laravel'
        ? { refusal: 'There is no handler for this call yet, only for Guzzle.' }
        : handler,
  wrap: wrapForRenewal,
};

/** The methods of the class of a call, and the functions of the file. */
function functionsFor({ args }: HttpCall, { root }: Source): ReadonlyMap<string, Node> {
  const owner = ownerOf(args);
  const method = [...outward(args)].find(({ type }) => type === 'method_declaration');
  return new Map(
    [...phpDefinitions(root)].filter(([, node]) => {
      const isOwn = ownerOf(node)?.id === owner?.id;
      return node.type === 'function_definition' || (isOwn && (isStatic(node) || (method && !isStatic(method))));
    }),
  );
}

/** `$client->get($url)` becomes `withRenewal(fn() => $client->get($url), fn() => $this->refreshToken())`. */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  // An arrow function keeps the variables as they were when it was made, also those outside of functions.
  if (
    !readsCredentialsAnew(call, source) ||
    /authorization["'][^,\])]*\$(?!this\b)\w+(?!\w|->|::)/i.test(call.args.text)
  ) {
    return { refusal: oldCredentials };
  }
  const renewing = referenceOf(renew);
  const definition = phpDefinitions(source.root).get(renewing);
  const isMethod = definition?.type === 'method_declaration';
  const callee = !isMethod ? '' : isStatic(definition) ? 'self::' : '$this->';
  const arrow = /\bfn \(/.test(source.text) ? 'fn () =>' : 'fn() =>';
  const handlerName = calleeOf(call, name, source);
  return typeof handlerName !== 'string'
    ? handlerName
    : handOver(call, handlerName, [], [`${arrow} ${callee}${renewing}()`], source);
}

function isStatic(method: Node): boolean {
  return method.namedChildren.some((child) => child?.type === 'static_modifier');
}
