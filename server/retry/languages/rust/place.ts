import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt, type Definition } from '../../handlerText';
import type { Placing } from '../../language';
import { children, field, nodesOfType } from '../../nodes';
import { appendDefinitions } from '../../placement';
import { insertion, type TextEdit } from '../../textEdits';

/** The items of a file and what it uses, by name. */
export function rustDefinitions(root: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const item of children(root)) {
    const names = item.type === 'use_declaration' ? nodesOfType(item, 'identifier') : [field(item, 'name')];
    for (const name of names) {
      if (name) {
        found.set(name.text, item);
      }
    }
  }
  return found;
}

/** A module of its own, so that its names meet no others: at the end of the file, but above its tests. */
export function insertRust(parts: readonly Definition[], { source }: Placing): readonly TextEdit[] {
  const { text, style, language } = source;
  const tests = /^#\[cfg\(test\)\]\r?\nmod /m.exec(text)?.index;
  if (tests === undefined) {
    return [appendDefinitions(parts, source)];
  }
  const { eol } = style;
  const code = parts.map((part) => adapt(part.text, style, language.style)).join(eol + eol);
  return [insertion(tests, code + eol + eol)];
}
