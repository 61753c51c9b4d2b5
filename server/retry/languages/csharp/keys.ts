import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import type { KeyHeader, KeyWriting, SentKey } from '../../keys/writing';
import { statementAround } from '../../keys/place';
import { children, field, lastName } from '../../nodes';
import type { Source } from '../../source';
import { insertion } from '../../textEdits';
import { appendItem, fits, indentationAt } from '../../wrapping';
import { requestOf } from './calls';
import { addUsings } from './place';

export const csharpKeys: KeyWriting = {
  variable: 'idempotencyKey',
  make: (variable, _, source) => ({
    statement: `var ${variable} = Guid.NewGuid().ToString();`,
    edits: addUsings(['using System;'], source),
  }),
  send(call, key, source) {
    const verb = lastName(call.name);
    return verb === 'SendAsync'
      ? sendMessage(call, key, source)
      : verb === 'PostAsync'
        ? sendContent(call, key, source)
        : { refusal: `${call.name} takes no headers; send an HttpRequestMessage.` };
  },
};

/** The header of a message: of one that the call makes in its initializer, of one that was made above by a statement. */
function sendMessage(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const { text, style } = source;
  const value = children(children(call.args)[0]).at(-1);
  const made = requestOf(children(call.args)[0]);
  const pair = `{ "${header}", ${variable} }`;
  if (made && value?.type !== 'identifier') {
    const initializer = field(made, 'initializer');
    if (/\bHeaders\s*=/.test(initializer?.text ?? '')) {
      return { refusal: 'The headers of this message are set in its initializer already; add the key there.' };
    }
    const edits = initializer
      ? appendItem(initializer, [`Headers = { ${pair} }`], source)
      : [insertion(made.endIndex, ` { Headers = { ${pair} } }`)];
    return { edits };
  }
  const statement = statementAround(call.args, source);
  if (!made || !value || !statement) {
    return { refusal: 'The message of this call is made elsewhere; add the key there.' };
  }
  const line = `${value.text}.Headers.Add("${header}", ${variable});${style.eol}${indentationAt(text, statement.startIndex)}`;
  return { edits: [insertion(statement.startIndex, line)], made };
}

/** `client.PostAsync(url, content)` becomes the `SendAsync` that it stands for. */
function sendContent(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const [url, content, ...rest] = children(call.args).map(({ text }) => text);
  if (url === undefined || content === undefined || /^\w+\s*:/.test(url) || call.args.text.includes('\n')) {
    return { refusal: 'PostAsync takes no headers; send an HttpRequestMessage.' };
  }
  const { eol, indent } = source.style;
  const head = `${call.name.slice(0, -lastName(call.name).length)}SendAsync(`;
  const base = eol + indentationAt(source.text, call.range.start);
  const inner = base + indent;
  const fields = [`Content = ${content}`, `Headers = { { "${header}", ${variable} } }`];
  const tail = `${rest.map((argument) => `, ${argument}`).join('')})`;
  const line = `${head}new HttpRequestMessage(HttpMethod.Post, ${url}) { ${fields.join(', ')} }${tail}`;
  const newText = fits(call, line, source)
    ? line
    : `${head}new HttpRequestMessage(HttpMethod.Post, ${url})${base}{${fields.map((item) => inner + item).join(',')}${base}}${tail}`;
  return { edits: [{ range: call.range, newText }] };
}
