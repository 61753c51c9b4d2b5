import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType, outward } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { fits, indentationAt, rewriteCall } from '../../wrapping';
import { otherImport } from './place';

/** The edit that lets the handler send: `client.send(a, b)` becomes `new Backoff().send(client, a, b)`. */
export function wrapJavaCall(
  call: HttpCall,
  _handler: string,
  options: readonly CallOption[],
  source: Source,
): TextEdit | Refusal {
  const { text, root, style } = source;
  const node = call.args.parent;
  const receiver = field(node, 'object');
  const name = field(node, 'name');
  const first = children(call.args)[0];
  if (!receiver || !name || !first) {
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
  const other = otherImport(root, source);
  if (other) {
    return { refusal: `This file has a ${other} of its own, and the handler needs the one of the Java library.` };
  }
  const base = indentationAt(text, call.range.start);
  const gap = text.slice(call.args.startIndex + 1, first.startIndex);
  // Where the arguments begin on a line of their own, the client does too.
  const client = gap.includes('\n') ? `${receiver.text},${gap}` : `${receiver.text}, `;
  // The handler knows by the request itself whether it may be repeated.
  const settings = options
    .filter((option) => option.name !== 'idempotent')
    .map((option) => `.with(b -> ${assign(option)})`);
  const rewrite = (glue: string): string => {
    const head = ['new Backoff()', ...settings, '.send'].join(glue);
    const callee = { range: { start: call.range.start, end: name.endIndex }, newText: head };
    return rewriteCall(call, [callee, insertion(first.startIndex, client)], source, 0);
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
