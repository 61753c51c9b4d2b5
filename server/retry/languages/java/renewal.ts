import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/java/Renewal.java?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { children, field, outward } from '../../nodes';
import { topStatement } from '../../placement';
import { oldCredentials, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { fits, indentationAt, rewriteCall } from '../../wrapping';
import { otherImport } from './place';

const handler: HandlerFile = { name: 'Renewal.send', definition: 'Renewal', text: renewal, sign: /\bRenew renew\b/ };

/** The handler of `refresh-credentials`. */
export const javaRenewal: RenewalHandler = {
  files: [handler],
  renewals: { functions: methodsFor, canRenew: ({ text }) => mayThrow(text) },
  handlerFor: ({ client, async }) =>
    client === 'java.net.http' && !async ? handler : { refusal: 'There is no handler for this call yet.' },
  wrap: wrapForRenewal,
};

/** The methods that a call can reach: those of its class, from a static method only the static ones. */
function methodsFor({ args }: HttpCall, { root }: Source): ReadonlyMap<string, Node> {
  const isMethod = ({ type }: Node): boolean => type === 'method_declaration';
  const caller = [...outward(args)].find(isMethod);
  const owner = field(topStatement(root, args), 'body');
  const methods = children(owner).filter((node) => isMethod(node) && (isStatic(node) || (caller && !isStatic(caller))));
  return new Map(methods.map((node) => [field(node, 'name')?.text ?? '', node]));
}

function isStatic(method: Node): boolean {
  return children(method).some(({ type, text }) => type === 'modifiers' && /\bstatic\b/.test(text));
}

/** Whether the checked exceptions of a method are those of the call itself. */
function mayThrow(method: string): boolean {
  const thrown = /\)\s*throws\s+([\w\s,.]+)\{/.exec(method)?.[1] ?? 'IOException';
  return thrown.split(',').every((name) => /^(?:java\.io\.)?IOException$|^InterruptedException$/.test(name.trim()));
}

/** `client.send(a, b)` becomes `Renewal.send(() -> client.send(a, b), () -> refreshToken())`. */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  if (!readsCredentialsAnew(call, source)) {
    return { refusal: oldCredentials };
  }
  const other = otherImport(source.root, name, source);
  if (other) {
    return { refusal: `This file has a ${other} of its own, and the handler needs the one of the Java library.` };
  }
  const { eol, indent } = source.style;
  const last = `() -> ${referenceOf(renew)}()`;
  const flat = rewriteCall(call, [], source, 0);
  const line = `${name}(() -> ${flat}, ${last})`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const inner = eol + indentationAt(source.text, call.range.start) + indent.repeat(2);
  const body = flat.includes('\n')
    ? `() ->${inner}${indent.repeat(2)}${rewriteCall(call, [], source, 4)}`
    : `() -> ${flat}`;
  return { range: call.range, newText: `${name}(${inner}${body},${inner}${last})` };
}
