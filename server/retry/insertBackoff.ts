import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import type { Strategy } from '../../shared/catalog/catalog';
import { dialectOf } from './dialect';
import { type HandlerFile, handlerFor, handlerNames } from './handlerFiles';
import { adapt, type Definition, sameCode, splitHandler } from './handlerText';
import type { HttpCall } from './httpCall';
import { children, covers, dottedName, field, isFunction, lastName, nodesOfType, outward } from './nodes';
import { lineEnd, mergeImports } from './pythonImports';
import { isDefinedInTime, placeAbove } from './pythonPlace';
import { handWrittenRetry } from './retryLoops';
import { readStyle, type SourceStyle } from './sourceStyle';
import { insertion, sortEdits, type TextEdit, type TextEdits } from './textEdits';
import { numbersOf } from './wrapping';
import { wrapPythonCall } from './wrapPython';
import { wrapScriptCall } from './wrapScript';

/** Why a call is left alone. */
export interface Refusal {
  readonly refusal: string;
}

export function isRefusal(value: object): value is Refusal {
  return 'refusal' in value;
}

/**
 * The edits that make a call back off: the call is wrapped, and the handler is added to the file unless it is there.
 * No edits when the call is wrapped already.
 */
export function planBackoff(
  text: string,
  tree: Tree,
  languageId: string,
  call: HttpCall,
  options: { readonly strategy?: Strategy } = {},
): TextEdits | Refusal {
  const dialect = dialectOf(tree, languageId);
  if (!dialect) {
    return { refusal: `There is no retry handler for ${languageId} yet.` };
  }
  const { language, root } = dialect;
  const retrier = retrierAround(call.args);
  if (retrier) {
    return handlerNames.has(retrier) ? [] : { refusal: `This call is already retried by ${retrier}.` };
  }
  const repeated = handWrittenRetry(call.args);
  if (repeated !== undefined) {
    return { refusal: repeated };
  }
  const handler = handlerFor(language, call.async);
  const style = readStyle(text, root, language);
  const context = { text, root, style };
  const wrap = language === 'python' ? wrapPythonCall : wrapScriptCall;
  const wrapped = wrap(call, handler.name, numbersOf(options.strategy), context);
  if (isRefusal(wrapped)) {
    return wrapped;
  }
  const added = addHandler(handler, language, root, style, text, call);
  return isRefusal(added) ? added : sortEdits([...added, wrapped]);
}

/** Functions and decorators of well-known libraries that repeat what they are given. */
const retriers = /^(?:p?[rR]etry|asyncRetry|backOff|withRetry|retryAsync|retry_call|on_exception|on_predicate)$/;

/** What repeats the call already: a function around it, or a decorator of the function that it is in. */
function retrierAround(node: Node): string | undefined {
  for (const outer of outward(node)) {
    const callee = lastName(dottedName(field(outer, 'function')));
    if (callee && (handlerNames.has(callee) || retriers.test(callee)) && covers(outer, node)) {
      return callee;
    }
    for (const decorator of outer.type === 'decorated_definition' ? children(outer) : []) {
      const expression = decorator.type === 'decorator' ? children(decorator)[0] : undefined;
      const name = dottedName(field(expression, 'function') ?? expression);
      if (name && retriers.test(lastName(name))) {
        return name;
      }
    }
  }
  return undefined;
}

/** The edits that add the definitions of a handler which a file does not have. */
function addHandler(
  handler: HandlerFile,
  language: 'typescript' | 'javascript' | 'python',
  root: Node,
  style: SourceStyle,
  text: string,
  call: HttpCall,
): TextEdit[] | Refusal {
  const present = definitions(root);
  const own = present.get(handler.name);
  if (own !== undefined) {
    if (!isHandler(own, handler) || isNamedElsewhere(root, handler.name)) {
      return { refusal: `This file has a ${handler.name} of its own, which may work differently.` };
    }
    return language !== 'python' || isDefinedInTime(root, call.args, own.startIndex) ? [] : tooLate(handler.name);
  }
  if (mentions(root, handler.name).length > 0) {
    return { refusal: `This file uses a ${handler.name} from elsewhere, which may work differently.` };
  }
  const { imports, definitions: parts } = splitHandler(handler.text);
  const clash = parts.find(
    ({ name, text: part }) => present.has(name) && !sameCode(present.get(name)?.text ?? '', part),
  );
  if (clash) {
    return { refusal: `This file has a ${clash.name} of its own, which the handler would replace.` };
  }
  const missing = parts.filter(({ name }) => !present.has(name));
  // The handlers for plain and for awaited calls share their lower half.
  const shared = parts.flatMap(({ name }) => present.get(name)?.endIndex ?? []);
  const after = shared.length > 0 ? lineEnd(text, Math.max(...shared)) : undefined;
  if (language === 'python' && after !== undefined && !isDefinedInTime(root, call.args, after)) {
    return tooLate(parts.find(({ name }) => present.has(name))?.name ?? handler.name);
  }
  return language === 'python'
    ? addPython(missing, imports, root, style, text, call, after)
    : addScript(missing, language, style, text);
}

function tooLate(name: string): Refusal {
  return { refusal: `${name} is defined below this call, which may run before it; move ${name} up first.` };
}

/** Top-level definitions and imported names of a file. An imported name maps to its import. */
function definitions(root: Node): Map<string, Node> {
  const found = new Map<string, Node>();
  for (const statement of children(root)) {
    const definition = field(statement, 'declaration') ?? field(statement, 'definition') ?? statement;
    const declared = definition.type.includes('declaration') ? nodesOfType(definition, 'variable_declarator') : [];
    const assigned = definition.type === 'expression_statement' ? field(children(definition)[0], 'left') : undefined;
    for (const name of [field(definition, 'name'), assigned, ...declared.map((node) => field(node, 'name'))]) {
      if (name && !definition.type.startsWith('import')) {
        found.set(name.text, definition);
      }
    }
    if (statement.type.startsWith('import')) {
      for (const name of nodesOfType(statement, 'identifier')) {
        found.set(name.text, statement);
      }
    }
  }
  return found;
}

/** Whether a definition is the handler, perhaps changed by its owner: a function with the same parameters. */
function isHandler(node: Node, handler: HandlerFile): boolean {
  const names = children(field(node, 'parameters')).flatMap((parameter) => {
    const name = field(parameter, 'pattern') ?? field(parameter, 'name') ?? parameter;
    const bare = /^typed_/.test(name.type) ? (children(name)[0] ?? name) : name;
    return bare.type === 'keyword_separator' ? [] : bare.text;
  });
  return isFunction(node) && names.toSorted().join() === handler.parameters.toSorted().join() && names[0] === 'call';
}

/** Where a file uses a name that is not that of a property. */
function mentions(root: Node, name: string): Node[] {
  return nodesOfType(root, ['identifier', 'shorthand_property_identifier_pattern']).filter(
    (node) => node.text === name && field(node.parent, 'attribute')?.id !== node.id,
  );
}

/** Whether a name means something else in a part of the file: anything but a call, or the function at the top. */
function isNamedElsewhere(root: Node, name: string): boolean {
  return mentions(root, name).some(({ id, parent }) => {
    const definition = field(parent, 'name')?.id === id && parent && isFunction(parent) ? parent.parent : undefined;
    const atTop = definition?.parent === null || definition?.parent?.parent === null;
    const isUsed =
      field(parent, 'function')?.id === id || /^(?:arguments|argument_list|export_specifier)$/.test(parent?.type ?? '');
    return !(definition && atTop) && !isUsed;
  });
}

/** Function declarations are hoisted, so the handler goes to the end, out of the way. */
function addScript(
  parts: Definition[],
  language: 'typescript' | 'javascript',
  style: SourceStyle,
  text: string,
): TextEdit[] {
  const { eol } = style;
  const code = parts.map((part) => adapt(part.text, style, language)).join(eol + eol);
  const end = text.trimEnd().length;
  const finalEol = text.length === 0 || text.endsWith('\n') ? eol : '';
  return [{ range: { start: end, end: text.length }, newText: `${eol}${eol}${code}${finalEol}` }];
}

/** Directly above the first use, or below the parts that are there, with empty lines on both sides. */
function addPython(
  parts: Definition[],
  imports: string[],
  root: Node,
  style: SourceStyle,
  text: string,
  call: HttpCall,
  after: number | undefined,
): TextEdit[] {
  const { eol } = style;
  const at = after ?? placeAbove(root, call.args, text);
  const merged = mergeImports(imports, text, root, style, at);
  const code = parts
    .map((part) => rename(adapt(part.text, style, 'python'), merged.renamed))
    .map((part, index) => (index === 0 ? '' : eol.repeat(3)) + part)
    .join('');
  const gap = /^(?:[ \t]*\r?\n)*/.exec(text.slice(at))?.[0].split('\n').length ?? 1;
  const before = text.slice(at).trim() === '' ? '' : eol.repeat(Math.max(0, 4 - gap));
  // One empty line parts a variable from what is above, two part functions from everything.
  const above = children(root).findLast(({ endIndex }) => endIndex <= at);
  const isTight = parts[0]?.text.startsWith('_') && !/definition$/.test(above?.type ?? '');
  const lead = eol.repeat((at === 0 ? 0 : 1) + (isTight ? 1 : 2));
  return [...merged.edits, insertion(at, lead + code + (at === 0 ? eol.repeat(3) : before))];
}

function rename(code: string, renamed: ReadonlyMap<string, string>): string {
  let result = code;
  for (const [name, alias] of renamed) {
    // A module is always followed by a dot; the words of docstrings are not.
    const use = /^[a-z]+$/.test(name) ? `${name}(?=\\.\\w)` : `${name}\\b`;
    result = result.replaceAll(new RegExp(`(?<![.\\w])${use}`, 'g'), alias);
  }
  return result;
}
