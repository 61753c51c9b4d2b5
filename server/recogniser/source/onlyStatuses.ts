import type { Node } from '@vscode/tree-sitter-wasm';
import { isWellKnown } from '../wellKnownStatuses';
import { isConversion } from './calls/callNames';
import { part, type Part } from './grammar';
import { isRegistered } from './maps';
import { isNumberOfThings } from './numbersOfThings';
import { isOther } from './names';
import type { SourceFile } from './sourceFile';

/**
 * Lists, sets and keys of maps that hold statuses and nothing else, two or more of which everybody knows: `IGNORED = [404, 410]`,
 * `TEXTS = {401: "barred", 404: "lost"}`.
 * What they are called says that they have to do with errors: anything else may be numbered so, too.
 */

/** Levels of nodes from a number to what its list is given to. */
const mostLevels = 8;
/** A longer list is data, in UTF-16 units. */
const longestList = 600;
const fewestKnown = 2;
const fewestKnownOfKeys = 3;

/** What makes a list of what it is given. */
const makesList =
  /^(?:asList|of|ofEntries|listOf|setOf|mapOf|newHashSet|newSet|Set|List|Array|Map|vec|hashset|hashmap|contains)$/;
/** Names of what statuses are listed for. */
const listed =
  /ignor|retr(?:y|ies|iable)|fatal|transient|perman|terminal|error|fail|bad|known|skip|allow|accept|expect|valid|handled|texts?$|titles?$|messages?$|reasons?$|phrases?$|descriptions?$|names$|codes?$|status|http|respon/i;
const strings = /[fFbruL@$]{0,2}"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`\n]*`/g;
/** A status that a shell or a list of texts writes so. */
const quoted = /["'](\d{3})["']/g;
/** What stands between numbers, their strings taken away: separators, brackets, types. */
const between =
  /^(?:\D|(?<=[a-z])\d+)*(?:\b\d{3}(?:_?[ui](?:8|16|32|64|size))?\b[\s,:=>|[\]{}()+;?-]*(?:to\b[\s,()]*)?(?:new\b[\s[\]{}()]*)?)+$/;

/** Names that say nothing of what is listed: of their keys three must be known. */
const neutral = /^(?:m|map|mapping|mappings|table|lookup|dict|handlers?|actions?|cases|branches)$/i;
/** Numbers that are keys, each with a value. */
const keysOnly = /^(?:\D|(?<=[a-z])\d+)*(?:\b\d{3}\]?\s*(?::|=>?|to\b|,\s*\))\D*)+$/;

/** Whether a number is an item or a key of what holds statuses only. */
export function isOfStatusesOnly(file: SourceFile, literal: Node): boolean {
  const holder = holderOf(file, literal);
  if (!holder || isNumberOfThings(holder.name) || isOther(holder.name)) {
    return false;
  }
  return file.once(`statuses only: ${holder.name}`, holder.list, () => {
    const text = file.textOf(holder.list, longestList).replace(strings, '');
    return listed.test(holder.name)
      ? areStatusesOnly(text, fewestKnown)
      : neutral.test(holder.name) && keysOnly.test(text) && areStatusesOnly(text, fewestKnownOfKeys);
  });
}

/**
 * Whether a loop goes through statuses and nothing else, two at least of which one is such that everybody knows:
 * `for code in 500 502; do`.
 * @param list what it goes through, of a shell all of its words
 */
export function goesThroughStatuses(file: SourceFile, loop: Node, list: Part): boolean {
  return file.once('goes through statuses', loop, () => {
    const items = typeof list === 'string' ? loop.childrenForFieldName(list) : [part(loop, list)];
    const [first, last] = [items[0], items.at(-1)];
    const isShort = first && last && last.endIndex - first.startIndex <= longestList;
    const text = isShort ? file.text.slice(first.startIndex, last.endIndex).replace(quoted, '$1') : '';
    return (text.match(/\b\d+/g) ?? []).length > 1 && areStatusesOnly(text, 1, true);
  });
}

/**
 * Whether a text lists statuses and nothing else.
 * @param fewest how many of them everybody knows
 * @param mayBeClass whether they may follow each other from the first of a class on: `500, 501, 502`
 */
function areStatusesOnly(text: string, fewest: number, mayBeClass = false): boolean {
  const numbers = (text.match(/(?<![\w.])\d+(?=\D|$)/g) ?? []).map(Number);
  const errors = new Set(numbers.filter((number) => number >= 400));
  const known = [...errors].filter((number) => isWellKnown(number.toString())).length;
  const isRow = numbers.length > 2 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return (
    between.test(text) &&
    numbers.every(isRegistered) &&
    new Set(numbers).size === numbers.length &&
    (!isRow || (mayBeClass && /^[45]00$/.test(String(numbers[0])))) &&
    known >= fewest
  );
}

interface Holder {
  readonly list: Node;
  readonly name: string;
}

/** The list that a number is in, all of it, and the name that it is given to. */
function holderOf(file: SourceFile, literal: Node): Holder | undefined {
  let node = literal;
  let list: Node | undefined;
  for (let level = 0; node.parent && level < mostLevels; level++) {
    const { parent } = node;
    const shape = file.shape(parent);
    switch (shape?.is) {
      case 'pair':
        if (!list && !file.isPart(parent, shape.key, node) && parent.namedChildCount > 1) {
          return undefined;
        }
        break;
      case 'list':
      case 'map':
      case 'arguments':
        // C#: `[404] = "lost"` in an initializer.
        list = parent.type === 'bracketed_argument_list' ? list : parent;
        break;
      case 'call': {
        const { name } = file.callee(parent);
        if (!list || !(makesList.test(name) || isConversion(name) || /(?:Set|List|Map|Dictionary)$/.test(name))) {
          return undefined;
        }
        break;
      }
      case 'bind':
        if (!list && file.isPart(parent, shape.name, node)) {
          break;
        }
        return list && { list, name: file.lastName(part(parent, shape.name)) };
      case 'parameter':
        return list && { list, name: file.lastName(part(parent, shape.name)) };
      case 'wrap':
        if (parent.type === 'initializer_expression') {
          list = parent;
        }
        break;
      case undefined:
        if (file.shape(node)?.is === 'pair') {
          list ??= parent;
          break;
        }
        if (/initializer|_clause$|declarator|element/.test(parent.type)) {
          break;
        }
        return undefined;
      case 'block':
        list = parent;
        break;
      default:
        return undefined;
    }
    node = parent;
  }
  return undefined;
}

/** The list that a number is an item of, where all of its items are numbers of statuses. */
export function listAround(file: SourceFile, literal: Node): number | undefined {
  const list = file.around(literal, ['list'], 1);
  const items = list?.namedChildren.map((item) => item?.text ?? '') ?? [];
  return items.length > 1 && items.every((item) => /^[1-5]\d\d$/.test(item) && isRegistered(Number(item)))
    ? list?.id
    : undefined;
}
