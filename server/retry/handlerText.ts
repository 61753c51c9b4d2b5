import type { SourceStyle, StyleDefaults } from './sourceStyle';

/** A top-level definition of a handler file. */
export interface Definition {
  readonly name: string;
  readonly text: string;
}

/** A handler file taken apart. */
export interface HandlerParts {
  /** A line each. */
  readonly imports: readonly string[];
  readonly definitions: readonly Definition[];
}

/** How a language's handler files, which are written so that this is easy, are taken apart. */
export interface SplitRules {
  /** A line of the head: an import, a package clause, what begins the file. */
  readonly head: RegExp;
  /** Of these, the lines that a file needs. */
  readonly imports: RegExp;
  /** What a definition begins with behind an empty line. */
  readonly start: RegExp;
  /** A definition's name, in the first group that matches. */
  readonly name: RegExp;
}

/** Splits a handler file into its imports and its definitions. */
export function splitBy(rules: SplitRules, text: string): HandlerParts {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => line !== '' && !rules.head.test(line));
  const imports = lines.slice(0, end).filter((line) => rules.imports.test(line));
  const body = lines.slice(end).join('\n').trimEnd();
  const texts = body === '' ? [] : body.split(new RegExp(`\\n{2,}(?=${rules.start.source})`));
  const definitions = texts.map((part) => ({
    name: rules.name.exec(part)?.slice(1).find(Boolean) ?? '',
    text: part,
  }));
  return { imports, definitions };
}

/** Writes a piece of a handler in the style of a file. */
export function adapt(text: string, style: SourceStyle, { handlerIndent: unit }: StyleDefaults): string {
  let inDocstring = false;
  const lines = text.split('\n').map((line) => {
    const prose = inDocstring || /^\s*(?:\/\/|\/\*|\*|#)/.test(line) || line.includes('"""');
    if ((line.match(/"""/g) ?? []).length === 1) {
      inDocstring = !inDocstring;
    }
    let result = prose || !style.quote ? line : requote(line, style.quote);
    if (!prose && !style.semicolons) {
      result = result.replace(/;$/, '');
    }
    let levels = 0;
    while (result.startsWith(unit, levels * unit.length)) {
      levels++;
    }
    return style.indent.repeat(levels) + result.slice(levels * unit.length);
  });
  return lines.join(style.eol);
}

/** Changes the quotes of the strings in a line. A string that holds the other quote, or a backslash, stays. */
function requote(line: string, quote: "'" | '"'): string {
  const other = quote === '"' ? "'" : '"';
  const strings = new RegExp(`(?<![\\w${quote}${other}])([fr]?)${other}([^'"\\\\]*)${other}`, 'g');
  return line.replaceAll(strings, `$1${quote}$2${quote}`);
}

/** A comment above a definition, and where it is to be seen. */
const ahead = /^(?:\/\*\*[^]*?\*\/\s*|(?:\/\/|#).*\s+|(?:export|private|internal|static|final)\s+)+/;

/**
 * Whether two definitions differ only in layout, quotes and punctuation at line ends, in what is said of them above, and
 * in where they are to be seen and what they call by way of their class.
 */
export function sameCode(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(ahead, '').replaceAll(/\bself::|[\s'"`;,]/g, '');
  return bare(a) === bare(b);
}
