import { addImportLines } from '../../importLines';
import { lineEnd } from '../../placement';
import { type HandlerModule, joinBlocks, wordsOf } from '../../shapes/module';
import { insertion } from '../../textEdits';
import { headOf, requires } from './place';

export const rubyModule: HandlerModule = {
  names({ definition = '' }) {
    const bare = wordsOf(definition, '_');
    return [`${bare}.rb`, `http_${bare}.rb`];
  },
  fromElsewhere: true,
  sharesNames: true,
  write({ imports, definitions }, _, source, __, needs) {
    const required = needs.map((file) => `require_relative '${file.replace(/\.rb$/, '')}'`);
    const head = ['# frozen_string_literal: true', imports.join('\n'), required.join('\n')];
    return joinBlocks([...head, ...definitions.map(({ text }) => text)], source);
  },
  use(_, { path }, source) {
    const { root, text, style } = source;
    const all = requires(root);
    const quote = all.some((line) => line.text.includes('"')) ? '"' : "'";
    const line = `require_relative ${quote}${path.replace(/\.rb$/, '')}${quote}`;
    const relative = all.filter((node) => node.text.startsWith('require_relative'));
    if (relative.length > 0) {
      return addImportLines(relative, [line], (own) => own, source);
    }
    const last = all.at(-1);
    return last
      ? [insertion(lineEnd(text, last.endIndex), style.eol + line)]
      : [insertion(headOf(text), line + style.eol + style.eol)];
  },
  isUse: () => false,
};
