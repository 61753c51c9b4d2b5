import type { Node } from '@vscode/tree-sitter-wasm';
import backoffOkHttp from '../../../handlers/kotlin/backoff_okhttp.kt?raw';
import renewal from '../../../handlers/kotlin/renewal.kt?raw';
import renewalOkHttp from '../../../handlers/kotlin/renewal_okhttp.kt?raw';
import type { HandlerParts } from '../../handlerText';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import { children, field, outward } from '../../nodes';
import { oldCredentials, readsCredentialsAnew, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { onlyWaiting } from './calls';
import { usedImports } from './module';
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

/** `client.send(a, b)` becomes `sendWithRenewal(renew = { refreshToken() }) { client.send(a, b) }`. */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  return readsCredentialsAnew(call, source)
    ? handOver(call, name, [`renew = { ${referenceOf(renew)}() }`], source)
    : { refusal: oldCredentials };
}
