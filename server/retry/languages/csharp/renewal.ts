import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/csharp/Renewal.cs?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { children, field, nodesOfType, outward } from '../../nodes';
import { oldCredentials, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { handOver } from './wrap';

const handler: HandlerFile = {
  name: 'Renewal.SendAsync',
  definition: 'Renewal',
  text: renewal,
  sign: /\bFunc<Task> renew\b/,
};

/** The handler of `refresh-credentials`. */
export const csharpRenewal: RenewalHandler = {
  files: [handler],
  renewals: { functions: methodsFor, canRenew: ({ text }) => /^[^({]*\bTask\s+\w+\s*\(/.test(text) },
  handlerFor: () => handler,
  wrap: wrapForRenewal,
};

/** The methods that a call can reach: those of its class, from a static method only the static ones. */
function methodsFor({ args }: HttpCall): ReadonlyMap<string, Node> {
  const around = [...outward(args)];
  const isMethod = ({ type }: Node): boolean => type === 'method_declaration';
  const caller = around.find(isMethod);
  const owner = field(
    around.find(({ type }) => type === 'class_declaration'),
    'body',
  );
  const methods = children(owner).filter((node) => isMethod(node) && (isStatic(node) || (caller && !isStatic(caller))));
  return new Map(methods.map((node) => [field(node, 'name')?.text ?? '', node]));
}

function isStatic(method: Node): boolean {
  return children(method).some(({ type, text }) => type === 'modifier' && text === 'static');
}

/** `client.GetAsync(url)` becomes `Renewal.SendAsync(() => client.GetAsync(url), RefreshToken)`. */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  const renewing = referenceOf(renew);
  const method = methodsFor(call).get(renewing);
  // What the client sends with every request may be renewed, too; a message that is made before is sent only once.
  const isMade = call.name.endsWith('.SendAsync') && children(call.args)[0]?.text.startsWith('new ') !== true;
  const isOwn = /authorization/i.test(call.args.text);
  const shares = /\bDefaultRequestHeaders\b[^;]*\bAuthorization\b/.test(method?.text ?? '');
  const isShared = !isMade && !isOwn && shares;
  if (!isShared && !readsCredentialsAnew(call, source)) {
    return { refusal: oldCredentials };
  }
  if (nodesOfType(call.args, ['await_expression', 'declaration_expression']).length > 0) {
    return { refusal: 'The arguments of this call await or declare; give that a variable of its own first.' };
  }
  return handOver(call, name, '()', [], [renewing], source);
}
