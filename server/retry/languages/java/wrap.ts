import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType, outward } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { fits, indentationAt, rewriteCall } from '../../wrapping';
import { otherImport } from './place';

/**
 * The edit that lets the handler send: `client.send(a, b)` becomes `new Backoff().send(client, a, b)`, and
 * `client.newCall(a).execute()` becomes `new OkHttpBackoff().execute(client, a)`.
 */
export function wrapJavaCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const { text, root, style } = source;
  const node = call.args.parent;
  // Of `client.newCall(request).execute()` what makes the call says what is sent.
  const sender = call.client === 'okhttp' ? field(node, 'object') : node;
  const receiver = field(sender, 'object');
  const name = field(sender, 'name');
  const args = field(sender, 'arguments');
  const first = children(args)[0];
  if (!receiver || !name || !args || !first) {
    return { refusal: 'This call has no client that the handler could use.' };
  }
  const annotated = [...outward(call.args)].flatMap((outer) =>
    children(outer).filter(({ type }) => type === 'modifiers'),
  );
  const retried = annotated.flatMap((found) => nodesOfType(found, ['marker_annotation', 'annotation']));
  const annotation = retried.map((found) => field(found, 'name')?.text ?? '').find((found) => /Retry/.test(found));
  if (annotation) {
    return { refusal: `This call is already retried by @${annotation}.` };
  }
  const other = otherImport(root, handler, source);
  if (other) {
    return { refusal: `This file has a ${other} of its own, and the handler needs the one of its library.` };
  }
  const base = indentationAt(text, call.range.start);
  // The handler knows by the request itself whether it may be repeated.
  const settings = options
    .filter((option) => option.name !== 'idempotent')
    .map((option) => `.with(b -> ${assign(option)})`);
  const [type = '', method = ''] = handler.split('.');
  const rewrite = (glue: string): string => {
    const head = [`new ${type}()`, ...settings, `.${method}`].join(glue);
    const gap = text.slice(args.startIndex + 1, first.startIndex);
    // Where the arguments begin on a line of their own, the client does too.
    const client = gap.includes('\n') ? `${receiver.text},${gap}` : `${receiver.text}, `;
    const callee = { range: { start: call.range.start, end: name.endIndex }, newText: head };
    const execute = { range: { start: args.endIndex, end: call.range.end }, newText: '' };
    return rewriteCall(call, [callee, insertion(first.startIndex, client), execute], source, 0);
  };
  const flat = rewrite('');
  const isShort = fits(call, flat.split('\n', 1)[0] ?? '', source, !flat.includes('\n'));
  return { range: call.range, newText: isShort ? flat : rewrite(style.eol + base + style.indent.repeat(2)) };
}

function assign({ name, value }: CallOption): string {
  return `b.${name} = ${typeof value === 'object' ? duration(value.seconds) : String(value)}`;
}

function duration(seconds: number): string {
  return Number.isInteger(seconds)
    ? `Duration.ofSeconds(${seconds})`
    : `Duration.ofMillis(${Math.round(seconds * 1000)})`;
}
