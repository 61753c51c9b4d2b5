import type { Node } from '@vscode/tree-sitter-wasm';
import { writtenCallee } from './requests';
import type { Program } from './program';
import type { RuleFix } from './rule';

/** How a mistaken use of a library is written without the mistake. */
export interface Repair {
  readonly title: string;
  /** Whether the text is that of the whole call, or of the option that does harm. */
  readonly of: 'call' | 'option';
  /** The text without the mistake. Undefined where it is not written in a way that is known. */
  readonly rewrite: (text: string, called: string, program: Program) => string | undefined;
}

/** Replaces a pattern; undefined where the text does not have it. */
export function replacing(pattern: RegExp, by: string): Repair['rewrite'] {
  return (text) => {
    const rewritten = text.replace(pattern, by);
    return rewritten === text ? undefined : rewritten;
  };
}

/** The first of several ways to rewrite that fits. */
export function firstOf(...ways: readonly Repair['rewrite'][]): Repair['rewrite'] {
  return (text, called, program) => {
    for (const rewrite of ways) {
      const rewritten = rewrite(text, called, program);
      if (rewritten !== undefined) {
        return rewritten;
      }
    }
    return undefined;
  };
}

/** Takes the methods that write out of a list of methods; undefined where nothing would be left. */
export const withoutWrites: Repair['rewrite'] = (text) => {
  const items = /([[({])([^[\](){}]*)([\])}])/.exec(text)?.[2] ?? '';
  const isSymbols = /%i\[/.test(text);
  const all = items.split(isSymbols ? /\s+/ : ',').filter((item) => item.trim() !== '');
  const kept = all.filter((item) => !/^\s*[:"']?(?:post|patch)["']?\s*$/i.test(item));
  return kept.length === 0 || kept.length === all.length || items.includes('\n')
    ? undefined
    : text.replace(items, kept.join(isSymbols ? ' ' : ',').trimStart());
};

/** The edit that writes a use of a library without its mistake. */
export function repair(program: Program, call: Node, place: Node, { title, of, rewrite }: Repair): RuleFix | undefined {
  const node = of === 'call' ? call : place;
  const newText = rewrite(node.text, writtenCallee(program, call), program);
  return newText === undefined
    ? undefined
    : { title, edits: [{ range: { start: node.startIndex, end: node.endIndex }, newText }] };
}
