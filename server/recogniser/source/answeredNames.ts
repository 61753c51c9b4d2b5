import type { Node } from '@vscode/tree-sitter-wasm';
import { isWellKnown } from '../wellKnownStatuses';
import { part } from './grammar';
import type { Holding } from './holding';
import { plain } from './names';
import { isAddress, isMethod } from './requestRows';
import type { SourceFile } from './sourceFile';

/**
 * Values without a name that says status, which a request gave: `c := call("GET", "/piers")`, `get("/piers") == 404`, and what
 * everybody calls the code of an answer for short, `rc`.
 */

/** A call that asks a server, by its name: `doGet`, `http`, `methodUrl`. */
const asks =
  /^(?:do|try|test|raw|must|async|simple|http|api|perform|make|my)*(?:get|post|put|patch|delete|head|options|fetch|request|req|call|send|serve|hit|visit|curl|method|http|do|run|exec|execute|handle|invoke|connect|ping|probe)(?:url|uri|path|page|json|request|status|code|http|req|api|raw|it|once|and\w{1,20})*$/;
/** Names that say nothing of what was given, or only that it came back. */
const neutral =
  /^(?:[a-z]|rc|sc|st|hc|ret|res|rsp|resp|response|result|reply|answer|got|actual|have|code|status\w*|\w*(?:Code|Status)|\w*_(?:code|status)|http\w*)$/i;
const short = /^(?:rc|sc|hc|st|rsc|resp?code|httprc)\d?$/i;

/** What a value is compared with that a request gave, for all that is said; undefined where nothing is. */
export function answeredBy(file: SourceFile, value: Node | null | undefined, compared: Node): Holding | undefined {
  const bare = value ? (file.bare(value) ?? value) : undefined;
  if (!bare || !file.subject.speaksHttp || file.shape(compared)?.is === 'string') {
    return undefined;
  }
  const isName = file.shape(bare)?.is === 'name';
  const name = isName ? file.nameOf(bare) : '';
  if (isName && !neutral.test(name)) {
    return undefined;
  }
  const number = file.shape(compared)?.is === 'number' ? file.textOf(compared, 8) : undefined;
  const call = isName ? givenTo(file, bare) : bare;
  const isOfRequest =
    (call !== undefined && file.shape(call)?.is === 'call' && isRequest(file, call)) ||
    (number !== undefined && isWellKnown(number) && isFirstOfRequest(file, bare));
  const isShort = short.test(name) && number !== undefined && isWellKnown(number);
  return isOfRequest || isShort ? { what: 'status', weight: 0.7, name: name || 'an answer' } : undefined;
}

/** The call that gives a name its value, alone or with others: `code, body := get("/piers")`. */
function givenTo(file: SourceFile, name: Node): Node | undefined {
  const binding = file.bindingOf(name);
  const bind = binding && !binding.value ? file.around(binding.name, ['bind'], 3) : undefined;
  const shape = bind && file.shape(bind);
  return callIn(file, bind && shape?.is === 'bind' ? part(bind, shape.value) : binding?.value);
}

/** The call whose first result a name is given: of Go, a list of one. */
function callIn(file: SourceFile, value: Node | null | undefined): Node | undefined {
  const bare = value ? (file.bare(value) ?? value) : undefined;
  return bare && file.shape(bare)?.is === 'list' && bare.namedChildCount === 1
    ? (bare.namedChild(0) ?? undefined)
    : bare;
}

/** Whether a value is the first of what a request gave: `request(pier)[0]`. */
function isFirstOfRequest(file: SourceFile, value: Node): boolean {
  const shape = file.shape(value);
  if (shape?.is !== 'index' || part(value, shape.index)?.text !== '0') {
    return false;
  }
  const call = part(value, shape.object);
  return call !== null && file.shape(call)?.is === 'call' && asks.test(plain(file.callee(call).name));
}

function isRequest(file: SourceFile, call: Node): boolean {
  const { name } = file.callee(call);
  const args = file.args(call);
  const isTold = args.some((arg) => isAddress(file, arg) || isMethod(file, arg));
  return isTold && asks.test(plain(name));
}
