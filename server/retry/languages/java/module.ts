import { children } from '../../nodes';
import { type HandlerModule, joinBlocks } from '../../shapes/module';

/** Classes of one package see each other. */
export const javaModule: HandlerModule = {
  names: ({ definition = '' }) => [`${definition}.java`],
  fromElsewhere: false,
  write({ imports, definitions }, _, source) {
    const clause = children(source.root).find(({ type }) => type === 'package_declaration')?.text ?? '';
    return joinBlocks([clause, imports.join('\n'), ...definitions.map(({ text }) => text)], source);
  },
  use: () => [],
  isUse: () => false,
};
