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
    return [isStandardPath, (line: string) => !isStandardPath(line)].flatMap((isOwn) =>
      addToGroup(listed, missing.filter(isOwn), isOwn, source),
    );
  }
  const missing = wanted.filter((line) => !specs.some((spec) => spec.text === line));
  const single = children(root).find(({ type }) => type === 'import_declaration');
  const all = single ? [...missing, specs[0]?.text ?? ''] : missing;
  const sorted = [true, false].map((isOwn) => all.filter((line) => isStandardPath(line) === isOwn).toSorted());
  const groups = sorted.filter(({ length }) => length > 0);
  const blocks = groups.map((group) => group.map((line) => style.eol + style.indent + line).join(''));
  const block = `import (${blocks.join(style.eol)}${style.eol})`;
  if (single) {
    return [{ range: { start: single.startIndex, end: single.endIndex }, newText: block }];
  }
  const end = children(root).find(({ type }) => type === 'package_clause')?.endIndex ?? 0;
  return [insertion(lineEnd(text, end), style.eol + style.eol + block)];
}

/** Among the imports of their kind, or in a group of their own below the others. */
function addToGroup(
  listed: readonly Node[],
  lines: readonly string[],
  isOwn: (line: string) => boolean,
  source: Source,
): TextEdit[] {
  const isLike = (spec: Node): boolean => isOwn(spec.text);
  if (listed.some(isLike) || isOwn('"http"')) {
    return addImportLines(importGroup(listed, isLike), lines, pathIn, source);
  }
  const { eol, indent } = source.style;
  const end = lineEnd(source.text, listed.at(-1)?.endIndex ?? 0);
  return lines.length > 0 ? [insertion(end, eol + lines.map((line) => eol + indent + line).join(''))] : [];
}

function pathOf(spec: Node): string {
  return field(spec, 'path')?.text ?? '';
}

/** gofmt sorts by the path, not by the name before it. */
function pathIn(line: string): string {
  return /".*"/.exec(line)?.[0] ?? line;
}

/** Packages of the standard library have no host in their path. */
function isStandardPath(line: string): boolean {
  return !pathIn(line).split('/', 1)[0]?.includes('.');
}
