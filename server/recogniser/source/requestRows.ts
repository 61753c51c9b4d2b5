import type { Node } from '@vscode/tree-sitter-wasm';
import type { SourceFile } from './sourceFile';

/** Requests as programs and their tests write them: by a method and a path, with the status of the answer behind them. */

const method =
  /^["'`](?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)["'`]$|^(?:http\.)?Method(?:Get|Head|Post|Put|Patch|Delete|Options)$/;
const address = /^[bfru]?["'`](?:\/|https?:\/\/)|\burl\b|URL\b/;
const longestItem = 60;
/** Items of a row that are looked at. */
const mostItems = 12;

/** Whether an argument or an item is a method of HTTP. */
export function isMethod(file: SourceFile, node: Node): boolean {
  return method.test(file.textOf(node, longestItem));
}

/** Whether an argument or an item is the path or the address of a request. */
export function isAddress(file: SourceFile, node: Node): boolean {
  return address.test(file.textOf(node, longestItem));
}

/** Whether a number is the first one of a row behind a method and a path: `{"closed", "GET", "/piers", 404}`. */
export function isOfRequestRow(file: SourceFile, row: Node, literal: Node): boolean {
  const items = row.namedChildCount > mostItems ? [] : row.namedChildren.filter((item) => item !== null);
  const at = items.findIndex((item) => isMethod(file, item));
  const first = items.findIndex((item) => /^[1-5]\d\d$/.test(file.textOf(item, longestItem)));
  return (
    at >= 0 &&
    first > at &&
    items[first]?.startIndex === literal.startIndex &&
    items.slice(at + 1, first).some((item) => isAddress(file, item))
  );
}
