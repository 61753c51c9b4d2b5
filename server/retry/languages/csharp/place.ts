import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from '../../handlerText';
import { addImportLines, importGroup } from '../../importLines';
import type { Placing } from '../../language';
import { field, nodesOfType, outward } from '../../nodes';
import { appendDefinitions } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';

const typeDeclarations = ['class_declaration', 'struct_declaration', 'record_declaration', 'interface_declaration'];

/** The types that a file declares, nested ones too, by name. */
export function csharpDefinitions(root: Node): ReadonlyMap<string, Node> {
  return new Map(nodesOfType(root, typeDeclarations).map((node) => [field(node, 'name')?.text ?? '', node]));
}

/**
 * A class of its own inside of the class of the call, because a class beside it could be one that the namespace has
 * already; where the call is in none, at the end of the file.
 */
export function insertCsharp(parts: readonly Definition[], { source, call, imports }: Placing): readonly TextEdit[] {
  const { text, style, language } = source;
  const { eol, indent } = style;
  const added = addUsings(imports, source);
  const owner = [...outward(call.args)].findLast(
    ({ type }) => type === 'class_declaration' || type === 'struct_declaration',
  );
  const body = field(owner, 'body');
  if (!owner || !body) {
    return [...added, appendDefinitions(parts, source)];
  }
  const base = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', owner.startIndex - 1) + 1))?.[0] ?? '';
  const code = parts
    .map((part) => adapt(part.text, style, language.style))
    .join(eol + eol)
    .replaceAll(/^internal static class/gm, 'private static class')
    .replaceAll(/^(?=.)/gm, base + indent);
  const close = body.endIndex - 1;
  const end = text.slice(0, close).trimEnd().length;
  return [...added, { range: { start: end, end: close }, newText: `${eol}${eol}${code}${eol}${base}` }];
}

export function addUsings(lines: readonly string[], source: Source): TextEdit[] {
  const { root, style } = source;
  const present = nodesOfType(root, 'using_directive').filter(({ text }) => /^using [\w.]+;$/.test(text));
  if (present.length > 0) {
    return addImportLines(
      importGroup(present, ({ text }) => text.startsWith('using System')),
      lines,
      namespaceOf,
      source,
    );
  }
  return [insertion(0, lines.join(style.eol) + style.eol + style.eol)];
}

/** `System.Linq` of `using System.Linq;`. */
function namespaceOf(line: string): string {
  return line.replace(/^using /, '').replace(/;$/, '');
}
