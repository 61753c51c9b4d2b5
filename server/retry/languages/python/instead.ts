import type { Instead } from '../../language';
import { children, field, nodesOfType } from '../../nodes';
import { quoted } from '../../sourceStyle';

export const pythonInstead: Instead = {
  body(node) {
    switch (node.type) {
      case 'if_statement':
      case 'elif_clause':
      case 'case_clause':
        return children(field(node, 'consequence'));
      case 'except_clause':
        return children(children(node).find((child) => child.type === 'block'));
      default:
        return undefined;
    }
  },
  logs: /^(?:(?:log|logger|logging|_?LOG(?:GER)?|self\._?log(?:ger)?)\.\w+|print|warnings\.warn)\s*\(/i,
  fail: (message, cause, { style }) => `raise RuntimeError(${quoted(message, style)})${cause ? ` from ${cause}` : ''}`,
  errorName(clause) {
    const alias = field(nodesOfType(clause, 'as_pattern')[0], 'alias');
    const name = children(alias)[0] ?? alias;
    return name?.type === 'identifier' || name?.type === 'as_pattern_target' ? name.text : undefined;
  },
  next: () => 'continue',
  comment: '#',
};
