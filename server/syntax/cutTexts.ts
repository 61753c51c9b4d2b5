/**
 * Pieces that begin inside of a comment or of a text of several lines, as a paste cuts them. The parser would read them
 * inside out: what stands between two texts as a text, and the texts as code.
 */

/** What begins and ends texts of several lines, with how many units it has. A backslash makes it a part of the text. */
const quotesOf: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['python', /(?<!\\)(?:"""|''')/g],
      ['java kotlin swift c-sharp', /(?<!\\)"""/g],
      ['javascript typescript tsx', /(?<!\\)`/g],
      ['go', /`/g],
    ] as const
  ).flatMap(([languages, quotes]) =>
    languages.split(' ').map((one): [string, RegExp] => [`tree-sitter-${one}`, quotes]),
  ),
);

const hasBlockComments = /-(?:javascript|typescript|tsx|java|kotlin|swift|c-sharp|go|rust|php)$/;

/** A longer text is no piece that somebody pasted, and with more texts in it, it is data. UTF-16 units. */
const longestPiece = 100_000;
const mostQuotes = 2_000;

/** Lines that only programs have: a value that is given, a call, the head of a block or what closes one. */
const codeLine = new RegExp(
  [
    /(?:[\w$]+ ){0,3}[\w$.[\]'"*&]+(?:: ?[\w.<>[\]|?, ]{1,60})? ?(?:[-+|*/]|:)?=(?!=)[ \n]?\S/,
    /(?:(?:await|return|raise|throw|yield|new|assert|defer|go|try|val|let|var|if|while|for) )*[!(]{0,2}[\w$.?]{2,80}\(.*[)({,;:[\]>]/,
    /(?:async |export |public |private |protected |static )*(?:def|class|if|elif|else|for|while|try|except|with|func|fun|function|switch|catch|finally|do|struct|interface|enum)\b.*[:{(]/,
    /[})\]]+[;,)]*(?: ?(?:else|catch|finally|while)\b.*\{)?/,
    /(?:import|from) [\w."'{}@/*]+(?: import .*)?;?/,
    /@\w+(?:\(.*)?/,
    /(?:return|raise|throw|pass|break|continue)(?: [\w.'"[\]{}()!-]+)?;?/,
    /[^'":]*;/,
    /\) : \(|\)\}/,
  ]
    .map(({ source }) => `(?:${source})`)
    .join('|')
    .replace(/^/, '^[ \\t]*(?:')
    .replace(/$/, ')[ \\t]*(?:(?://|#).*)?$'),
);
/** Words as people write them. */
const proseLine = /^[ \t]*(?:[*:>-] ?)?[^\s(){};="'][^\s(){};=]*(?: [^\s(){};=]+)+[ \t]*$/;
const longestLine = 300;

/**
 * The text as a parser reads it best that has found errors in it: where it begins inside of a text or a comment, with
 * a beginning of that in its first units. Everything else stays at its place.
 */
export function withCutTextsOpened(grammar: string, text: string): string {
  if (text.length > longestPiece) {
    return text;
  }
  const comment = hasBlockComments.test(grammar) ? endOfComment(text) : undefined;
  if (comment !== undefined) {
    return opened(text, comment, '/*');
  }
  const quotes = grammar === 'tree-sitter-bash' ? endOfBody(text) : endOfText(grammar, text);
  return quotes ? opened(text, quotes.at, quotes.what) : text;
}

/** Where a comment ends that the text begins inside of. */
function endOfComment(text: string): number | undefined {
  const end = text.indexOf('*/');
  const before = end < 0 ? '' : text.slice(0, end);
  const lines = before.split('\n');
  const isComment =
    end >= 0 &&
    !before.includes('/*') &&
    (lines.every((line) => /^[ \t]*(?:\*|$)/.test(line)) || (lines.length > 1 && !lines.some(isCode)));
  return isComment ? end : undefined;
}

interface End {
  readonly at: number;
  readonly what: string;
}

/** The quotes that end a text which the piece begins inside of: it is code only when it is read the other way round. */
function endOfText(grammar: string, text: string): End | undefined {
  const pattern = quotesOf.get(grammar);
  const all = pattern ? [...text.matchAll(pattern)] : [];
  const what = all[0]?.[0] ?? '';
  const places = all.flatMap(({ 0: quotes, index }) => (quotes === what ? [index] : []));
  if (places.length === 0 || places.length > mostQuotes) {
    return undefined;
  }
  // What stands between two quotes on one line says nothing about the lines.
  const score = [0, 0];
  const code = [0, 0];
  for (let number = 0; number <= places.length; number++) {
    const start = number === 0 ? 0 : (places[number - 1] ?? 0) + what.length;
    const lines = text.slice(start, places[number]).split('\n');
    const side = number % 2;
    for (const line of lines.length > 1 ? lines : []) {
      const is = isCode(line) ? 1 : proseLine.test(line.slice(0, longestLine)) ? -1 : 0;
      score[side] = (score[side] ?? 0) + is;
      code[side] = (code[side] ?? 0) + Math.max(0, is);
    }
  }
  const [[even = 0, odd = 0], [evenCode = 0, oddCode = 0]] = [score, code];
  return odd > even && oddCode > 2 * evenCode ? { at: places[0] ?? 0, what } : undefined;
}

function isCode(line: string): boolean {
  return codeLine.test(line.slice(0, longestLine));
}

/** Fields of a body in JSON, which a command is given as a text: `"berth": "7",`, `\"berth\": 7`, and how it ends. */
const field = /^[ \t]*(?:\\?"[\w.$-]{1,60}\\?"[ \t]*:|[[{}\],]+[ \t]*$)/;
const endOfFields = /^[ \t]*[\]}]{1,4}(["'])/;

/** In a shell only a body is surely a text: quotes stand everywhere. */
function endOfBody(text: string): End | undefined {
  let at = 0;
  for (const line of text.split('\n')) {
    const [, what] = endOfFields.exec(line) ?? [];
    if (what !== undefined) {
      return at > 0 ? { at: at + line.indexOf(what), what } : undefined;
    }
    if (!field.test(line.slice(0, longestLine))) {
      return undefined;
    }
    at += line.length + 1;
  }
  return undefined;
}

/** Opens what ends at an offset, where it begins on a line: the columns decide what stands in what. */
function opened(text: string, end: number, what: string): string {
  const line = text.lastIndexOf('\n', end - 1) + 1;
  const column = /\S/.test(text.slice(line, end)) ? Infinity : end - line;
  let lineStart = 0;
  for (const first of text.slice(0, end).split('\n')) {
    const start = lineStart + Math.min(first.length - first.trimStart().length, column);
    if (first.trim() !== '' && start + what.length <= lineStart + first.length) {
      return blanked(text.slice(0, start)) + what + text.slice(start + what.length);
    }
    lineStart += first.length + 1;
  }
  // Nothing is left of the text but its end.
  return blanked(text.slice(0, end + what.length)) + text.slice(end + what.length);
}

function blanked(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
