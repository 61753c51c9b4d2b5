/**
 * The text of a call with the object that is its last argument broken over lines, one property each, as Prettier breaks
 * a line that is too long; behind another object, each argument gets a line. Undefined when the call (one line) does not
 * end with an object.
 */
export function breakLastObject(
  call: string,
  indent: string,
  inner: string,
  comma: string,
  eol: string,
): string | undefined {
  const end = /\}\)(?:\.\w+\(\))?$/.exec(call);
  const properties = end ? splitBrackets(call, end.index) : undefined;
  if (!end || !properties) {
    return undefined;
  }
  const args = splitBrackets(call, end.index + 1);
  if (args?.items.at(-2)?.endsWith('}')) {
    const lines = args.items.map((item) => eol + indent + inner + item).join(',');
    return `${call.slice(0, args.start)}(${lines}${comma}${eol}${indent}${call.slice(end.index + 1)}`;
  }
  const lines = properties.items.map((item) => eol + indent + inner + item).join(',');
  return `${call.slice(0, properties.start)}{${lines}${comma}${eol}${indent}${call.slice(end.index)}`;
}

/** What is between the brackets of which the last is at an offset, part by part, and where they begin. */
function splitBrackets(text: string, end: number): { start: number; items: string[] } | undefined {
  let depth = 0;
  const commas: number[] = [];
  for (let at = end; at >= 0; at--) {
    const char = text[at] ?? '';
    if (/['"`]/.test(char)) {
      at = text.lastIndexOf(char, at - 1);
    } else if (/[)\]}]/.test(char)) {
      depth++;
    } else if (/[([{]/.test(char)) {
      depth--;
      if (depth === 0) {
        const bounds = [at, ...commas.toReversed(), end];
        const items = bounds.slice(1).map((bound, index) => text.slice((bounds[index] ?? 0) + 1, bound).trim());
        return { start: at, items: items.filter((item) => item !== '') };
      }
    } else if (char === ',' && depth === 1) {
      commas.push(at);
    }
  }
  return undefined;
}
