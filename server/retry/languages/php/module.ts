import { children, nodesOfType } from '../../nodes';
import { lineEnd } from '../../placement';
import { type HandlerModule, joinBlocks, wordsOf } from '../../shapes/module';
import { insertion } from '../../textEdits';

/** What stands above the code of a file. */
const headTypes = new Set(['php_tag', 'declare_statement', 'namespace_definition', 'namespace_use_declaration']);

export const phpModule: HandlerModule = {
  names({ name }) {
    const own = wordsOf(name.replace(/^(?:with|or)(?=[A-Z])|With/, ''), '-');
    return [`${own}.php`, `http-${own}.php`];
  },
  fromElsewhere: true,
  sharesNames: true,
  // The mark says that the handler is a function, also where the call is in a class.
  calledAs: ({ name }) => `\\${name}`,
  write({ definitions }, _, source, __, needs) {
    const namespace = nodesOfType(source.root, 'namespace_definition')[0]?.text.replace(/\s*(?:\{[^]*|;)$/, ';') ?? '';
    const required = needs.map((file) => `require_once __DIR__ . '/${file}';`).join('\n');
    return joinBlocks(['<?php', namespace, required, ...definitions.map(({ text }) => text)], source);
  },
  use(_, { path }, { root, text, style: { eol } }) {
    const line = `require_once __DIR__ . '/${path}';`;
    if (text.includes(line) || /namespace\s+[\w\\]+\s*\{/.test(text)) {
      return text.includes(line) ? [] : { refusal: 'This file has namespaces in brackets.' };
    }
    const required = children(root).filter((node) => /^(?:require|include)(?:_once)?\b/.test(node.text));
    const head = children(root).filter(({ type }) => headTypes.has(type));
    const above = required.at(-1) ?? head.at(-1);
    return [insertion(lineEnd(text, above?.endIndex ?? 0), eol.repeat(required.length > 0 ? 1 : 2) + line)];
  },
  isUse: () => false,
};
