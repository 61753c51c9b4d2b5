import type { Node } from '@vscode/tree-sitter-wasm';
import { firstFrom } from '../recogniser/inOrder';

/** Nodes in the order of the text, with where each ends: a node asks the parser's memory each time. */
interface Found {
  readonly nodes: readonly Node[];
  readonly ends: readonly number[];
}

/**
 * The nodes of some types in a tree. Going through a tree costs far more than picking from what was found there, so that
 * is done once, whoever asks for which of them.
 */
export class NodeIndex {
  readonly #ofKey = new Map<string, Found>();
  #byType: ReadonlyMap<string, readonly (readonly [place: number, node: Node])[]> | undefined;

  /** @param types all types that may be asked for */
  constructor(
    private readonly root: Node,
    private readonly types: readonly string[],
  ) {}

  /**
   * The nodes of some types inside a node, itself included, in the order of the text.
   * @param key names the types
   * @param types asked for when the key is new
   */
  inside(node: Node, key: string, types: () => readonly string[]): Node[] {
    let all = this.#ofKey.get(key);
    if (!all) {
      all = this.#find(types());
      this.#ofKey.set(key, all);
    }
    const { nodes, ends } = all;
    const { startIndex, endIndex } = node;
    const found: Node[] = [];
    let index = firstFrom(nodes, startIndex, (at) => at.startIndex);
    for (let at = nodes[index]; at && at.startIndex < endIndex; at = nodes[++index]) {
      if ((ends[index] ?? 0) <= endIndex) {
        found.push(at);
      }
    }
    return found;
  }

  #find(types: readonly string[]): Found {
    this.#byType ??= this.#goThrough();
    const nodes = types
      .flatMap((type) => this.#byType?.get(type) ?? [])
      .sort(([a], [b]) => a - b)
      .map(([, node]) => node);
    return { nodes, ends: nodes.map(({ endIndex }) => endIndex) };
  }

  #goThrough(): Map<string, [number, Node][]> {
    const byType = new Map<string, [number, Node][]>();
    this.root.descendantsOfType([...this.types]).forEach((node, place) => {
      const type = node?.type;
      // Some grammars call a statement like the keyword that it begins with.
      if (node && type !== undefined && (!keyword.test(type) || node.isNamed)) {
        const same = byType.get(type);
        if (same) {
          same.push([place, node]);
        } else {
          byType.set(type, [[place, node]]);
        }
      }
    });
    return byType;
  }
}

const keyword = /^[a-z]+$/;
