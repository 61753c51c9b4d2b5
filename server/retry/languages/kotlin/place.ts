import type { Node } from '@vscode/tree-sitter-wasm';
import { addImportLines } from '../../importLines';
import type { Definition } from '../../handlerText';
import type { Placing } from '../../language';
import { children, field, lastName } from '../../nodes';
import { appendDefinitions, lineEnd } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { nameOf } from './calls';

/** The functions, types and properties at the top level of a file, and what it imports, by name. */
export function kotlinDefinitions(root: Node): ReadonlyMap<string, Node> {
  const named = (node: Node): string => {
    if (node.type === 'import') {
      return lastName(pathOf(node.text));
    }
    return node.type === 'property_declaration' ? nameOf(node) : (field(node, 'name')?.text ?? '');
  };
  return new Map(children(root).map((node) => [named(node), node]));
}

/** Functions at the end of the file: private ones of several files may have one name, which classes may not. */
export function insertKotlin(parts: readonly Definition[], { source, imports }: Placing): readonly TextEdit[] {
  return [...addKotlinImports(imports, source), appendDefinitions(parts, source)];
}

export function addKotlinImports(lines: readonly string[], source: Source): TextEdit[] {
  const { root, text, style } = source;
  const present = children(root).filter(({ type }) => type === 'import');
  const packages = new Set(present.map((node) => pathOf(node.text)).filter((path) => path.endsWith('.*')));
  const missing = lines.filter((line) => !packages.has(pathOf(line).replace(/\w+$/, '*')));
  if (present.length > 0) {
    return addImportLines(present, missing, pathOf, source);
  }
  const block = missing.join(style.eol);
  const clause = children(root).find(({ type }) => type === 'package_header');
  return clause
    ? [insertion(lineEnd(text, clause.endIndex), style.eol + style.eol + block)]
    : [insertion(0, block + style.eol + style.eol)];
}

/** `java.time.Duration` of `import java.time.Duration`. */
function pathOf(line: string): string {
  return line.replace(/^import\s+/, '').replace(/\s+as\s.*$|\s*;?\s*$/g, '');
}
