import type { Node } from '@vscode/tree-sitter-wasm';
import backoffOkHttp from '../../../handlers/kotlin/backoff_okhttp.kt?raw';
import renewal from '../../../handlers/kotlin/renewal.kt?raw';
import renewalOkHttp from '../../../handlers/kotlin/renewal_okhttp.kt?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { children, field, nodesOfType, outward, scopesOf } from '../../nodes';
import { oldCredentials, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { indentationAt } from '../../wrapping';
import { nameOf, onlyWaiting } from './calls';
import { usedImports } from './module';
import { kotlinSyntax } from './syntax';
import { handOver } from './wrap';

/** The handlers of `refresh-credentials`. */
export function kotlinRenewal(split: (text: string) => HandlerParts): RenewalHandler {
  const sign = /\brenew: \(\) -> Unit\b/;
  const http: HandlerFile = { name: 'sendWithRenewal', text: renewal, sign };
  const okHttp: HandlerFile = {
    name: 'executeWithRenewal',
    text: handlerText(composeParts(split(renewalOkHttp), [split(backoffOkHttp)], usedImports), '\n'),
    sign,
  };
  return {
    files: [http, okHttp],
    renewals: { functions: functionsFor, canRenew },
    handlerFor: ({ async, client }) => (async ? onlyWaiting : client === 'okhttp' ? okHttp : http),
    wrap: wrapForRenewal,
  };
}

/** The functions that a call can reach: those of the file, and those of the classes around the call. */
function functionsFor({ args }: HttpCall, { root }: Source): ReadonlyMap<string, Node> {
  const bodies = [root, ...[...outward(args)].filter(({ type }) => type === 'class_body')];
  const companions = bodies.flatMap((body) =>
    children(body).flatMap((member) => (member.type === 'companion_object' ? children(member) : [])),
  );
  const functions = [...bodies, ...companions].flatMap(children).filter(({ type }) => type === 'function_declaration');
  return new Map(functions.map((node) => [field(node, 'name')?.text ?? '', node]));
}

/** One that suspends can be called only by another. */
function canRenew(definition: Node): boolean {
  return !children(definition).some(({ type, text }) => type === 'modifiers' && /\bsuspend\b/.test(text));
}

/**
 * `client.send(a, b)` becomes `sendWithRenewal(renew = { refreshToken() }) { client.send(a, b) }`. A request that the
 * statement above makes is made in the block, so that it has the new credentials.
 */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  const setting = `renew = { ${referenceOf(renew)}() }`;
  if (readsCredentialsAnew(call, source)) {
    return handOver(call, name, [setting], source);
  }
  const made = requestAbove(call, source);
  if (!made) {
    return { refusal: oldCredentials };
  }
  const { text, style } = source;
  const base = style.eol + indentationAt(text, made.declared.startIndex);
  const deeper = (lines: string): string => lines.replaceAll('\n', `\n${style.indent}`);
  const body = [made.declared, { startIndex: call.range.start, endIndex: call.range.end }]
    .map(({ startIndex, endIndex }) => base + style.indent + deeper(text.slice(startIndex, endIndex)))
    .join('');
  const before = text.slice(made.statement.startIndex, call.range.start);
  return {
    range: { start: made.declared.startIndex, end: call.range.end },
    newText: `${before}${name}(${setting}) {${body}${base}}`,
  };
}

/** The statement right above a call that makes its request for it alone, with credentials that it reads each time. */
function requestAbove(call: HttpCall, source: Source): { declared: Node; statement: Node } | undefined {
  const statement = [...outward(call.args)].find(({ parent }) => parent?.type === 'block');
  const above = children(statement?.parent);
  const declared = above[above.findIndex(({ id }) => id === statement?.id) - 1];
  if (!statement || declared?.type !== 'property_declaration' || !/\.build\(\)$/.test(declared.text)) {
    return undefined;
  }
  const gap = source.text.slice(declared.endIndex, statement.startIndex);
  const own = source.text.slice(call.range.start, call.range.end);
  const uses = nodesOfType(scopesOf(call.args, kotlinSyntax)[0] ?? source.root, 'identifier').filter(
    ({ text }) => text === nameOf(declared),
  );
  const isItsOwn = uses.length === 2 && new RegExp(`\\b${nameOf(declared)}\\b`).test(own);
  const range = { start: declared.startIndex, end: declared.endIndex };
  return gap.trim() === '' && isItsOwn && readsCredentialsAnew({ ...call, range }, source)
    ? { declared, statement }
    : undefined;
}
