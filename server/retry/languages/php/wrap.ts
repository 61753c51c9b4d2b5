import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit, type TextEdits } from '../../textEdits';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';
import { chainStart } from './calls';
import { handHandleOver } from './curl';
import { isClass, ownerOf } from './place';

/** The edit that hands a call to its handler. */
export function wrapPhpCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | TextEdits | Refusal {
  const callee = calleeOf(call, handler, source);
  if (typeof callee !== 'string') {
    return callee;
  }
  const settings = options.map(writeOption);
  return call.client === 'curl'
    ? // A limit that the handle has already stays.
      handHandleOver(call, callee, [...settings, ...(call.hasLimit ? ['timeout: null'] : [])], source)
    : handOver(call, callee, limitEdits(call, source), settings, source);
}

/**
 * How a call reaches its handler, which is a method where the call is in a class. A handler with a `\` before its name is
 * a function everywhere.
 */
export function calleeOf(call: HttpCall, handler: string, { root, language }: Source): string | Refusal {
  if (handler.startsWith('\\')) {
    return handler.slice(1);
  }
  const owner = ownerOf(call.args);
  const present = language.definitions(root);
  const file = language.handlers.find(({ name }) => name === handler);
  const elsewhere = language.split(file?.text ?? '').definitions.find(({ name }) => {
    const node = present.get(name);
    return node && !isClass(node) && ownerOf(node)?.id !== owner?.id;
  });
  return elsewhere
    ? { refusal: `This file has ${elsewhere.name} in another class.` }
    : owner
      ? `self::${handler}`
      : handler;
}

/** `$client->get($url)` becomes `callee(fn() => $client->get($url), settings)`. */
export function handOver(
  call: HttpCall,
  callee: string,
  edits: readonly TextEdit[],
  settings: readonly string[],
  source: Source,
): TextEdit | Refusal {
  if (nodesOfType(call.args, 'yield_expression').length > 0) {
    return { refusal: 'The arguments of this call contain yield, which cannot move into a function.' };
  }
  const arrow = /\bfn \(/.test(source.text) ? 'fn () =>' : 'fn() =>';
  const flat = rewriteCall(call, edits, source, 0);
  const line = `${callee}(${[`${arrow} ${flat}`, ...settings].join(', ')})`;
  if (!flat.includes('\n') && fits(call, line, source)) {
    return { range: call.range, newText: line };
  }
  const { eol, indent } = source.style;
  const base = indentationAt(source.text, call.range.start);
  const items = [`${arrow} ${rewriteCall(call, edits, source, 1)}`, ...settings];
  const lines = items.map((item) => `${eol}${base}${indent}${item},`).join('');
  return { range: call.range, newText: `${callee}(${lines}${eol}${base})` };
}

/** Guzzle waits for ever, unless the client or the call says otherwise, and so does Laravel before its version 9. */
function limitEdits(call: HttpCall, source: Source): TextEdit[] {
  if (call.client === 'laravel') {
    const name = field(call.args.parent ? chainStart(call.args.parent) : undefined, 'name');
    return name && !call.hasLimit ? [insertion(name.startIndex, 'timeout(30)->')] : [];
  }
  const made = nodesOfType(source.root, 'object_creation_expression').map(({ text }) => text);
  if ([call.args.text, ...made].some((text) => /["']timeout["']|\bRequestOptions::TIMEOUT\b/.test(text))) {
    return [];
  }
  const args = children(call.args);
  const options = children(args[call.optionsIndex ?? 1])[0];
  if (!options) {
    const isOpen = args.length === call.optionsIndex;
    return isOpen ? appendItem(call.args, ["['timeout' => 30]"], source) : [];
  }
  return options.type === 'array_creation_expression' ? appendItem(options, ["'timeout' => 30"], source) : [];
}

function writeOption({ name, value }: CallOption): string {
  return `${name}: ${String(typeof value === 'object' ? value.seconds : value)}`;
}
