import type { Node } from '@vscode/tree-sitter-wasm';
import { children, dottedName, field } from '../../nodes';
import { pythonNames } from './names';
import { lineEnd } from '../../placement';
import type { SourceStyle } from '../../sourceStyle';
import { insertion, type TextEdit } from '../../textEdits';

/** One import of a handler: `import time`, or one name of `from typing import Any`. */
interface Wanted {
  readonly module: string;
  readonly name?: string;
}

/** How a file gets the imports of a handler. */
export interface MergedImports {
  readonly edits: TextEdit[];
  /** Names that mean something else in the file already: the handler's name for it -> its alias. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Adds what a handler imports to the imports of a file, each where isort would put it. */
export function mergeImports(
  lines: readonly string[],
  text: string,
  root: Node,
  style: SourceStyle,
  before: number,
): MergedImports {
  const bound = pythonNames(root);
  // An import in a function, in a branch or further down does not help what stands at `before`.
  const usable = importStatements(root).filter(({ endIndex }) => endIndex <= before);
  const ready = new Map(usable.flatMap((statement) => [...pythonNames(statement)]));
  const taken = new Set([...bound.keys(), ...definedNames(root)]);
  const edits: TextEdit[] = [];
  const renamed = new Map<string, string>();
  const missing = new Map<string, string[]>();
  const plain: string[] = [];
  for (const { module, name } of lines.flatMap(readImport)) {
    const local = name ?? module;
    const origin = name ? `${module}.${name}` : module;
    if (sameOrigin(ready.get(local), origin)) {
      continue;
    }
    const alias = taken.has(local) && !sameOrigin(bound.get(local), origin) ? `_${local}` : undefined;
    if (alias) {
      renamed.set(local, alias);
    }
    const item = alias ? `${local} as ${alias}` : local;
    if (name) {
      missing.set(module, [...(missing.get(module) ?? []), item]);
    } else {
      plain.push(`import ${item}`);
    }
  }
  const statements = usable;
  const added = [...plain];
  for (const [module, names] of missing) {
    const present = statements.find((node) => isPlainFrom(node, module));
    if (present) {
      edits.push(extendFrom(present, names));
    } else {
      added.push(`from ${module} import ${names.join(', ')}`);
    }
  }
  edits.push(...placeLines(added, statements, text, root, style.eol));
  return { edits, renamed };
}

/** Of the imports of several files those that code uses, each once, as isort orders them, with blocks by empty lines. */
export function layOutImports(lines: readonly string[], code: string): string[] {
  const names = new Map<string, Set<string>>();
  const modules = new Set<string>();
  const isUsed = (name: string): boolean => new RegExp(`(?<![.\\w])${name}\\b`).test(code);
  for (const { module, name } of lines.flatMap(readImport)) {
    // A docstring may have the word, too, but no member of it.
    if (name === undefined && isUsed(`${module}\\.\\w+`)) {
      modules.add(module);
    } else if (name !== undefined && isUsed(name)) {
      names.set(module, (names.get(module) ?? new Set()).add(name));
    }
  }
  const sorted = (module: Iterable<string>): string[] => [...module].toSorted();
  const block = (isOwn: (module: string) => boolean): string[] => [
    ...sorted(modules)
      .filter(isOwn)
      .map((module) => `import ${module}`),
    ...sorted(names.keys())
      .filter(isOwn)
      .map((module) => `from ${module} import ${sorted(names.get(module) ?? []).join(', ')}`),
  ];
  const others = block((module) => !isOfStandard(module));
  return [...block(isOfStandard), ...(others.length > 0 ? ['', ...others] : [])];
}

function isOfStandard(module: string): boolean {
  return standard.has(module.split('.', 1)[0] ?? '');
}

function readImport(line: string): Wanted[] {
  const [, module = '', names] = /^(?:import|from) (\S+)(?: import (.+))?$/.exec(line) ?? [];
  return names === undefined ? [{ module }] : names.split(', ').map((name) => ({ module, name }));
}

/** `Callable` and its like are the same in `typing` and in `collections.abc`. */
function sameOrigin(bound: string | undefined, wanted: string): boolean {
  return bound === wanted || bound?.replace(/^typing\./, 'collections.abc.') === wanted;
}

/** Names that the file defines at its top level. */
function definedNames(root: Node): string[] {
  return children(root).flatMap((node) => {
    const definition = field(node, 'definition') ?? node;
    const assigned = node.type === 'expression_statement' ? field(children(node)[0], 'left') : undefined;
    const name = field(definition, 'name')?.text ?? assigned?.text;
    return name ? [name] : [];
  });
}

/** The imports at the head of a file, up to its first definition. */
export function importStatements(root: Node): Node[] {
  const top = children(root);
  const end = top.findIndex((node) => /definition$/.test(node.type));
  return top
    .slice(0, end < 0 ? undefined : end)
    .filter((node) => node.type === 'import_statement' || node.type === 'import_from_statement');
}

/** `from module import a, b` on one line, without brackets and `*`. */
function isPlainFrom(node: Node, module: string): boolean {
  return dottedName(field(node, 'module_name')) === module && !/[(*\n\\]/.test(node.text);
}

/** Adds names to `from module import ...`, sorted if they were. */
function extendFrom(node: Node, names: readonly string[]): TextEdit {
  const present = children(node).slice(1);
  const texts = present.map((name) => name.text);
  const isSorted = texts.join() === texts.toSorted().join();
  const all = [...texts, ...names];
  const range = { start: present[0]?.startIndex ?? node.endIndex, end: node.endIndex };
  return { range, newText: (isSorted ? all.toSorted() : all).join(', ') };
}

/** Commonest modules of the standard library, which tell where its block of imports ends. */
const standard = new Set(
  (
    '__future__ abc argparse ast asyncio base64 collections concurrent contextlib copy csv dataclasses datetime decimal ' +
    'email enum functools getpass glob hashlib hmac html http importlib inspect io itertools json logging math ' +
    'multiprocessing operator os pathlib pickle platform pprint queue random re secrets shutil signal socket sqlite3 ' +
    'ssl statistics string struct subprocess sys tempfile textwrap threading time traceback types typing unittest ' +
    'urllib uuid warnings weakref xml zipfile zoneinfo'
  ).split(' '),
);

function moduleOf(statement: Node): string {
  return dottedName(
    field(statement, 'module_name') ?? field(field(statement, 'name'), 'name') ?? field(statement, 'name'),
  );
}

/** Whether an import is one of the standard library. */
export function isStandard(statement: Node): boolean {
  return isOfStandard(moduleOf(statement));
}

/** Puts each import line among those of its kind: of the standard library, or of packages. */
function placeLines(lines: readonly string[], statements: Node[], text: string, root: Node, eol: string): TextEdit[] {
  const isOwn = (line: string): boolean => isOfStandard(/^\w+ (\S+)/.exec(line)?.[1] ?? '');
  const packages = lines.filter((line) => !isOwn(line));
  return [
    ...placeStandard(lines.filter(isOwn), statements, text, root, eol),
    ...placePackages(packages, statements, text, root, eol),
  ];
}

/** Below the last import of a package, else below those of the standard library, parted from them. */
function placePackages(
  lines: readonly string[],
  statements: Node[],
  text: string,
  root: Node,
  eol: string,
): TextEdit[] {
  if (lines.length === 0) {
    return [];
  }
  const code = lines.join(eol);
  const isPackage = (node: Node): boolean => !isStandard(node) && !moduleOf(node).startsWith('.');
  const others = statements.filter(isPackage);
  const next = others.find((node) => moduleOf(node) > (/^\w+ (\S+)/.exec(lines[0] ?? '')?.[1] ?? ''));
  const last = others.at(-1) ?? statements.findLast(isStandard);
  if (next) {
    return [insertion(next.startIndex, code + eol)];
  }
  if (last) {
    return [insertion(lineEnd(text, last.endIndex), eol.repeat(others.length > 0 ? 1 : 2) + code)];
  }
  const head = headEnd(root);
  return [insertion(head, head === 0 ? code + eol : eol + eol + code)];
}

function placeStandard(
  lines: readonly string[],
  statements: Node[],
  text: string,
  root: Node,
  eol: string,
): TextEdit[] {
  if (lines.length === 0) {
    return [];
  }
  const block = statements.filter(isStandard);
  const first = statements[0];
  if (block.length === 0) {
    const code = lines.join(eol);
    const head = headEnd(root);
    return first
      ? [insertion(first.startIndex, code + eol + eol)]
      : [insertion(head, head === 0 ? code + eol : eol + eol + code)];
  }
  const edits: TextEdit[] = [];
  const key = (isFrom: boolean, module: string): string => `${isFrom ? 1 : 0} ${module}`;
  const last = block.at(-1);
  for (const line of lines) {
    const mine = key(line.startsWith('from'), /^\w+ (\S+)/.exec(line)?.[1] ?? '');
    const next = block.find((node) => key(node.type === 'import_from_statement', moduleOf(node)) > mine);
    if (next) {
      edits.push(insertion(next.startIndex, line + eol));
    } else if (last) {
      edits.push(insertion(lineEnd(text, last.endIndex), eol + line));
    }
  }
  return edits;
}

/** Where the first import of a file without imports belongs: after `from __future__`, the docstring and the comments. */
export function headEnd(root: Node): number {
  let end = 0;
  for (const node of root.namedChildren) {
    const docstring = node?.type === 'expression_statement' && children(node)[0]?.type === 'string';
    if (!node || !(docstring || node.type === 'comment' || node.type === 'future_import_statement')) {
      break;
    }
    end = node.endIndex;
  }
  return end;
}
