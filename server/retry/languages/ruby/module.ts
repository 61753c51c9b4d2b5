import { addImportLines } from '../../importLines';
import { lineEnd } from '../../placement';
import { type HandlerModule, joinBlocks } from '../../shapes/module';
import { insertion } from '../../textEdits';
import { headOf, requires } from './place';

export const rubyModule: HandlerModule = {
  names: () => ['backoff.rb', 'http_backoff.rb'],
  fromElsewhere: true,
  write: ({ imports, definitions }, _, source) =>
    joinBlocks(['# frozen_string_literal: true', imports.join('\n'), ...definitions.map(({ text }) => text)], source),
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
