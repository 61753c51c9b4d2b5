import type { Node } from '@vscode/tree-sitter-wasm';
import { children, field, nodesOfType } from '../../nodes';

/** Top-level definitions and imported names of a file, by name. An imported name maps to its import. */
export function pythonDefinitions(root: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of children(root)) {
    if (statement.type.startsWith('import')) {
      for (const name of nodesOfType(statement, 'identifier')) {
        found.set(name.text, statement);
      }
      continue;
    }
    const definition = field(statement, 'definition') ?? statement;
    const assigned = definition.type === 'expression_statement' ? field(children(definition)[0], 'left') : undefined;
    for (const name of [field(definition, 'name'), assigned]) {
      if (name) {
        found.set(name.text, definition);
      }
    }
  }
  return found;
}
