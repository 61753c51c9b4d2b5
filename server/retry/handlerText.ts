import type { SourceStyle } from './sourceStyle';

/** A top-level definition of a handler file. */
export interface Definition {
  readonly name: string;
  readonly text: string;
}

/** Splits a handler file into its imports (Python) and its definitions. Handlers are written so that this is easy. */
export function splitHandler(text: string): { imports: string[]; definitions: Definition[] } {
  const imports = text.split('\n').filter((line) => /^(?:import|from) /.test(line));
  const body = text.replace(/^(?:(?:import|from) .*\n)+\n/, '').trimEnd();
  const definitions = body.split(/\n{2,}(?=\/\*\*|async |function |interface |class |def )/).map((part) => ({
    name:
      /^(?:export )?(?:async )?(?:function|interface|class|def) (\w+)|^(\w+) =/m.exec(part)?.slice(1).find(Boolean) ??
      '',
    text: part,
  }));
  return { imports, definitions };
}

/** Writes a piece of a handler in the style of a file. `unit` is the indentation that the handler itself uses. */
export function adapt(text: string, style: SourceStyle, language: 'typescript' | 'javascript' | 'python'): string {
  const unit = language === 'python' ? 4 : 2;
  let inDocstring = false;
  const lines = text.split('\n').map((line) => {
    const prose = inDocstring || /^\s*(?:\/\/|\/\*|\*|#)/.test(line) || line.includes('"""');
    if ((line.match(/"""/g) ?? []).length === 1) {
      inDocstring = !inDocstring;
    }
    let result = prose ? line : requote(line, style.quote);
    if (!prose && !style.semicolons) {
      result = result.replace(/;$/, '');
    }
    const spaces = /^ */.exec(result)?.[0].length ?? 0;
    const levels = Math.floor(spaces / unit);
    return style.indent.repeat(levels) + result.slice(levels * unit);
  });
  return lines.join(style.eol);
}

/** Changes the quotes of the strings in a line. A string that holds the other quote, or a backslash, stays. */
function requote(line: string, quote: "'" | '"'): string {
  const other = quote === '"' ? "'" : '"';
  const strings = new RegExp(`(?<![\\w${quote}${other}])([fr]?)${other}([^'"\\\\]*)${other}`, 'g');
  return line.replaceAll(strings, `$1${quote}$2${quote}`);
}

/** Whether two texts differ only in layout, quotes and punctuation at line ends. */
export function sameCode(a: string, b: string): boolean {
  const bare = (text: string): string => text.replaceAll(/[\s'"`;,]/g, '');
  return bare(a) === bare(b);
}
