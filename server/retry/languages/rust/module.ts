import { addImportLines } from '../../importLines';
import { children, field } from '../../nodes';
import { type HandlerModule, joinBlocks } from '../../shapes/module';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';

/** Files whose modules lie beside them; the modules of any other lie in a folder of its name. */
const roots = /^(?:main|lib|mod|build)\.rs$/;

export const rustModule: HandlerModule = {
  names: ({ definition = '' }, document) => {
    const own = document.replace(/\.rs$/, '');
    return roots.test(document) ? [`${definition}.rs`] : [`${own}/${definition}.rs`, `${definition}.rs`];
  },
  fromElsewhere: false,
  write({ definitions }, { definition }, source, { document, path }) {
    if (!roots.test(document) && !path.includes('/')) {
      return { refusal: 'The file that a new module would be declared in is not known.' };
    }
    const { handlerIndent } = source.language.style;
    // The file is the module of the handler, and the modules that this needs are inside of it.
    const isMain = (name: string): boolean => name === definition;
    const main = definitions.find(({ name }) => isMain(name))?.text ?? '';
    const body = main
      .replaceAll(/^\/\/\/ /gm, '//! ')
      .replace(/^mod \w+ \{\n/m, '\n')
      .replace(/\n\}$/, '')
      .replaceAll(new RegExp(`^${handlerIndent}`, 'gm'), '')
      .replaceAll(/^use super::(?:\w+|\{[\w, ]+\});\n/gm, '')
      .replaceAll(/^use super::/gm, 'use self::');
    const others = definitions.filter(({ name }) => !isMain(name)).map(({ text }) => text);
    return joinBlocks([body, ...others], source);
  },
  use({ definition = '' }, file, source) {
    const isBeside = roots.test(file.document) || file.path.includes('/');
    return isBeside ? declare(`mod ${definition};`, source) : declareUse(`use crate::${definition};`, source);
  },
  isUse: (definition) =>
    (definition.type === 'mod_item' && !field(definition, 'body')) || /^use crate::\w+;$/.test(definition.text),
};

/** Among the modules that the file declares, else above its first item. */
function declare(line: string, source: Source): TextEdit[] {
  const declared = children(source.root).filter((item) => item.type === 'mod_item' && !field(item, 'body'));
  return declared.length > 0 ? addImportLines(declared, [line], (text) => text, source) : [aboveItems(line, source)];
}

function declareUse(line: string, source: Source): TextEdit[] {
  const used = children(source.root).filter(
    ({ type, text }) => type === 'use_declaration' && /^use crate\b/.test(text),
  );
  return used.length > 0 ? addImportLines(used, [line], (text) => text, source) : [aboveItems(line, source)];
}

function aboveItems(line: string, { root, style: { eol } }: Source): TextEdit {
  const first = children(root).find(({ type }) => type !== 'inner_attribute_item');
  return insertion(first?.startIndex ?? 0, line + eol + eol);
}
