import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { field } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { indentationAt } from '../../wrapping';

/** What the handler's type is called where the package backoff is imported. */
export const transportType = 'backoffTransport';

/** The edit that lets a client send that retries: `http.Get(url)` becomes `withBackoff(http.DefaultClient).Get(url)`. */
export function wrapGoCall(
  call: HttpCall,
  handler: string,
  options: readonly CallOption[],
  { text, style, root, language }: Source,
  type = language.definitions(root).has(transportType) ? transportType : 'backoff',
): TextEdit | Refusal {
  const receiver = field(field(call.args.parent, 'function'), 'operand');
  if (!receiver) {
    return { refusal: 'This call has no client that could retry it.' };
  }
  const own = { http: `${receiver.text}.DefaultClient`, value: `&${receiver.text}` }[call.client];
  // The handler knows by the request itself whether it may be repeated.
  const settings = options.filter(({ name }) => name !== 'idempotent').map(assignment);
  const { eol, indent } = style;
  const base = indentationAt(text, call.range.start);
  const body = settings.map((line) => eol + base + indent + line).join('');
  const setter = settings.length > 0 ? `, func(b *${type}) {${body}${eol}${base}}` : '';
  return {
    range: { start: receiver.startIndex, end: receiver.endIndex },
    newText: `${handler}(${own ?? receiver.text}${setter})`,
  };
}

function assignment({ name, value }: CallOption): string {
  return `b.${name} = ${typeof value === 'object' ? duration(value.seconds) : String(value)}`;
}

function duration(seconds: number): string {
  if (!Number.isInteger(seconds)) {
    return `${Math.round(seconds * 1000)} * time.Millisecond`;
  }
  return seconds === 1 ? 'time.Second' : `${seconds} * time.Second`;
}
