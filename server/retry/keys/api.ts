import type { Node } from '@vscode/tree-sitter-wasm';
import type { CatalogFile } from '../../../shared/catalog/catalog';
import { escapeForPattern } from '../../recogniser/systems';
import { valueOf } from '../calls';
import type { HttpCall } from '../httpCall';
import { nodesOfType, scopesOf } from '../nodes';
import type { Source } from '../source';

/** How far the names in a call are followed to what they were given. */
const mostSteps = 3;
/** Longest text of a value that is read, in UTF-16 units. */
const longest = 2_000;

/**
 * The catalog whose system a call sends to, by the addresses that are in it or that its names stand for; undefined when
 * there is none, or when an address of another system is among them.
 * @param met the catalog of the error that the place is about, which speaks for itself where the call has no address
 */
export function apiOf(
  call: HttpCall,
  source: Source,
  apis: readonly CatalogFile[],
  met: CatalogFile | undefined,
): CatalogFile | undefined {
  const text = writtenOut(call, source);
  const found = apis
    .flatMap((api) => hostsOf(api).flatMap((host) => (speaks(text, host) ? { api, length: host.length } : [])))
    .toSorted((a, b) => b.length - a.length);
  const api = found[0]?.api ?? met;
  const isOne = found.every((other) => other.api === api || other.length < (found[0]?.length ?? 0));
  const own = new Set(api ? hostsOf(api).map((host) => host.replace(/\/.*/, '')) : []);
  return isOne && addressesIn(text).every((host) => own.has(host)) ? api : undefined;
}

function hostsOf({ context }: CatalogFile): readonly string[] {
  return (context.hosts ?? []).map((host) => host.toLowerCase());
}

/** Whether a text holds a host as a whole. */
function speaks(text: string, host: string): boolean {
  return new RegExp(`(?<![\\w.-])${escapeForPattern(host)}(?![\\w-]|\\.\\w)`, 'i').test(text);
}

/** The hosts of the addresses in a text, but for those of this machine. */
function addressesIn(text: string): string[] {
  return [...text.matchAll(/\bhttps?:\/\/([\w.-]+)/gi)]
    .map(([, host = '']) => host.toLowerCase())
    .filter((host) => !/^(?:localhost|127\.0\.0\.1)$/.test(host));
}

/** A call with what the names in it stand for; the whole function where that makes no other call. */
function writtenOut(call: HttpCall, source: Source): string {
  const { root, language, read } = source;
  const own = root.descendantForIndex(call.range.start, call.range.end - 1) ?? call.args;
  const around = scopesOf(own, language.syntax).find(({ parent, text }) => parent !== null && text.length < longest);
  const calls = around ? nodesOfType(around, language.syntax.calls).flatMap((node) => read(node) ?? []) : [];
  return reached(around && calls.length === 1 ? around : own, source, new Set(), mostSteps).join('\n');
}

function reached(node: Node, source: Source, seen: Set<string>, steps: number): string[] {
  const { names, keys = [] } = source.language.syntax;
  // The grammar of Kotlin has no node for `$name` in a text.
  const inTexts = [...node.text.matchAll(/\$([a-z]\w*)/g)].flatMap(([, name = '']) =>
    valuesOnLines(`(?:val|var) ${name}`, source),
  );
  const texts = [node.text, ...inTexts];
  for (const name of steps > 0 && node.text.length < longest ? nodesOfType(node, [...names, ...keys]) : []) {
    if (!seen.has(name.text)) {
      seen.add(name.text);
      const value = valueOf(name, source);
      const made = value ?? functionOf(name, source);
      texts.push(...(made ? reached(made, source, seen, steps - 1) : fieldValues(name, source)));
    }
  }
  return texts;
}

/** The function of the file that a name calls. */
function functionOf({ text }: Node, { root, language }: Source): Node | undefined {
  const definition = language.definitions(root).get(text);
  return definition && language.syntax.functions.has(definition.type) ? definition : undefined;
}

/** The addresses that a file gives to a constant or a field, which a name may stand for below another one. */
function fieldValues(name: Node, source: Source): string[] {
  const isField = /(?:\.|->|::|@|\$)$/.test(source.text.slice(Math.max(0, name.startIndex - 2), name.startIndex));
  const bare = name.text.replace(/^[@$]+/, '');
  const isKept = isField || /^@|^[A-Z][A-Z0-9_]*$/.test(name.text);
  return isKept && /^\w+$/.test(bare) ? valuesOnLines(`(?<!\\w)${bare}`, source) : [];
}

/** The addresses that stand on a line behind what declares a name, a pattern. */
function valuesOnLines(declared: string, { text }: Source): string[] {
  const given = new RegExp(`${declared}\\b[^\\n=;]{0,40}=[^\\n]{0,200}?(https?://[\\w./-]{1,200})`, 'g');
  return [...text.matchAll(given)].map(([, address = '']) => address);
}
