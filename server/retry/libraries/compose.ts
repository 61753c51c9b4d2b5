import { lastName } from '../nodes';
import { type Definition, type HandlerParts, splitBy, type SplitRules } from '../handlerText';

/**
 * The parts of a handler that a library repeats: its own definitions, and of those that the language's handlers have
 * (`pool`) the ones that these and `roots` need, with the imports of either that are used. A definition of `own` takes
 * the place of one of its name, and so does one of the pool that stands before another.
 */
export function composeParts(
  own: HandlerParts,
  pool: readonly HandlerParts[],
  imports: (lines: readonly string[], code: string) => readonly string[],
  roots: readonly string[] = [],
): HandlerParts {
  const replaced = new Set(own.definitions.map(({ name }) => name));
  const all = pool.flatMap(({ definitions }) => definitions);
  const offered = all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
  const free = offered.filter(({ name }) => !replaced.has(name));
  const wanted = new Set(free.filter(({ name }) => roots.includes(name)));
  for (let more: Definition[] = [...own.definitions]; more.length > 0;) {
    const walked = [...own.definitions, ...wanted];
    const code = walked.map(({ text }) => text).join('\n');
    more = needed(code, free).filter((found) => !wanted.has(found) && isOfOne(walked, found));
    more.forEach((found) => wanted.add(found));
  }
  const place = offered.findIndex(({ name }) => replaced.has(name));
  const isAbove = (definition: Definition): boolean => offered.indexOf(definition) < place;
  const others = free.filter((definition) => wanted.has(definition));
  const definitions = [
    ...others.filter(isAbove),
    ...own.definitions,
    ...others.filter((definition) => !isAbove(definition)),
  ];
  const code = definitions.map(({ text }) => text).join('\n');
  const lines = [...new Set([...own.imports, ...pool.flatMap((parts) => parts.imports)])];
  return { imports: imports(lines, code), definitions };
}

/** Whether a definition belongs to no type, or to one of some definitions: `reconnect.open`. */
function isOfOne(definitions: readonly Definition[], { name }: Definition): boolean {
  const type = /^(.*)\./.exec(name)?.[1];
  return type === undefined || definitions.some((found) => found.name === type);
}

function needed(text: string, offered: readonly Definition[]): Definition[] {
  const code = text.replaceAll(/\/\*[^]*?\*\/|"""[^]*?"""|\/\/.*|#.*/g, '');
  return offered.filter(({ name }) => new RegExp(`(?<!\\w)${lastName(name)}\\b`).test(code));
}

/** A definition that holds others: the lines above them, these, and the line that closes it. */
const moduleShape = /^([^]*?^(?:module|mod) .*\n)([^]*)(\n.+)$/m;

/**
 * The handler that a library repeats, where a handler is one module: `own` with its members, composed as other parts
 * are of the members of the modules `pool`.
 */
export function composeModule(
  own: Definition,
  pool: readonly Definition[],
  members: SplitRules,
  imports: (lines: readonly string[], code: string) => readonly string[],
): Definition {
  const [, head = '', body = '', foot = ''] = moduleShape.exec(own.text) ?? [];
  const offered = pool.map(({ text }) => splitBy(members, moduleShape.exec(text)?.[2] ?? ''));
  const composed = handlerText(composeParts(splitBy(members, body), offered, imports), '\n').trimEnd();
  return { name: own.name, text: head + composed + foot };
}

/** The parts of several texts, in their order. */
export function joinParts(parts: readonly HandlerParts[]): HandlerParts {
  return {
    imports: parts.flatMap(({ imports }) => imports),
    definitions: parts.flatMap(({ definitions }) => definitions),
  };
}

/** Parts as the text of a handler file. */
export function handlerText({ imports, definitions }: HandlerParts, gap: string): string {
  const head = imports.length > 0 ? `${imports.join('\n')}\n${gap}` : '';
  return `${head}${definitions.map(({ text }) => text).join(`\n${gap}`)}\n`;
}
