import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from './grammar';
import { hasOwnStatus } from './names';
import { isBehindRange } from './operators';
import type { SourceFile } from './sourceFile';

/** Places of numbers in the syntax: what is true of one number at a place is true of the others there (`agreement.ts`). */

/** Levels of nodes around a number that are looked at. */
const mostLevels = 8;
/** Names that say nothing, or that what is compared came from an answer. */
const neutral =
  /^(?:[cenvx]|it|_|val|value|raw_?value|num|number|rc|ret|res|resp|response|result|reply|answer|err|error|ex|exc|exception|(?:\w*_)?(?:code|status)|\w*(?:Code|Status))$/i;
/** The place of what is compared with a name that says something else. */
export const comparedWithOther = 'compared with another ';
/** Functions that are given what was answered, by their names. */
const ofAnswers =
  /pars|handle|classif|map|err|exception|fault|resp|status|http|code|retr|fail|throw|reject|translate|convert|describe|explain|message/i;
/** Types whose members may be statuses. */
const typeOfStatuses = /err|status|http|network|api|fault|exception|response|code/i;

/** The place of a number in the syntax, by which others at the same place are known. Undefined where it has none. */
export function placeOf(file: SourceFile, literal: Node): string | undefined {
  const isText = file.shape(literal)?.is === 'string';
  let node = literal;
  for (let level = 0; node.parent && level < mostLevels; level++) {
    const { parent } = node;
    const shape = file.shape(parent);
    if (parent.type === 'token_tree') {
      // Rust: the arguments of a call in a macro.
      const name = parent.previousNamedSibling ? file.lastName(parent.previousNamedSibling) : '';
      return !isText && ofAnswers.test(name) && parent.namedChild(0)?.id === node.id
        ? `argument of ${name}`
        : undefined;
    }
    switch (shape?.is) {
      case 'pair': {
        const holder = parent.parent;
        if (file.isPart(parent, shape.key, node) && part(parent, shape.key)?.id !== part(parent, shape.value)?.id) {
          return holder ? `keys of ${holder.id.toString()}` : undefined;
        }
        const call = file.around(parent, ['call'], 4);
        const key = file.lastName(part(parent, shape.key));
        const { name } = call ? file.callee(call) : { name: '' };
        if (call && key !== '' && neutral.test(key) && ofAnswers.test(name)) {
          return `argument ${key} of ${name}`;
        }
        // `{ GONE: { code: 410, … }, BUSY: { code: 503, … } }`
        const outer = holder?.parent?.parent;
        if (
          /^(?:code|status|statusCode)$/.test(key) &&
          holder?.parent &&
          outer &&
          file.shape(holder.parent)?.is === 'pair'
        ) {
          return `${key} of each entry of ${outer.id.toString()}`;
        }
        // A node around each argument has no key.
        if (key !== '' || parent.namedChildCount > 1) {
          return undefined;
        }
        node = parent;
        break;
      }
      case 'map':
        return `keys of ${parent.id.toString()}`;
      case 'list':
        if (parent.parent && file.shape(parent.parent)?.is === 'return') {
          node = parent;
          break;
        }
        return parent.namedChildCount > 1 ? `items of ${parent.id.toString()}` : undefined;
      case 'arm':
        return part(parent, shape.value)?.id === node.id || !parent.parent
          ? undefined
          : `arms of ${parent.parent.id.toString()}`;
      case 'binary': {
        const other = parent.namedChildren.find((child) => child && child.id !== node.id);
        const name = other ? file.lastName(other) : '';
        const prefix = neutral.test(name) ? 'compared with ' : comparedWithOther;
        return name === '' ? undefined : `${prefix}${other?.text.slice(0, 60) ?? ''}`;
      }
      case 'call': {
        const { name } = file.callee(parent);
        const index = file.args(parent).findIndex(({ startIndex }) => startIndex === literal.startIndex);
        if (isText || index < 0) {
          return undefined;
        }
        if (index === 0 && ofAnswers.test(name)) {
          return `argument of ${name}`;
        }
        const arm = file.around(parent, ['arm'], 3);
        return arm?.parent
          ? `argument ${index.toString()} of ${name} in arms of ${arm.parent.id.toString()}`
          : undefined;
      }
      case 'bind': {
        const type = file.around(parent, ['class'], 4);
        const named = type && file.shape(type);
        const name = type && named?.is === 'class' ? file.lastName(part(type, named.name)) : '';
        if (typeOfStatuses.test(name)) {
          return `members of ${type?.id.toString() ?? ''}`;
        }
        // `STATUS_RATE_LIMIT = 429`; that of a thing is its own: `order.status = 404`
        const target = part(parent, shape.name);
        const constant = file.lastName(target);
        const member = target && file.shape(target);
        const owner = member?.is === 'member' ? file.lastName(part(target as Node, member.object)) : '';
        return typeOfStatuses.test(constant) && !hasOwnStatus(owner) ? `constant ${constant}` : undefined;
      }
      case 'return': {
        // `return 409, "taken"`
        const owner = file.around(parent, ['function']);
        const at = node.id === literal.id ? 0 : node.namedChildren.findIndex((item) => item?.id === literal.id);
        return !isText && owner && ofAnswers.test(file.nameOfFunction(owner))
          ? `result ${at.toString()} of ${owner.id.toString()}`
          : undefined;
      }
      case 'range':
        if (isBehindRange(file, parent, node)) {
          return undefined;
        }
        node = parent;
        break;
      case 'function':
      case 'class':
      case 'member':
      case 'index':
        return undefined;
      default:
        node = parent;
    }
  }
  return undefined;
}
