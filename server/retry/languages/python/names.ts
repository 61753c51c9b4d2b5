import type { Node } from '@vscode/tree-sitter-wasm';
import { children, dottedName, field, nodesOfType } from '../../nodes';

/**
 * What the imports of a Python file bind: `import requests as r` gives r -> requests,
 * `from urllib.request import urlopen` gives urlopen -> urllib.request.urlopen.
 */
export function pythonNames(root: Node): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const statement of nodesOfType(root, ['import_statement', 'import_from_statement'])) {
    const from = field(statement, 'module_name');
    for (const child of children(statement)) {
      if (from?.id === child.id) {
        continue;
      }
      const alias = field(child, 'alias');
      const name = dottedName(child.type === 'aliased_import' ? field(child, 'name') : child);
      if (from) {
        names.set(alias?.text ?? name, `${dottedName(from)}.${name}`);
      } else if (alias) {
        names.set(alias.text, name);
      } else {
        // `import urllib.request` binds `urllib`.
        const first = name.split('.', 1)[0] ?? name;
        names.set(first, first);
      }
    }
  }
  return names;
}
