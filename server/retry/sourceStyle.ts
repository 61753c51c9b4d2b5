import type { Node } from '@vscode/tree-sitter-wasm';
import { nodesOfType } from './nodes';

/** How a file is written, so that what is inserted looks like the rest. */
export interface SourceStyle {
  /** One level of indentation. */
  readonly indent: string;
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** The last item of a list that is broken over lines has a comma. */
  readonly trailingCommas: boolean;
  readonly eol: '\n' | '\r\n';
  /** Longer lines are broken. */
  readonly width: number;
}

/** Reads the style from a text. A file too small to tell gets the defaults of Prettier or Black. */
export function readStyle(text: string, root: Node, language: 'typescript' | 'javascript' | 'python'): SourceStyle {
  const python = language === 'python';
  const lines = text.split(/\r?\n/);
  const longest = Math.max(0, ...lines.filter((line) => line.length <= 120).map((line) => line.length));
  return {
    indent: readIndent(lines, python ? '    ' : '  '),
    quote: readQuote(root, python),
    semicolons: python || readSemicolons(root),
    trailingCommas: /,[ \t]*\r?\n[ \t]*[)\]}]/.test(text) || !/[\w'"`][ \t]*\r?\n[ \t]*(?:[)\]]|\}[),])/.test(text),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    width: Math.max(python ? 88 : 80, longest),
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

function readQuote(root: Node, python: boolean): "'" | '"' {
  let single = 0;
  let double = 0;
  for (const string of nodesOfType(root, 'string')) {
    const text = string.text.replace(/^[a-zA-Z]+/, '');
    if (text.startsWith('"""') || text.startsWith("'''")) {
      continue;
    }
    single += text.startsWith("'") ? 1 : 0;
    double += text.startsWith('"') ? 1 : 0;
  }
  if (single === double) {
    return python ? '"' : "'";
  }
  return single > double ? "'" : '"';
}

function readSemicolons(root: Node): boolean {
  const types = [
    'expression_statement',
    'lexical_declaration',
    'import_statement',
    'return_statement',
    'throw_statement',
  ];
  const statements = nodesOfType(root, types);
  const without = statements.filter((statement) => !statement.text.endsWith(';')).length;
  return without * 2 <= statements.length;
}
