import type { Node } from '@vscode/tree-sitter-wasm';
import { nodesOfType } from './nodes';

/** How a file is written, so that what is inserted looks like the rest. */
export interface SourceStyle {
  /** One level of indentation. */
  readonly indent: string;
  /** Undefined where the two kinds of quotes mean different things. */
  readonly quote: "'" | '"' | undefined;
  readonly semicolons: boolean;
  /** The last item of a list that is broken over lines has a comma. */
  readonly trailingCommas: boolean;
  readonly eol: '\n' | '\r\n';
  /** Longer lines are broken. */
  readonly width: number;
}

/** What a language's formatter does by default, for a file too small to tell, and what a file may choose. */
export interface StyleDefaults {
  readonly indent: string;
  /** One level of indentation in the handler files. */
  readonly handlerIndent: string;
  /** The quotes of strings, where a file may choose them. */
  readonly quote?: "'" | '"';
  /** Node types of string literals. */
  readonly strings: readonly string[];
  /** Node types of statements that end with a semicolon or without. Absent: there is no choice. */
  readonly optionalSemicolons?: readonly string[];
  readonly width: number;
}

/** Reads the style from a text. */
export function readStyle(text: string, root: Node, defaults: StyleDefaults): SourceStyle {
  const lines = text.split(/\r?\n/);
  // Comments are often longer than what a formatter allows, and so are texts.
  const code = lines.filter((line) => line.length <= 120 && !/^\s*(?:\/\/|\/?\*|#)|["'`]/.test(line));
  const longest = Math.max(0, ...code.map((line) => line.length));
  return {
    indent: readIndent(lines, defaults.indent),
    quote: readQuote(root, defaults),
    semicolons: readSemicolons(root, defaults.optionalSemicolons ?? []),
    trailingCommas: /,[ \t]*\r?\n[ \t]*[)\]}]/.test(text) || !/[\w'"`][ \t]*\r?\n[ \t]*(?:[)\]]|\}[),])/.test(text),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    width: Math.max(defaults.width, longest),
  };
}

/** The commonest step from one line to a deeper next one. */
function readIndent(lines: readonly string[], fallback: string): string {
  const steps = new Map<string, number>();
  let previous = '';
  for (const line of lines) {
    if (line.trim() === '' || /^\s*\*/.test(line)) {
      continue;
    }
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    if (indent.length > previous.length && indent.startsWith(previous)) {
      const step = indent.slice(previous.length);
      steps.set(step, (steps.get(step) ?? 0) + 1);
    }
    previous = indent;
  }
  const commonest = [...steps].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  return commonest?.startsWith('\t') ? '\t' : (commonest ?? fallback);
}

function readQuote(root: Node, { quote, strings }: StyleDefaults): "'" | '"' | undefined {
  if (!quote) {
    return undefined;
  }
  let single = 0;
  let double = 0;
  for (const string of nodesOfType(root, strings)) {
    const text = string.text.replace(/^[a-zA-Z]+/, '');
    if (text.startsWith('"""') || text.startsWith("'''")) {
      continue;
    }
    single += text.startsWith("'") ? 1 : 0;
    double += text.startsWith('"') ? 1 : 0;
  }
  if (single === double) {
    return quote;
  }
  return single > double ? "'" : '"';
}

function readSemicolons(root: Node, types: readonly string[]): boolean {
  const statements = nodesOfType(root, types);
  const without = statements.filter((statement) => !statement.text.endsWith(';')).length;
  return without * 2 <= statements.length;
}

/** A string literal of one line, in languages where backslashes escape. */
export function quoted(text: string, { quote = '"' }: SourceStyle): string {
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}
