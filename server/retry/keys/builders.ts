import type { Node } from '@vscode/tree-sitter-wasm';
import { breakBuilder } from '../chains';
import type { Refusal } from '../language';
import { children, outward } from '../nodes';
import type { Source } from '../source';
import { insertion, type TextEdit } from '../textEdits';
import { indentationAt } from '../wrapping';
import type { KeyHeader, SentKey } from './writing';

/** How the formatters of a language lay out a value that is too long for its line. */
export interface ValueLayout {
  /** Nodes that have a value, by the type of what follows it to the end of its line. */
  readonly holders: ReadonlySet<string>;
  /** Of these, those whose value goes below its name first. */
  readonly below: ReadonlySet<string>;
  /** Levels of indentation of what goes on with a line. */
  readonly levels: number;
  /** Whether what is called on a call goes below its closing bracket, and the call below its object. */
  readonly breaksOuterLinks: boolean;
}

/** The header in a chain of calls that builds a request and ends with `build()`, as those of Java do. */
export function sendByBuilder(
  builder: Node | undefined,
  { header, variable }: KeyHeader,
  layout: ValueLayout,
  source: Source,
): SentKey | Refusal {
  const build = /\s*\.\s*build\(\s*\)$/.exec(builder?.text ?? '');
  if (!builder || !build) {
    return { refusal: 'How the request of this call is built does not show here; add the key where that is done.' };
  }
  // In a chain that is broken over lines each call has one.
  const gap = /^\s*/.exec(build[0])?.[0] ?? '';
  const added = `${gap}.header("${header}", ${variable})`;
  const edit = insertion(builder.startIndex + build.index, added);
  return { edits: [layOut(builder, edit, layout, source) ?? edit], first: builder };
}

/** The edit of a builder in the layout of its language, where the line of its value would get too long. */
function layOut(builder: Node, edit: TextEdit, layout: ValueLayout, source: Source): TextEdit | undefined {
  const { text, style } = source;
  const around = [...outward(builder)];
  const holder = around.find(({ type }) => layout.holders.has(type));
  const value = around[around.indexOf(holder ?? builder) - 1] ?? builder;
  const lineStart = text.lastIndexOf('\n', value.startIndex - 1) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(value.endIndex))?.[0] ?? '';
  const length = value.endIndex - lineStart + edit.newText.length + rest.length;
  if (!holder || value.text.includes('\n') || length <= style.width) {
    return undefined;
  }
  const isBelow = layout.below.has(holder.type) && /=\s*$/.test(text.slice(lineStart, value.startIndex));
  const base = style.eol + indentationAt(text, value.startIndex);
  const step = style.indent.repeat(layout.levels);
  const start = isBelow ? base + step : base;
  const at = edit.range.start - builder.startIndex;
  const built = builder.text.slice(0, at) + edit.newText + builder.text.slice(at);
  const write = (whole: string, newline: string): string =>
    newline.length - style.eol.length + whole.length + rest.length <= style.width && newline === start && isBelow
      ? whole
      : breakBuilder(whole, newline + step);
  const written = value.id === builder.id ? write(built, start) : writeCall();
  if (written === undefined) {
    return undefined;
  }
  const before = /[ \t]*$/.exec(text.slice(lineStart, value.startIndex))?.[0].length ?? 0;
  const range = { start: isBelow ? value.startIndex - before : value.startIndex, end: value.endIndex };
  return { range, newText: (isBelow ? start : '') + written };

  /** `client.send(builder, as)` or `client.newCall(builder).execute()`, with a line for each argument. */
  function writeCall(): string | undefined {
    const list = around
      .slice(0, around.indexOf(holder ?? builder))
      .find(({ type }) => /^(?:argument_list|value_arguments)$/.test(type));
    const head = list ? text.slice(value.startIndex, list.startIndex) : '';
    const tail = list ? text.slice(list.endIndex, value.endIndex) : '';
    const [, object = '', link = ''] = /^([\w.]+?)(\.\w+)$/.exec(head) ?? [];
    if (!list || !link || !/^(?:\.\w+\(\))?$/.test(tail)) {
      return undefined;
    }
    const opens = tail && layout.breaksOuterLinks ? start + step : start;
    const items = children(list).map((item) => {
      const own = item.startIndex <= builder.startIndex && builder.endIndex <= item.endIndex;
      return opens + step + (own ? breakBuilder(built, opens + step + step) : item.text);
    });
    const called = `${tail && layout.breaksOuterLinks ? object + opens + link : head}(${items.join(',')}`;
    return layout.breaksOuterLinks ? `${called})${tail && opens + tail}` : `${called}${start})${tail}`;
  }
}
