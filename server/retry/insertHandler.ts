import type { Node } from '@vscode/tree-sitter-wasm';
import { sameCode } from './handlerText';
import type { HttpCall } from './httpCall';
import { anyRetry, type HandlerFile, isRefusal, type Refusal } from './language';
import { children, covers, field, lastName, nodesOfType, outward } from './nodes';
import { lineEnd } from './placement';
import { handWrittenRetry } from './retryLoops';
import type { ModuleFile } from './shapes/module';
import type { Source } from './source';
import { sortEdits, type TextEdit, type TextEdits } from './textEdits';

/**
 * The edits that hand a call to a handler: the call is wrapped, as `wrap` does it, and the handler is added to the file
 * unless it is there, or brought into it as `place` says. No edits when the call is wrapped already.
 * @param replacesLoop `wrap` takes away what repeats the call by hand
 */
export function insertHandler(
  call: HttpCall,
  handler: HandlerFile,
  wrap: () => TextEdit | TextEdits | Refusal,
  source: Source,
  place: (handler: HandlerFile, source: Source, call: HttpCall) => readonly TextEdit[] | Refusal = addHandler,
  replacesLoop = false,
): TextEdits | Refusal {
  const { language } = source;
  const retrier = retrierAround(call.args, handler, source) ?? settingIn(call.args, source);
  if (retrier) {
    return isCallOf(handler, retrier) ? [] : { refusal: `This call is already retried by ${retrier}.` };
  }
  const repeated = replacesLoop ? undefined : handWrittenRetry(call.args, language.syntax);
  if (repeated) {
    return { refusal: repeated.why };
  }
  const wrapped = wrap();
  if (isRefusal(wrapped)) {
    return wrapped;
  }
  const added = place(handler, source, call);
  return isRefusal(added) ? added : sortEdits([...added, wrapped].flat());
}

/** Whether a callee is the handler, perhaps of an object. Other handlers may be around a call besides this one. */
function isCallOf(handler: HandlerFile, name: string): boolean {
  return `.${name}`.endsWith(`.${handler.name}`);
}

/** Functions and decorators of well-known libraries that repeat what they are given. */
const retriers =
  /^(?:p?[rR]etry|asyncRetry|backOff|withRetry|retryAsync|retry_call|on_exception|on_predicate|with_retry|retriable|(?:\w*W|w)ith_?\w*[rR]econnect|Reconnecting\w+)$/;

/** Whether a function of this dotted name sends again what it is given. */
export function isRepeater(name: string, { language }: Source): boolean {
  const isHandler = language.handlers.some((handler) => isCallOf(handler, name));
  return isHandler || retriers.test(lastName(name)) || language.retriers?.test(name) === true;
}

/** What repeats the call already: a function around it, or a decorator of the function that it is in. */
function retrierAround(node: Node, handler: HandlerFile, source: Source): string | undefined {
  const { calls, callee } = source.language.syntax;
  for (const outer of outward(node)) {
    const name = calls.includes(outer.type) ? callee(outer).name : '';
    const repeats = retriers.test(lastName(name)) || source.language.retriers?.test(name);
    if (name && (isCallOf(handler, name) || repeats) && covers(outer, node)) {
      return isCallOf(handler, name) ? name : lastName(name);
    }
    for (const decorator of outer.type === 'decorated_definition' ? children(outer) : []) {
      const expression = decorator.type === 'decorator' ? children(decorator)[0] : undefined;
      const decorates =
        expression && (calls.includes(expression.type) ? callee(expression).name : expression.text.replace(/\s/g, ''));
      if (decorates && retriers.test(lastName(decorates))) {
        return decorates;
      }
    }
  }
  return undefined;
}

/** What makes the client itself repeat the call: a handler of one of the language's libraries among its arguments. */
function settingIn(args: Node, { language: { libraries = [], syntax } }: Source): string | undefined {
  const settings = libraries.map(({ setting }) => setting);
  return nodesOfType(args, syntax.calls)
    .map((inner) => syntax.callee(inner).name)
    .find((name) => settings.includes(name));
}

/** Whether a file has a handler already, or something of its name. */
export function hasHandler(handler: HandlerFile, { language, root }: Source): boolean {
  return language.definitions(root).has(handler.definition ?? handler.name);
}

/** The edits that add the definitions of a handler which a file does not have. */
function addHandler(handler: HandlerFile, source: Source, call: HttpCall): readonly TextEdit[] | Refusal {
  const { language, root, text } = source;
  const present = language.definitions(root);
  const name = handler.definition ?? handler.name;
  const own = present.get(name);
  if (own !== undefined) {
    if (!isHandler(own, handler, source) || (handler.parameters && isNamedElsewhere(name, source))) {
      return { refusal: `This file has a ${name} of its own, which may work differently.` };
    }
    return isInTime(own.startIndex) ? [] : tooLate(name);
  }
  if (mentions(name, source).length > 0) {
    return { refusal: `This file uses a ${name} from elsewhere, which may work differently.` };
  }
  const { imports, definitions: parts } = language.split(handler.text);
  const clash = parts.find(
    (part) => present.has(part.name) && !sameCode(present.get(part.name)?.text ?? '', part.text),
  );
  if (clash) {
    return { refusal: `This file has a ${clash.name} of its own, which the handler would replace.` };
  }
  const missing = parts.filter((part) => !present.has(part.name));
  // Handlers of one language may share definitions, of which some are there.
  const shared = parts.flatMap((part) => present.get(part.name)?.endIndex ?? []);
  const after = shared.length > 0 ? lineEnd(text, Math.max(...shared)) : undefined;
  if (after !== undefined && !isInTime(after)) {
    return tooLate(parts.find((part) => present.has(part.name))?.name ?? name);
  }
  return language.insert(missing, { source, call, imports, after });

  function isInTime(offset: number): boolean {
    return language.isDefinedInTime?.(call, offset, source) ?? true;
  }
}

/** The edits with which a file uses the handler of another file, unless it has one itself. */
export function useModule(
  file: ModuleFile,
  handler: HandlerFile,
  source: Source,
  call: HttpCall,
): readonly TextEdit[] | Refusal {
  const { root, language } = source;
  const name = handler.definition ?? handler.name;
  const present = language.definitions(root).get(name);
  if (present && language.module?.isUse(present, file) === true) {
    return [];
  }
  if (present && !file.exists) {
    return { refusal: `This file has a ${name} of its own.` };
  }
  return present || !language.module
    ? addHandler(handler, source, call)
    : language.module.use(handler, file, source, call);
}

function tooLate(name: string): Refusal {
  return { refusal: `${name} is defined below this call, which may run before it; move ${name} up first.` };
}

/** Whether a definition is the handler, perhaps changed by its owner: a function with the same parameters. */
function isHandler(node: Node, { parameters, sign = anyRetry }: HandlerFile, { language }: Source): boolean {
  if (!parameters) {
    // Where the handler is a class or a module, a setting that each handler has tells it from others of its name.
    return sign.test(node.text);
  }
  const names = children(field(node, 'parameters')).flatMap((parameter) => {
    const name = field(parameter, 'pattern') ?? field(parameter, 'name') ?? parameter;
    const bare = name.type.startsWith('typed_') ? (children(name)[0] ?? name) : name;
    return bare.type === 'keyword_separator' ? [] : bare.text;
  });
  return (
    language.syntax.functions.has(node.type) &&
    names.toSorted().join() === parameters.toSorted().join() &&
    names[0] === parameters[0]
  );
}

/** Where a file uses a name that is not that of a property. */
function mentions(name: string, { root, language: { syntax } }: Source): Node[] {
  return nodesOfType(root, [...syntax.names, ...syntax.patternNames]).filter(
    (node) => node.text === name && field(node.parent, 'attribute')?.id !== node.id,
  );
}

/** Whether a name means something else in a part of the file: anything but a call, or the function at the top. */
function isNamedElsewhere(name: string, source: Source): boolean {
  const { functions, calls, argumentLists } = source.language.syntax;
  return mentions(name, source).some(({ id, parent }) => {
    const type = parent?.type ?? '';
    const definition = field(parent, 'name')?.id === id && parent && functions.has(type) ? parent.parent : undefined;
    const atTop = definition?.parent === null || definition?.parent?.parent === null;
    const isUsed = calls.includes(type) || argumentLists.has(type) || type === 'export_specifier';
    return !(definition && atTop) && !isUsed;
  });
}
