import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import { isRefusal, type Refusal } from '../../language';
import { children } from '../../nodes';
import { lineEnd } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit, type TextEdits } from '../../textEdits';
import { appendItem, fits, indentationAt, rewriteCall } from '../../wrapping';
import { axiosInstance } from './axiosInstance';
import { breakLastObject } from './breakObject';
import { optionsObject, property } from './calls';
import { addScriptImports } from './imports';
import { writeOption } from './wrap';

/** Which option of a client says how it repeats a call, and which one limits an attempt to 30 seconds. */
const settings: Readonly<Record<string, { readonly key: string; readonly limit: string }>> = {
  got: { key: 'retry', limit: 'timeout: { request: 30_000 }' },
  // ky has a limit of 10 seconds by default.
  ky: { key: 'retry', limit: '' },
  axios: { key: "'axios-retry'", limit: 'timeout: 30_000' },
};

/** The edits that give a call the option with which its client repeats it: `retry: gotBackoff({ idempotent: true })`. */
export function wrapWithSetting(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdits | Refusal {
  const setting = settings[call.client];
  const index = call.optionsIndex;
  if (!setting || index === undefined) {
    return { refusal: 'This call takes no option for retries.' };
  }
  const args = children(call.args);
  const node = args[index];
  const own = optionsObject(node, source.root);
  if (property(own, setting.key.replaceAll("'", '')) !== undefined) {
    return { refusal: 'This call has settings for retries already.' };
  }
  const limit = property(own, 'timeout') === undefined ? setting.limit : '';
  const quotedKey = setting.key.replaceAll("'", source.style.quote ?? "'");
  const items = [`${quotedKey}: ${handler}({ ${options.map(writeOption).join(', ')} })`, limit].filter(Boolean);
  const edits = addItems(call, node, index, items, source);
  if (isRefusal(edits)) {
    return edits;
  }
  const setUp = setUpAxios(call, source);
  return isRefusal(setUp) ? setUp : [edits, ...setUp];
}

/** The edit that adds options to those of a call, broken over lines where they are too long for one. */
function addItems(
  call: HttpCall,
  node: ReturnType<typeof optionsObject>,
  index: number,
  items: readonly string[],
  source: Source,
): TextEdit | Refusal {
  let edits: TextEdit[];
  if (!node) {
    const missing = Array.from({ length: index - children(call.args).length }, () => 'undefined, ').join('');
    edits = appendItem(call.args, [`${missing}{ ${items.join(', ')} }`], source);
  } else if (node.type === 'object') {
    edits = appendItem(node, items, source);
  } else if (node.type === 'identifier' || node.type === 'member_expression') {
    const range = { start: node.startIndex, end: node.endIndex };
    edits = [{ range, newText: `{ ...${node.text}, ${items.join(', ')} }` }];
  } else {
    return { refusal: 'The options of this call come from an expression; give that a variable of its own first.' };
  }
  const { eol, indent, trailingCommas } = source.style;
  const flat = rewriteCall(call, edits, source, 0);
  const base = indentationAt(source.text, call.range.start);
  const isLong = !flat.includes('\n') && !fits(call, flat, source);
  const broken = isLong ? breakLastObject(flat, base, indent, trailingCommas ? ',' : '', eol) : undefined;
  return { range: call.range, newText: broken ?? flat };
}

/** Lets axios-retry know of the instance, with no retries but those that a call asks for. */
function setUpAxios(call: HttpCall, source: Source): TextEdits | Refusal {
  const { text, style } = source;
  const instance = axiosInstance(call, source);
  if (!instance?.created) {
    return [];
  }
  const imported = addScriptImports(["import axiosRetry from 'axios-retry';"], source);
  if (isRefusal(imported)) {
    return imported;
  }
  const line = `axiosRetry(${instance.name}, { retries: 0 })${style.semicolons ? ';' : ''}`;
  return [...imported, insertion(lineEnd(text, instance.created.endIndex), style.eol + line)];
}
