import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { part } from './grammar';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/**
 * Numbers beside the words that they come with, whatever holds both: a pair, a row, the fields of a record, the
 * arguments of a call.
 */

/** Children of a node that are looked at, levels below it, and texts. */
const mostItems = 40;
const mostLevels = 2;
const mostTexts = 12;
/** Levels of nodes around a literal that only hold it. */
const mostWraps = 3;

/** A status beside its reason phrase: `[404, 'Not Found']`, `texts.set(404, 'Not Found')`. */
export function besidePhrase(
  { file, knowledge }: Reading,
  node: Node,
  range: Candidate['range'],
  statuses: readonly Entry[],
): Candidate[] {
  const number = statuses[0]?.value;
  const isNamed =
    number !== undefined &&
    Number(number) >= 400 &&
    textsBeside(file, node).some((text) => knowledge.isReasonPhrase(number, beginningOf(text)));
  return candidate(range, 'status', isNamed ? statuses : [], 0.8, 'beside its reason phrase');
}

/** What a text says before it goes on to explain: `Not Found`, of `Not Found (no such page)`. */
function beginningOf(text: string): string {
  return text.split(/[.!:;,([\u2013\u2014]| - /)[0] ?? '';
}

/** A code of a vendor beside its message: `{ code: 32, message: 'Could not authenticate you.' }`. */
export function besideMessage(
  { file, knowledge }: Reading,
  node: Node,
  range: Candidate['range'],
  codes: readonly Entry[],
): Candidate[] {
  const said =
    codes.length === 0
      ? []
      : textsBeside(file, node).flatMap((text) => {
          const [message] = knowledge.messages.find(text);
          return message?.range.start === 0 ? message.entries : [];
        });
  const own = codes.filter((entry) => said.includes(entry));
  return candidate(range, 'code', own, 0.8, 'beside its message');
}

/** The texts beside a literal in what holds it. */
function textsBeside(file: SourceFile, literal: Node): string[] {
  let node = literal;
  for (let level = 0; level < mostWraps; level++) {
    const { parent } = node;
    const shape = parent && file.shape(parent);
    switch (shape?.is) {
      case 'wrap':
        node = parent as Node;
        break;
      case 'pair': {
        const value = part(parent as Node, shape.value);
        const isKey = value !== null && node.startIndex < value.startIndex;
        const around = isKey ? [value] : others(parent?.parent, parent);
        return textsIn(file, around, mostLevels);
      }
      case 'map':
        return node.nextNamedSibling ? textsIn(file, [node.nextNamedSibling], mostLevels) : [];
      case 'list':
      case 'arguments': {
        // `texts[404] = 'Not Found'`, and of C# `[404] = ("Not Found", true)`
        const bind = parent && file.around(parent, ['bind', 'block'], 2);
        const bound = bind && file.shape(bind);
        const isKey = bind && bound?.is === 'bind' && part(bind, bound.name)?.type === 'element_binding_expression';
        return textsIn(
          file,
          isKey ? [part(bind, bound.value)].filter((value) => value !== null) : others(parent, node),
          isKey ? mostLevels : 0,
        );
      }
      default:
        return [];
    }
  }
  return [];
}

function others(parent: Node | null | undefined, own: Node | null): Node[] {
  const items = parent && parent.namedChildCount <= mostItems ? parent.namedChildren : [];
  return items.filter((item): item is Node => item !== null && item.id !== own?.id);
}

/** The texts that nodes are, or hold as values, items and arguments. */
function textsIn(file: SourceFile, nodes: readonly Node[], levels: number): string[] {
  const texts: string[] = [];
  for (const node of nodes) {
    const shape = file.shape(node);
    if (shape?.is === 'string') {
      texts.push(file.contentOf(node));
    } else if (shape?.is === 'pair' || shape?.is === 'wrap') {
      const value = part(node, shape.value);
      texts.push(...(value ? textsIn(file, [value], levels) : []));
    } else if (shape?.is === 'call' && levels > 0) {
      texts.push(...textsIn(file, file.args(node), levels - 1));
    } else if (levels > 0 && (shape?.is === 'list' || shape === undefined || shape.is === 'map')) {
      texts.push(...textsIn(file, others(node, null), levels - 1));
    }
    if (texts.length >= mostTexts) {
      break;
    }
  }
  return texts;
}
