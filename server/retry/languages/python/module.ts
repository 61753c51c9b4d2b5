import { field, children, dottedName } from '../../nodes';
import { lineEnd } from '../../placement';
import { type HandlerModule, joinBlocks, type ModuleFile } from '../../shapes/module';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { headEnd, importStatements, isStandard, layOutImports } from './imports';

export const pythonModule: HandlerModule = {
  // `backoff` is the name of a package that many projects have.
  names: ({ name }) => [`${name}.py`, `${name}_handler.py`],
  fromElsewhere: false,
  beside: ['__init__.py'],
  write: ({ imports, definitions }, _, source) => {
    // A type variable stands above the functions with one empty line between it and the imports.
    const [first, ...rest] = definitions.map(({ text }) => text);
    const isVariable = first?.startsWith('_') === true;
    const code = definitions.map(({ text }) => text).join('\n');
    const head = [layOutImports(imports, code).join('\n'), ...(isVariable ? [first] : [])].join('\n\n');
    return joinBlocks([head, ...(isVariable || first === undefined ? [] : [first]), ...rest], source, 2);
  },
  use({ name }, file, source) {
    const module = file.path.replace(/\.py$/, '');
    return [addLocalImport(`from ${isInPackage(file, source) ? '.' : ''}${module} import ${name}`, source)];
  },
  isUse: (definition, { path }) =>
    dottedName(field(definition, 'module_name')).replace(/^.*\./, '') === path.replace(/\.py$/, ''),
};

/** Whether the modules of the folder know each other by a dot. A script that is run itself cannot use one. */
function isInPackage({ beside }: ModuleFile, { text }: Source): boolean {
  const isScript = /^if __name__ ==/m.test(text);
  return /^from \./m.test(text) || (beside.includes('__init__.py') && !isScript);
}

/** Below all other imports, parted from those of the standard library. */
function addLocalImport(line: string, { root, text, style: { eol } }: Source): TextEdit {
  const last = importStatements(root).at(-1);
  if (last) {
    const gap = eol.repeat(isStandard(last) ? 2 : 1);
    return insertion(lineEnd(text, last.endIndex), gap + line);
  }
  const head = headEnd(root);
  const first = children(root)[0];
  const rest = eol.repeat(first && /definition$/.test(first.type) ? 3 : 2);
  return insertion(head, head === 0 ? line + rest : eol + eol + line);
}
