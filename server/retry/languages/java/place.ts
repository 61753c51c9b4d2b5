import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from '../../handlerText';
import { addImportLines, importGroup } from '../../importLines';
import type { Placing } from '../../language';
import { children, field, lastName, nodesOfType } from '../../nodes';
import { lineEnd, topStatement } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';

const typeDeclarations = [
  'class_declaration',
  'record_declaration',
  'enum_declaration',
  'interface_declaration',
  'annotation_type_declaration',
];

/** The types that a file declares, nested ones too, and those that it imports, by name. */
export function javaDefinitions(root: Node): ReadonlyMap<string, Node> {
  const imports = nodesOfType(root, 'import_declaration').map((node): [string, Node] => [
    lastName(importedBy(node)),
    node,
  ]);
  const types = nodesOfType(root, typeDeclarations).map((node): [string, Node] => [
    field(node, 'name')?.text ?? '',
    node,
  ]);
  return new Map([...imports, ...types]);
}

/** The name of a library class that a handler uses and the file uses for something else. */
export function otherImport(root: Node, handler: string, { language }: Source): string | undefined {
  const definitions = javaDefinitions(root);
  const needed = language.handlers
    .filter(({ name }) => name === handler)
    .flatMap(({ text }) => language.split(text).imports)
    .map(importLine);
  return needed.map(lastName).find((name) => {
    const own = definitions.get(name);
    return own !== undefined && !(own.type === 'import_declaration' && needed.includes(importedBy(own)));
  });
}

/** A class of its own inside of the class of the call: a class beside it could be one that the package has already. */
export function insertJava(parts: readonly Definition[], { source, call, imports }: Placing): readonly TextEdit[] {
  const { root, text, style, language } = source;
  const { eol, indent } = style;
  const owner = topStatement(root, call.args);
  const body = field(owner, 'body');
  const isPrivate = owner?.type !== 'interface_declaration';
  const code = parts
    .map((part) => adapt(part.text, style, language.style))
    .join(eol + eol)
    .replaceAll(/^final class/gm, isPrivate ? 'private static final class' : 'final class')
    .replaceAll(/^abstract class/gm, isPrivate ? 'private abstract static class' : 'abstract class')
    .replaceAll(/^record/gm, isPrivate ? 'private record' : 'record')
    .replaceAll(/^(?=.)/gm, indent);
  const close = (body?.endIndex ?? text.length) - 1;
  const end = text.slice(0, close).trimEnd().length;
  return [
    ...addJavaImports(imports, source),
    { range: { start: end, end: close }, newText: `${eol}${eol}${code}${eol}` },
  ];
}

export function addJavaImports(lines: readonly string[], source: Source): TextEdit[] {
  const { root, text, style } = source;
  const present = nodesOfType(root, 'import_declaration');
  const packages = new Set(present.map(importedBy).filter((name) => name.endsWith('.*')));
  const missing = lines.filter((line) => !packages.has(importLine(line).replace(/\w+$/, '*')));
  const plain = present.filter((node) => !/^import\s+static\b/.test(node.text));
  if (plain.length > 0) {
    return addImportLines(
      importGroup(plain, (node) => /^java/.test(importedBy(node))),
      missing,
      importLine,
      source,
    );
  }
  const clause = children(root).find(({ type }) => type === 'package_declaration');
  const block = missing.join(style.eol);
  return clause
    ? [insertion(lineEnd(text, clause.endIndex), style.eol + style.eol + block)]
    : [insertion(0, block + style.eol + style.eol)];
}

/** The imports of which some code uses the class, in order. */
export function usedImports(lines: readonly string[], code: string): string[] {
  return lines.filter((line) => new RegExp(`\\b${lastName(importLine(line))}\\b`).test(code)).toSorted();
}

function importedBy(node: Node): string {
  return importLine(node.text);
}

/** `java.util.Set` of `import java.util.Set;`. */
function importLine(line: string): string {
  return line.replace(/^import\s+(?:static\s+)?/, '').replace(/\s*;.*$/, '');
}
