import { children } from '../../nodes';
import { lineEnd } from '../../placement';
import { type HandlerModule, joinBlocks } from '../../shapes/module';
import { insertion } from '../../textEdits';
import { headOf } from './place';

export const shellModule: HandlerModule = {
  names({ name }) {
    const bare = name.replace(/^curl_(?:with_)?/, '');
    return [`${bare}.sh`, `curl_${bare}.sh`];
  },
  fromElsewhere: true,
  write: ({ definitions }, _, source) =>
    joinBlocks(['# shellcheck shell=sh', ...definitions.map(({ text }) => text)], source),
  use(_, { path }, { root, text, style: { eol } }) {
    const isBash = /^#!.*\bbash\b/.test(text);
    const line = isBash ? `source "$(dirname "\${BASH_SOURCE[0]}")/${path}"` : `. "$(dirname "$0")/${path}"`;
    if (text.includes(`/${path}"`)) {
      return [];
    }
    const settings = children(root);
    const end = settings.findIndex((node) => !/^(?:set|shopt|\.|source) /.test(node.text));
    const last = settings.slice(0, end < 0 ? undefined : end).at(-1);
    return last
      ? [insertion(lineEnd(text, last.endIndex), eol + line)]
      : [insertion(headOf(text), (headOf(text) > 0 ? eol : '') + line + eol + (headOf(text) > 0 ? '' : eol))];
  },
  isUse: () => false,
};
