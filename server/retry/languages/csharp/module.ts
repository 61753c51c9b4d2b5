import { field, nodesOfType } from '../../nodes';
import { type HandlerModule, joinBlocks } from '../../shapes/module';

const namespaces = ['namespace_declaration', 'file_scoped_namespace_declaration'];

/** Classes of one namespace see each other. */
export const csharpModule: HandlerModule = {
  names: ({ definition = '' }) => [`${definition}.cs`],
  fromElsewhere: false,
  sharesNames: true,
  write({ imports, definitions }, _, source) {
    const namespace = nodesOfType(source.root, namespaces)[0];
    const name = field(namespace, 'name')?.text ?? '';
    const body = definitions.map(({ text }) => text).join('\n\n');
    if (namespace?.type !== 'namespace_declaration') {
      return joinBlocks([imports.join('\n'), name && `namespace ${name};`, body], source);
    }
    const inner = body.replaceAll(/^(?=.)/gm, source.language.style.handlerIndent);
    return joinBlocks([imports.join('\n'), `namespace ${name}\n{\n${inner}\n}`], source);
  },
  use: () => [],
  isUse: () => false,
};
