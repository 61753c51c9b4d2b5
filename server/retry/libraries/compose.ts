import type { Definition, HandlerParts } from '../handlerText';

/**
 * The parts of a handler that a library repeats: its own definitions, and of the handlers of the language (`pool`) the
 * definitions that these need, with the imports of either that are used. A definition of `own` replaces one of its name.
 */
export function composeParts(
  own: HandlerParts,
  pool: readonly HandlerParts[],
  imports: (lines: readonly string[], code: string) => readonly string[],
): HandlerParts {
  const found = new Map(own.definitions.map((definition) => [definition.name, definition]));
  const offered = new Map(
    pool.flatMap(({ definitions }) => definitions).map((definition) => [definition.name, definition]),
  );
  for (const { text } of found.values()) {
    for (const definition of needed(text, offered)) {
      // A map gives what is added while it is walked through, so this follows the needs of the needed.
      found.set(definition.name, found.get(definition.name) ?? definition);
    }
  }
  const definitions = [
    ...own.definitions,
    ...[...offered.values()].filter(({ name, text }) => found.get(name)?.text === text),
  ];
  const code = definitions.map(({ text }) => text).join('\n');
  const lines = [...new Set([...own.imports, ...pool.flatMap((parts) => parts.imports)])];
  return { imports: imports(lines, code), definitions };
}

function needed(text: string, offered: ReadonlyMap<string, Definition>): Definition[] {
  const code = text.replaceAll(/\/\*[^]*?\*\/|"""[^]*?"""|\/\/.*|#.*/g, '');
  return [...offered.values()].filter(({ name }) => new RegExp(`(?<!\\w)${name}\\b`).test(code));
}

/** Parts as the text of a handler file. */
export function handlerText({ imports, definitions }: HandlerParts, gap: string): string {
  const head = imports.length > 0 ? `${imports.join('\n')}\n${gap}` : '';
  return `${head}${definitions.map(({ text }) => text).join(`\n${gap}`)}\n`;
}
