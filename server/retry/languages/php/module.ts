import { children, nodesOfType } from '../../nodes';
import { lineEnd } from '../../placement';
import { type HandlerModule, joinBlocks } from '../../shapes/module';
import { insertion } from '../../textEdits';

/** What stands above the code of a file. */
const headTypes = new Set(['php_tag', 'declare_statement', 'namespace_definition', 'namespace_use_declaration']);

export const phpModule: HandlerModule = {
  names({ name }) {
    const own = name === 'curlWithBackoff' ? 'curl-backoff' : 'backoff';
    return [`${own}.php`, `http-${own}.php`];
  },
  fromElsewhere: true,
  // The mark says that the handler is a function, also where the call is in a class.
  calledAs: ({ name }) => `\\${name}`,
  write({ definitions }, _, source) {
    const namespace = nodesOfType(source.root, 'namespace_definition')[0]?.text.replace(/\s*(?:\{[^]*|;)$/, ';') ?? '';
    return joinBlocks(['<?php', namespace, ...definitions.map(({ text }) => text)], source);
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
