import type { Node } from '@vscode/tree-sitter-wasm';
import { addImportLines, importGroup } from '../../importLines';
import type { Definition } from '../../handlerText';
import type { Placing } from '../../language';
import { children, field, nodesOfType } from '../../nodes';
import { appendDefinitions, lineEnd } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';

/** At the end of the file, and the imports where gofmt would sort them. */
export function insertGo(parts: readonly Definition[], { source, imports }: Placing): readonly TextEdit[] {
  return [...addImports(imports, source), appendDefinitions(parts, source)];
}

function addImports(lines: readonly string[], source: Source): TextEdit[] {
  const { root, text, style } = source;
  const specs = nodesOfType(root, 'import_spec');
  const wanted = lines.map((line) => line.trim());
  const listed = specs.filter(({ parent }) => parent?.type === 'import_spec_list');
  if (listed.length > 0) {
    const present = new Set(specs.filter((spec) => !field(spec, 'name')).map(pathOf));
    const missing = wanted.filter((line) => !present.has(line));
    return addImportLines(importGroup(listed, isStandard), missing, pathIn, source);
  }
  const missing = wanted.filter((line) => !specs.some((spec) => spec.text === line));
  const single = children(root).find(({ type }) => type === 'import_declaration');
  const all = single ? [...missing, specs[0]?.text ?? ''].toSorted() : missing;
  const block = `import (${all.map((line) => style.eol + style.indent + line).join('')}${style.eol})`;
  if (single) {
    return [{ range: { start: single.startIndex, end: single.endIndex }, newText: block }];
  }
  const end = children(root).find(({ type }) => type === 'package_clause')?.endIndex ?? 0;
  return [insertion(lineEnd(text, end), style.eol + style.eol + block)];
}

function pathOf(spec: Node): string {
  return field(spec, 'path')?.text ?? '';
}

/** gofmt sorts by the path, not by the name before it. */
function pathIn(line: string): string {
  return /".*"/.exec(line)?.[0] ?? line;
}

/** Packages of the standard library have no host in their path. */
function isStandard(spec: Node): boolean {
  return !pathOf(spec).split('/', 1)[0]?.includes('.');
}
