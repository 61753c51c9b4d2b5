import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/php/renewal.php?raw';
import renewalLaravel from '../../../handlers/php/renewal_laravel.php?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { field, nodesOfType, outward } from '../../nodes';
import { oldCredentials, readsAnew, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { curlRenewal, wrapHandleForRenewal } from './curl';
import { ownerOf, phpDefinitions } from './place';
import { calleeOf, handOver } from './wrap';

const handler: HandlerFile = { name: 'withRenewal', text: renewal, sign: /\$renew\b/ };

/** The same for the requests of Laravel. */
const laravelRenewal: HandlerFile = { name: 'withHttpRenewal', text: renewalLaravel, sign: /\$renew\b/ };

/** The handler of `refresh-credentials`. */
export const phpRenewal: RenewalHandler = {
  files: [handler, laravelRenewal, curlRenewal],
  renewals: { functions: functionsFor },
  handlerFor: ({ client }) => ({ curl: curlRenewal, laravel: laravelRenewal })[client] ?? handler,
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
  const renewing = renewingCall(renew, source);
  const callee = calleeOf(call, name, source);
  if (typeof callee !== 'string') {
    return callee;
  }
  if (call.client === 'curl') {
    return wrapHandleForRenewal(call, callee, renewing, source);
  }
  // An arrow function keeps the variables as they were when it was made, also those outside of functions.
  const sent = call.args.parent?.text ?? '';
  if (
    !(readsCredentialsAnew(call, source) || givesTokenAnew(call, source)) ||
    /(?:authorization["']|with(?:Token|BasicAuth)\()[^,\])]*\$(?!this\b)\w+(?!\w|->|::)/i.test(sent)
  ) {
    return { refusal: oldCredentials };
  }
  const arrow = /\bfn \(/.test(source.text) ? 'fn () =>' : 'fn() =>';
  return handOver(call, callee, [], [`${arrow} ${renewing}`], source);
}

/** The call of the function that renews, which may be a method. */
function renewingCall(renew: HandlerOption | undefined, source: Source): string {
  const name = referenceOf(renew);
  const definition = phpDefinitions(source.root).get(name);
  const isMethod = definition?.type === 'method_declaration';
  return `${!isMethod ? '' : isStatic(definition) ? 'self::' : '$this->'}${name}()`;
}

/** Whether a request of Laravel reads anew what it gives to `withToken` or `withBasicAuth`. */
function givesTokenAnew(call: HttpCall, source: Source): boolean {
  const given = nodesOfType(call.args.parent ?? call.args, [...source.language.syntax.calls]).find(({ text }) =>
    /(?:->|::)\s*with(?:Token|BasicAuth)\([^()]*(?:\(\))?\)$/.test(text),
  );
  const args = field(given, 'arguments');
  return args !== undefined && readsAnew(args, call, source);
}

function isStatic(method: Node): boolean {
  return method.namedChildren.some((child) => child?.type === 'static_modifier');
}
