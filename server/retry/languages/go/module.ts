import type { HandlerParts } from '../../handlerText';
import { children } from '../../nodes';
import { type HandlerModule, joinBlocks } from '../../shapes/module';

/** Files of one package see each other. */
export const goModule: HandlerModule = {
  names: (_, document) =>
    ['backoff', 'http_backoff'].map((name) => `${name}${document.endsWith('_test.go') ? '_test' : ''}.go`),
  fromElsewhere: false,
  write({ imports, definitions }, _, source) {
    const clause = children(source.root).find(({ type }) => type === 'package_clause')?.text ?? 'package main';
    return joinBlocks([goFile(clause, { imports, definitions }).trimEnd()], source);
  },
  use: () => [],
  isUse: () => false,
};

/** A file of Go: its package clause, its imports (a line each, indented), and its definitions. */
export function goFile(clause: string, { imports, definitions }: HandlerParts): string {
  const block = imports.length > 0 ? [`import (\n${imports.join('\n')}\n)`] : [];
  return `${[clause, ...block, ...definitions.map(({ text }) => text)].join('\n\n')}\n`;
}
