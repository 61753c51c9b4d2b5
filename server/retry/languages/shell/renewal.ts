import type { Node } from '@vscode/tree-sitter-wasm';
import renewal from '../../../handlers/shell/renewal.sh?raw';
import type { HttpCall } from '../../httpCall';
import type { HandlerFile, HandlerOption, Refusal } from '../../language';
import { children, field, nodesOfType, outward } from '../../nodes';
import { oldCredentials, referenceOf, type RenewalHandler } from '../../renewal';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { indentationAt, rewriteCall } from '../../wrapping';
import { shellDefinitions } from './place';
import { shellSyntax } from './syntax';
import { clashOf } from './wrap';

const handler: HandlerFile = { name: 'curl_with_renewal', text: renewal, sign: /renewing/ };

/** An argument of the function or of the script. */
const argument = /\$(?:[\d@*#]|\{[\d@*#])/;

/** The handler of `refresh-credentials`. */
export const shellRenewal: RenewalHandler = {
  files: [handler],
  // What sets a variable instead of a file would be lost with the subshell.
  renewals: { canRenew: (definition) => !argument.test(definition.text) && filesWrittenBy(definition).length > 0 },
  handlerFor: () => handler,
  wrap: wrapForRenewal,
};

/** The files that a function writes, as the script names them. */
function filesWrittenBy(definition: Node): string[] {
  const files = nodesOfType(definition, 'file_redirect').map((node) => field(node, 'destination')?.text ?? '');
  return files.map(bare).filter((file) => file !== '' && !/^\d$|^\/dev\//.test(file));
}

function bare(word: string): string {
  return word.replaceAll('"', '');
}

/**
 * `$(curl "$url")` becomes `$(send() { curl "$url" "$@"; }` and a line with `curl_with_renewal refresh_token send)`: only
 * a function reads its credentials anew.
 */
function wrapForRenewal(
  call: HttpCall,
  name: string,
  [renew]: readonly HandlerOption[],
  source: Source,
): TextEdit | Refusal {
  const around = call.args.parent;
  if ([...outward(call.args)].some(({ type, text }) => type === 'command_substitution' && text.includes(name))) {
    return { refusal: `${name} is around this call already.` };
  }
  const renewing = referenceOf(renew);
  const definition = shellDefinitions(source.root).get(renewing);
  if (!definition || !readsFileAnew(call.args, filesWrittenBy(definition), source)) {
    return { refusal: oldCredentials };
  }
  const clash = clashOf(call);
  if (clash) {
    return clash;
  }
  if (around?.type !== 'command_substitution' || children(around).length !== 1 || call.name.includes('_')) {
    return { refusal: 'Only a curl that stands alone in $(...) can be put into a function.' };
  }
  if (argument.test(call.args.text) || shellDefinitions(source.root).has('send')) {
    return { refusal: 'In a function named send this call would have other arguments.' };
  }
  const { eol, indent } = source.style;
  const base = eol + indentationAt(source.text, call.range.start);
  const lines = [`send() { ${rewriteCall(call, [], source, 1)} "$@"; }`, `${name} ${renewing} send`];
  return { range: call.range, newText: lines.map((line) => base + indent + line).join('') + base };
}

/** Whether a command reads one of these files by a command in its arguments, itself or by a function of the script. */
function readsFileAnew(command: Node, files: readonly string[], { root }: Source): boolean {
  const inner = nodesOfType(command, 'command_substitution').flatMap((node) => nodesOfType(node, 'command'));
  const functions = inner.map((node) => shellDefinitions(root).get(shellSyntax.callee(node).name));
  const texts = [...inner, ...functions].map((node) => bare(node?.text ?? ''));
  return files.some((file) => texts.some((text) => text.includes(file)));
}
