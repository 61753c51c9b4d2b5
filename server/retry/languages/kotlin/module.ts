import { children } from '../../nodes';
import { type HandlerModule, joinBlocks } from '../../shapes/module';

/** Files of one package see each other. */
export const kotlinModule: HandlerModule = {
  names: ({ name }) => (name === 'executeWithBackoff' ? ['OkHttpBackoff.kt'] : ['Backoff.kt', 'HttpBackoff.kt']),
  fromElsewhere: false,
  sharesNames: true,
  write({ imports, definitions }, _, source) {
    const clause = children(source.root).find(({ type }) => type === 'package_header')?.text ?? '';
    const seen = definitions.map(({ text }) => text.replace(/^private (?=fun )/m, 'internal '));
    return joinBlocks([clause, usedImports(imports, seen.join('\n')).join('\n'), ...seen], source);
  },
  use: () => [],
  isUse: () => false,
};

/** The imports that code uses, in order. */
export function usedImports(lines: readonly string[], code: string): string[] {
  return lines.filter((line) => new RegExp(`\\b${/\w+$/.exec(line)?.[0] ?? ''}\\b`).test(code)).toSorted();
}
