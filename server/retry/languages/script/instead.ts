import type { Node } from '@vscode/tree-sitter-wasm';
import type { Instead } from '../../language';
import { children, field } from '../../nodes';
import { quoted } from '../../sourceStyle';

export const scriptInstead: Instead = {
  body(node) {
    switch (node.type) {
      case 'if_statement': {
        const body = field(node, 'consequence');
        return body?.type === 'statement_block' ? children(body) : undefined;
      }
      case 'catch_clause':
        return children(field(node, 'body'));
      case 'switch_case': {
        // Cases that share a body: it is that of the last one.
        let at: Node | null = node;
        while (at?.type === 'switch_case' && at.childrenForFieldName('body').length === 0) {
          at = at.nextNamedSibling;
        }
        const body = at?.childrenForFieldName('body').filter((child): child is Node => child !== null) ?? [];
        return body.length === 1 && body[0]?.type === 'statement_block' ? children(body[0]) : body;
      }
      default:
        return undefined;
    }
  },
  logs: /^(?:(?:await )?(?:console|log|logger|logging|_?LOG(?:GER)?|this\.log(?:ger)?)\.\w+|print)\s*\(/i,
  fail(message, cause, { style }) {
    const semicolon = style.semicolons ? ';' : '';
    return `throw new Error(${quoted(message, style)}${cause ? `, { cause: ${cause} }` : ''})${semicolon}`;
  },
  errorName(clause) {
    const name = field(clause, 'parameter');
    return name?.type === 'identifier' ? name.text : undefined;
  },
  next: ({ style }) => `continue${style.semicolons ? ';' : ''}`,
  comment: '//',
};
