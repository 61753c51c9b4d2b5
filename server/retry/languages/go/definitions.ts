import type { Node } from '@vscode/tree-sitter-wasm';
import { children, field, lastName, nodesOfType } from '../../nodes';

/** What a file declares at its top level, and the packages that it imports, by name. */
export function goDefinitions(root: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of children(root)) {
    if (statement.type === 'import_declaration') {
      for (const [name] of goImports(statement)) {
        found.set(name, statement);
      }
    } else if (statement.type === 'function_declaration') {
      found.set(field(statement, 'name')?.text ?? '', statement);
    } else if (statement.type === 'method_declaration') {
      found.set(methodName(statement.text), statement);
    } else {
      for (const spec of nodesOfType(statement, specs)) {
        found.set(field(spec, 'name')?.text ?? '', statement);
      }
    }
  }
  return found;
}

/** The name of a method behind that of its type, by which it differs from those of other types. */
export function methodName(declaration: string): string {
  const [, type = '', name = ''] = /^func \((?:\w+ )?\*?(\w+)[^)]*\) (\w+)/m.exec(declaration) ?? [];
  return type && `${type}.${name}`;
}

const specs = ['type_spec', 'var_spec', 'const_spec'];

/** The packages that a node imports: by which name, from which path. */
export function goImports(root: Node): ReadonlyMap<string, string> {
  return new Map(
    nodesOfType(root, 'import_spec').map((spec) => {
      const path = (field(spec, 'path')?.text ?? '').slice(1, -1);
      // The last part of a path that is no version is how most packages are called.
      const usual = lastName(path.replace(/\/v\d+$/, '').replaceAll('/', '.'));
      return [field(spec, 'name')?.text ?? usual, path];
    }),
  );
}
