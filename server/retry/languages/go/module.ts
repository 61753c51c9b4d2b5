import type { HandlerParts } from '../../handlerText';
import { children } from '../../nodes';
import { type HandlerModule, joinBlocks, wordsOf } from '../../shapes/module';

/** Files of one package see each other. */
export const goModule: HandlerModule = {
  names({ name }, document) {
    const bare = wordsOf(name.replace(/^(?:with|or)/, ''), '_');
    return [bare, `http_${bare}`].map((file) => `${file}${document.endsWith('_test.go') ? '_test' : ''}.go`);
  },
  fromElsewhere: false,
  sharesNames: true,
  write({ imports, definitions }, _, source) {
    const clause = children(source.root).find(({ type }) => type === 'package_clause')?.text ?? 'package main';
    const used = usedImports(imports, definitions.map(({ text }) => text).join('\n'));
    return joinBlocks([goFile(clause, { imports: used, definitions }).trimEnd()], source);
  },
  use: () => [],
  isUse: () => false,
};

/** A file of Go: its package clause, its imports (a line each, indented), and its definitions. */
export function goFile(clause: string, { imports, definitions }: HandlerParts): string {
  const block = imports.length > 0 ? [`import (\n${imports.join('\n')}\n)`] : [];
  return `${[clause, ...block, ...definitions.map(({ text }) => text)].join('\n\n')}\n`;
}

/** The imports that code uses; those of packages from elsewhere stand last, as gofmt's users part them. */
export function usedImports(lines: readonly string[], code: string): string[] {
  const used = lines.filter((line) => new RegExp(`(?<!\\w)${packageName(line)}\\.`).test(code));
  const isStandard = (line: string): boolean => !line.includes('.');
  const others = used.filter((line) => !isStandard(line));
  return [...used.filter(isStandard).toSorted(), ...(others.length > 0 ? ['', ...others.toSorted()] : [])];
}

/** How most packages are called by the last part of their path. */
function packageName(line: string): string {
  const path = line.replaceAll(/["\t]/g, '').replace(/\/v\d+$/, '');
  return path.slice(path.lastIndexOf('/') + 1).replace(/^go-/, '');
}
