import type { Node } from '@vscode/tree-sitter-wasm';
import { isComparison, isStatusCall } from './calls/callNames';
import { ofRustCase } from './cases';
import { ofOwnFunction } from './functions';
import { type Holding, holdingOfName } from './holding';
import { isOfRecord } from './maps';
import { hasOwnCode, hasOwnStatus, isNamedAfterStatus, isTestOfRetries } from './names';
import { isEquality, isOrder } from './operators';
import { found, on, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { holdingOf, isCaseOfStatus } from './values';

/** What the arguments of Rust's macros hold, which are tokens without structure. */

const status: Holding = { what: 'status', weight: 0.93, name: 'status' };

/** More tokens than these are data. */
const mostTokens = 80;

/** A token among the arguments of a macro: `assert_eq!(status, 404)`, `matches!(code, 401 | 403)`, `json!({"code": 88})`. */
export function ofToken(file: SourceFile, tokens: Node, given: Place): Step {
  if (tokens.childCount > mostTokens) {
    return undefined;
  }
  const all = tokens.children.filter((token) => token !== null);
  const index = all.findIndex((token) => token.id === given.node.id);
  const before = all[index - 1]?.text ?? '';
  const after = all[index + 1]?.text ?? '';
  const place = isRange.test(before) || isRange.test(after) ? { ...given, isRanged: true } : given;
  if (before === ':' || before === '=') {
    const names = all.filter((_, at) => all[at + 1]?.text === ':').map((token) => token.text);
    if (before === ':' && all[index - 2]?.text === 'code' && isOfRecord(names)) {
      return undefined;
    }
    return found(holdingOf(file, all[index - 2]) ?? holdingOfName(file.lastName(all[index - 2])), 'value of', place);
  }
  if (isEquality(before) || isOrder(before)) {
    return found(lastHolding(file, all.slice(0, index - 1)), 'compared with', {
      ...place,
      isRanged: isOrder(before),
    });
  }
  if (isEquality(after)) {
    const end = all.findIndex((token, at) => at > index && token.text === ',');
    return found(lastHolding(file, all.slice(index + 2, end < 0 ? undefined : end)), 'compared with', place);
  }
  const outer = tokens.parent;
  const column = all.slice(0, index).filter((token) => token.text === ',').length;
  // Rocket: `#[catch(404)]`
  if (outer?.type === 'attribute') {
    const name = file.lastName(outer.namedChild(0));
    return name === 'catch' || isStatusCall(name)
      ? found({ ...status, name }, 'argument of', place)
      : ofRustCase(file, outer, outer.namedChild(0)?.text ?? '', column, place);
  }
  if (outer?.type !== 'token_tree') {
    return outer ? ofMacro(file, file.callee(outer).name, outer, all, column, place) : undefined;
  }
  const name = tokens.previousSibling?.text ?? '';
  if (name === '!') {
    return ofMacro(file, tokens.previousSibling?.previousSibling?.text ?? '', tokens, all, column, place);
  }
  return isName.test(name) ? ofCall(file, tokens, name, column, place) : ofGroup(file, tokens, column, place);
}

const isRange = /^\.\.[.=]?$/;
const isName = /^[A-Za-z_]\w*$/;

/** A macro by its name, which others may stand around. */
function ofMacro(file: SourceFile, name: string, node: Node, all: readonly Node[], column: number, place: Place): Step {
  if (/^(?:vec|(?:hash|btree|index|phf_|phf_ordered_)set|array|smallvec)$/.test(name)) {
    return on(place, node, { isListed: true, indexes: [...place.indexes, column] });
  }
  if (/assert_(?:eq|ne)$|matches$/.test(name)) {
    const parts: Node[][] = [[]];
    for (const token of all) {
      if (token.text === ',') {
        parts.push([]);
      } else {
        parts.at(-1)?.push(token);
      }
    }
    for (const other of parts.filter((tokensOf) => !tokensOf.some((token) => token.id === place.node.id))) {
      const holding = lastHolding(file, other);
      if (holding) {
        return found(holding, 'compared with', place);
      }
    }
  }
  return undefined;
}

/** Tokens behind a name: the arguments of a call, or what a case of an error holds. */
function ofCall(file: SourceFile, tokens: Node, name: string, column: number, place: Place): Step {
  const owner = tokens.previousSibling?.previousSibling?.previousSibling?.text ?? '';
  if (/^(?:Some|Ok|Err)$/.test(name)) {
    return on(place, tokens);
  }
  const isMethod = tokens.previousSibling?.previousSibling?.text === '.';
  if (isMethod && isComparison(name)) {
    return found(lastHolding(file, childrenBefore(tokens, 2)), 'compared with', place);
  }
  if (isStatusCall(name) || isCaseOfStatus(file, owner, name)) {
    return found({ ...status, name }, 'argument of', place);
  }
  const own = ofOwnFunction(file, name, column, place);
  const isOfStatus = column === 0 && (isTestOfRetries(name) || isNamedAfterStatus(name)) && file.subject.speaksHttp;
  return own ?? (isOfStatus ? found({ ...status, weight: 0.7, name }, 'argument of', place) : undefined);
}

/** Tokens by themselves: a tuple, a list, or a list or a range that is searched: `[429, 503].contains(&status)`. */
function ofGroup(file: SourceFile, tokens: Node, column: number, place: Place): Step {
  const [dot, name, args] = [1, 2, 3].map((at) => sibling(tokens, at));
  if (dot?.text !== '.') {
    return on(place, tokens, { isListed: true, indexes: [...place.indexes, column] });
  }
  const others = args?.children.filter((token) => token !== null) ?? [];
  return name && isComparison(name.text) ? found(lastHolding(file, others), 'compared with', place) : undefined;
}

function sibling(node: Node, distance: number): Node | null {
  let at: Node | null = node;
  for (let count = 0; at && count < distance; count++) {
    at = at.nextSibling;
  }
  return at;
}

/** The tokens before a node, without the last few. */
function childrenBefore(node: Node, without: number): Node[] {
  const all = node.parent?.children.filter((token) => token !== null) ?? [];
  const index = all.findIndex((token) => token.id === node.id);
  return all.slice(0, Math.max(0, index - without));
}

/** `["status"]` behind the name of what is read. */
const keyOfIndex = /^\["(\w{1,40})"\]$/;

/** What the last name among tokens holds: `response . status ()`, `body ["status"]`. */
function lastHolding(file: SourceFile, tokens: readonly Node[]): Holding | undefined {
  const [owner, last] = tokens.slice(-2);
  const key = last && keyOfIndex.exec(last.text)?.[1];
  if (owner && key !== undefined) {
    return hasOwnStatus(owner.text) || hasOwnCode(owner.text) ? undefined : holdingOfName(key);
  }
  for (const token of tokens.toReversed()) {
    if (
      /^[A-Za-z_]\w*$/.test(token.text) &&
      !/^(?:as|to)_|^(?:unwrap(?:_or(?:_default)?)?|map|and_then|copied|cloned|code_raw|into|clone|u16|u32|i32|usize|as)$/.test(
        token.text,
      )
    ) {
      return holdingOf(file, token);
    }
  }
  return undefined;
}
