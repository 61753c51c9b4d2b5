import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import { children, field, outward } from '../../nodes';
import type { Source } from '../../source';
import type { TextEdit } from '../../textEdits';
import { indentationAt } from '../../wrapping';
import { breakLastObject } from './breakObject';

/** A call that a function hands on: `withBackoff((signal) => call, { ... })`. */
interface Handed {
  readonly outer: Node;
  readonly args: Node;
  readonly arrow: Node;
  readonly options: Node;
}

/**
 * The edits that put a text of one line in the place of a call that a function hands on, and lay out what is around it
 * as Prettier does when that gets too long. Undefined where the call is not handed on like this, or has a line for itself.
 */
export function relayHanded(call: HttpCall, flat: string, source: Source): TextEdit[] | undefined {
  const handed = handedOn(call);
  const { text, style } = source;
  if (!handed) {
    return undefined;
  }
  const { outer, args, arrow, options } = handed;
  const { eol, indent, width } = style;
  const comma = style.trailingCommas ? ',' : '';
  const isLong = (line: string): boolean => line.replaceAll('\t', '  ').length > width;
  const head = text.slice(arrow.startIndex, call.range.start).trim();
  if (head.includes('\n') || /=>\s*\n/.test(text.slice(arrow.startIndex, call.range.start))) {
    return undefined;
  }
  const base = indentationAt(text, outer.startIndex);
  const [one, two] = [base + indent, base + indent + indent];
  const before = text.slice(text.lastIndexOf('\n', outer.startIndex - 1) + 1, args.startIndex + 1);
  const isBroken = /\n/.test(text.slice(args.startIndex, arrow.startIndex));
  const isExpanded = /^\{\s*\n/.test(options.text);
  const inCall = replaced(call.range.start, call.range.end, flat);
  if (!isBroken && !isLong(`${before}${head} ${flat}, {`)) {
    return isExpanded ? [inCall] : [inCall, ...spread(options, `${eol}${one}`, `${comma}${eol}${base}`)];
  }
  const isTooWide = isLong(`${one}${head} ${flat},`);
  const broken = isLong(`${two}${flat},`) ? breakLastObject(flat, two, indent, comma, eol) : undefined;
  const callback = isTooWide ? `${head}${eol}${two}${broken ?? flat}` : `${head} ${flat}`;
  const items = children(options).map((item) => item.text);
  const inOptions =
    isBroken && isExpanded
      ? []
      : isLong(`${one}{ ${items.join(', ')} }${comma}`)
        ? spread(options, `${eol}${two}`, `${comma}${eol}${one}`)
        : spread(options, ' ', ' ');
  return [
    replaced(args.startIndex + 1, call.range.end, `${eol}${one}${callback}`),
    replaced(call.range.end, options.startIndex, `,${eol}${one}`),
    ...inOptions,
    replaced(options.endIndex, args.endIndex - 1, `${comma}${eol}${base}`),
  ];
}

function handedOn({ args, range }: HttpCall): Handed | undefined {
  const call = [...outward(args)].find((node) => node.startIndex === range.start && node.endIndex === range.end);
  const arrow = call?.parent;
  const list = arrow?.parent;
  const outer = list?.parent;
  const [first, options, ...others] = list?.namedChildren ?? [];
  const isHanded =
    arrow?.type === 'arrow_function' &&
    field(arrow, 'body')?.id === call?.id &&
    list?.type === 'arguments' &&
    outer?.type === 'call_expression' &&
    first?.id === arrow.id &&
    options?.type === 'object' &&
    others.length === 0;
  const isPlain = (options?.namedChildren ?? []).every(
    (item) => item?.type !== 'comment' && !item?.text.includes('\n'),
  );
  return isHanded && isPlain ? { outer, args: list, arrow, options } : undefined;
}

/** The edits that put `lead` before each item of an object, and `end` behind them all. The items stay as they are. */
function spread(object: Node, lead: string, end: string): TextEdit[] {
  const items = children(object);
  const gaps = items.map((item, index) => {
    const previous = items[index - 1];
    return replaced(previous?.endIndex ?? object.startIndex + 1, item.startIndex, previous ? `,${lead}` : lead);
  });
  return [...gaps, replaced(items.at(-1)?.endIndex ?? object.startIndex + 1, object.endIndex - 1, end)];
}

function replaced(start: number, end: number, newText: string): TextEdit {
  return { range: { start, end }, newText };
}
