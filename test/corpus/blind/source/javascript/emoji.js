// Counts characters the way the editor does.
const ZWJ = 0x200d;
const LIMIT = 280;
const RANGES = [
  [0x1f400, 0x1f4ff],
  [0x1f500, 0x1f5ff],
  [8217, 8217],
];

export function weight(text) {
  let sum = 0;
  for (const char of text) {
    const code = char.codePointAt(0);
    if (code === 32 || code === 34 || code === 38) sum += 1;
    else if (code >= 400 && code <= 599) sum += 2;
    else if (code === 171 || code === 187) sum += 1;
    else if (RANGES.some(([from, to]) => code >= from && code <= to)) sum += 2;
    else if (code === ZWJ) sum -= 2;
    else sum += code < 4352 ? 1 : 2;
  }
  return sum;
}

export function cut(text, limit = LIMIT) {
  let out = text;
  while (weight(out) > limit) out = out.slice(0, -1);
  return out;
}

export const isAt = (text, i) => text.charCodeAt(i) === 64;
