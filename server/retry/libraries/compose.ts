import type { Definition, HandlerParts } from '../handlerText';

/**
 * The parts of a handler that a library repeats: its own definitions, and of those that the language's handlers have
 * (`pool`) the ones that these and `roots` need, with the imports of either that are used. A definition of `own` takes
 * the place of one of its name.
 */
export function composeParts(
  own: HandlerParts,
  pool: readonly HandlerParts[],
  imports: (lines: readonly string[], code: string) => readonly string[],
  roots: readonly string[] = [],
): HandlerParts {
  const replaced = new Set(own.definitions.map(({ name }) => name));
  const offered = pool.flatMap(({ definitions }) => definitions);
  const free = offered.filter(({ name }) => !replaced.has(name));
  const wanted = new Set(free.filter(({ name }) => roots.includes(name)));
  const walk = [...own.definitions, ...wanted];
  for (const { text } of walk) {
    for (const definition of needed(text, free).filter((found) => !wanted.has(found))) {
      wanted.add(definition);
      walk.push(definition);
    }
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

function needed(text: string, offered: readonly Definition[]): Definition[] {
  const code = text.replaceAll(/\/\*[^]*?\*\/|"""[^]*?"""|\/\/.*|#.*/g, '');
  return offered.filter(({ name }) => new RegExp(`(?<!\\w)${name}\\b`).test(code));
}

/** Parts as the text of a handler file. */
export function handlerText({ imports, definitions }: HandlerParts, gap: string): string {
  const head = imports.length > 0 ? `${imports.join('\n')}\n${gap}` : '';
  return `${head}${definitions.map(({ text }) => text).join(`\n${gap}`)}\n`;
}
