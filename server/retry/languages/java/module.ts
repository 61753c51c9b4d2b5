import { children } from '../../nodes';
import { type HandlerModule, joinBlocks } from '../../shapes/module';
import { usedImports } from './place';

/** Classes of one package see each other. */
export const javaModule: HandlerModule = {
  names: ({ definition = '' }) => [`${definition}.java`],
  fromElsewhere: false,
  sharesNames: true,
  // The compiler warns of a class that is used from another file than its own.
  fileOf: ({ name }) => `${name}.java`,
  write({ imports, definitions }, _, source) {
    const clause = children(source.root).find(({ type }) => type === 'package_declaration')?.text ?? '';
    const code = definitions.map(({ text }) => text).join('\n');
    return joinBlocks([clause, usedImports(imports, code).join('\n'), ...definitions.map(({ text }) => text)], source);
  },
  use: () => [],
  isUse: () => false,
};
