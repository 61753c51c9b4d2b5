import type { Node } from '@vscode/tree-sitter-wasm';
import { adapt } from '../../handlerText';
import { addImportLines } from '../../importLines';
import type { Refusal } from '../../language';
import { children, dottedName, field, nodesOfType, plainString } from '../../nodes';
import { lineEnd } from '../../placement';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { appendItem } from '../../wrapping';
import { scriptDefinitions } from './definitions';

/**
 * The edits that add imports (`import name from 'module';`) to a file, in its way: as imports, or with `require`. A
 * name that means something else in the file is a refusal.
 */
export function addScriptImports(
  lines: readonly string[],
  source: Source,
  isCommon = isCommonJs(source),
): TextEdit[] | Refusal {
  const { root, style, language } = source;
  const present = children(root).filter((node) => moduleOf(node) !== undefined);
  const taken = scriptDefinitions(root);
  const missing: string[] = [];
  const extended: TextEdit[] = [];
  for (const line of lines) {
    const { names, module } = readImport(line);
    const isThere = (name: string): boolean => {
      const owner = taken.get(name);
      return owner !== undefined && isModule(moduleAround(owner), module);
    };
    extended.push(...names.filter(isThere).flatMap((name) => asValue(name, taken.get(name))));
    const wanted = names.filter((name) => !isThere(name));
    const clash = wanted.find((name) => taken.has(name));
    if (clash !== undefined) {
      return { refusal: `This file has a ${clash} of its own, which the import would hide.` };
    }
    const list = line.includes('{') ? namedImports(present, module) : undefined;
    if (wanted.length > 0 && list) {
      extended.push(...appendItem(list, wanted, source));
    } else if (wanted.length > 0) {
      missing.push(adapt(isCommon ? asRequire(line) : line, style, language.style));
    }
  }
  if (present.length === 0) {
    return missing.length > 0 ? [atHead(missing, source)] : extended;
  }
  const from = (text: string): string => /['"]([^'"]*)['"]\)?;?$/.exec(text)?.[1] ?? '';
  return [
    ...extended,
    ...missing.flatMap((line) => addImportLines(likeOnes(present, isRelative(from(line))), [line], from, source)),
  ];
}

/** Whether two modules are one: those of Node.js have a name with `node:` and one without. */
function isModule(written: string | undefined, module: string): boolean {
  return written?.replace(/^node:/, '') === module.replace(/^node:/, '');
}

/** The edits that make a value of a name which a file imports as a type only. */
function asValue(name: string, owner: Node | undefined): TextEdit[] {
  const specifiers = owner?.type === 'import_statement' ? nodesOfType(owner, 'import_specifier') : [];
  const word = (node: Node): Node | undefined => node.children.find((child) => child?.type === 'type') ?? undefined;
  const without = (node: Node): TextEdit[] => {
    const [type, next] = [word(node), children(node)[0]];
    return type && next ? [{ range: { start: type.startIndex, end: next.startIndex }, newText: '' }] : [];
  };
  const isOwn = (node: Node): boolean => (field(node, 'alias') ?? field(node, 'name'))?.text === name;
  const others = specifiers.filter((node) => !isOwn(node) && !word(node));
  return owner && specifiers.length > 0 && word(owner)
    ? [...without(owner), ...others.map((node) => insertion(node.startIndex, 'type '))]
    : specifiers.filter(isOwn).flatMap(without);
}

/** The names in brackets that a file imports from a module already. */
function namedImports(present: readonly Node[], module: string): Node | undefined {
  return present
    .filter((node) => isModule(moduleOf(node), module) && !/^import\s+type\b/.test(node.text))
    .flatMap((node) => nodesOfType(node, 'named_imports'))[0];
}

/** The imports that one joins: those of packages or those of files, else, for a file, the last of all. */
function likeOnes(present: readonly Node[], isOfFile: boolean): readonly Node[] {
  const like = present.filter((node) => isRelative(moduleOf(node) ?? '') === isOfFile);
  return like.length > 0 ? like : isOfFile ? present.slice(-1) : present;
}

function isRelative(module: string): boolean {
  return /^[./]/.test(module);
}

/** The modules that a file imports from files of its own project, as it writes them. */
export function relativeModules({ root }: Source): readonly string[] {
  return children(root).flatMap((node) => {
    const module = moduleOf(node);
    return module !== undefined && isRelative(module) ? [module] : [];
  });
}

/** Whether a file takes its modules with `require`. */
export function isCommonJs({ root }: Source): boolean {
  const statements = children(root);
  const isModule = statements.some(({ type }) => type === 'import_statement' || type === 'export_statement');
  return !isModule && statements.some((node) => moduleOf(node) !== undefined || /\bmodule\.exports\b/.test(node.text));
}

/** The module that a statement at the top of a file imports. */
function moduleOf(statement: Node): string | undefined {
  if (statement.type === 'import_statement') {
    return plainString(field(statement, 'source'));
  }
  const declared = /declaration$/.test(statement.type) ? nodesOfType(statement, 'variable_declarator') : [];
  const value = declared.length === 1 ? field(declared[0], 'value') : undefined;
  return value?.type === 'call_expression' && dottedName(field(value, 'function')) === 'require'
    ? plainString(children(field(value, 'arguments'))[0])
    : undefined;
}

/** The module that brings a name into the file; undefined for a name that is defined in it. */
export function moduleAround(owner: Node): string | undefined {
  return moduleOf(owner) ?? (owner.parent ? moduleOf(owner.parent) : undefined);
}

function readImport(line: string): { names: string[]; module: string } {
  const [, what = '', module = ''] = /^import (.+) from '(.+)';$/.exec(line) ?? [];
  return { names: what.match(/\w+/g) ?? [], module };
}

function asRequire(line: string): string {
  return line.replace(/^import (.+) from ('.+');$/, 'const $1 = require($2);');
}

/** In a file without imports: below the comments and directives that begin it. */
function atHead(lines: readonly string[], { root, text, style: { eol } }: Source): TextEdit {
  const first = root.namedChildren.find((node) => {
    const directive = node?.type === 'expression_statement' && children(node)[0]?.type === 'string';
    return node && !directive && node.type !== 'hash_bang_line';
  });
  const code = lines.join(eol);
  return first ? insertion(first.startIndex, code + eol + eol) : insertion(lineEnd(text, root.endIndex), eol + code);
}
