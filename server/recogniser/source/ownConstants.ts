import type { Node } from '@vscode/tree-sitter-wasm';
import { isRegistered } from './maps';
import type { SourceFile } from './sourceFile';

/** Constants of the program itself that are called like statuses of HTTP: `STATUSES.LOCKED` of its tickets. */

/** What may hold the constants of anything. */
const anybodys = /^(status|codes|constants|STATUSES|STATUS|STATUS_CODES?|Status)(?:\.|::)/;
/** Statuses whose names many other things have. */
const everyday = /^(?:LOCKED|GONE|CONFLICT)$/;
/** A value that is written out, and not what a call or an import gives. */
const writtenOut = /^(?:Object\.freeze\()?\{|\b(?:enum|class|object)\b/;
const numberOfStatus = /[=:(]\s*[45]\d\d\b/;

/** How much of a type is looked at for the numbers of its values, in UTF-16 units. */
const longestType = 4_000;

/**
 * Whether a constant is one of the program's own, by the type or object that the text writes out, without numbers of
 * HTTP, or by the module that it is from.
 * @param written the constant with what it is a member of
 * @param at where that begins
 */
export function isOwnConstant(file: SourceFile, written: string, name: string, at: number): boolean {
  const object = anybodys.exec(written)?.[1];
  if (object === undefined) {
    return false;
  }
  if (written.includes('::') && object === 'Status' && isOwnStatus(file)) {
    return true;
  }
  const node = file.root.descendantForIndex(at, at + object.length - 1);
  const bound = node ? file.bindingOf(node)?.value : undefined;
  const given = [bound, ...file.functions(object).map(({ value }) => value)];
  const own = given.map((value) => value?.text.slice(0, longestType) ?? '').filter((text) => writtenOut.test(text));
  if (own.length > 0) {
    return !own.some((text) => numberOfStatus.test(text));
  }
  return everyday.test(name) && isOfOtherModule(file, object);
}

/** Whether a name is imported from a module that has nothing to do with HTTP by its name. */
function isOfOtherModule(file: SourceFile, object: string): boolean {
  const from = String.raw`['"](?![^'"]*(?:http|status|code|response|boom|api))[^'"]+['"]`;
  return file.says(new RegExp(String.raw`\b${object}\b[^;'"\n]{0,80}(?:\bfrom\s*|\brequire\()${from}`, 'i'));
}

/** Whether Rust's `Status` is a type of the program itself, without the numbers of HTTP. */
function isOwnStatus(file: SourceFile): boolean {
  const [own] = file.functions('Status');
  return own?.value
    ? !/=\s*[45]\d\d\b/.test(own.value.text.slice(0, longestType))
    : file.says(/\buse\s+(?:crate|super|self)::[^;]{0,400}\bStatus\b/);
}

/** So many numbers between 100 and 600 that are no statuses, at least as many as errors, make a list one of codes of its own. */
const fewestOwn = 3;
/** What is read as a whole, whatever it is read for: a block of constants, an enumeration. */
const listsConstants = /^const_declaration$|enum/;
const numberGiven = /^[^\n"'`/#]*?\w[ \t]*:?=[ \t]*([1-5]\d\d)\b/gm;

/**
 * Whether a constant is one of a list of the program's own codes: `ErrorCodeNotDir = 104`, … `ErrorCodeCleared = 401`.
 * @param bind what gives the constant its value
 */
export function isAmongOwnCodes(file: SourceFile, bind: Node): boolean {
  const { parent } = bind;
  return (
    parent !== null &&
    listsConstants.test(parent.type) &&
    file.once('own codes', parent, () => {
      const numbers = [...file.textOf(parent, longestType).matchAll(numberGiven)].map(([, number]) => Number(number));
      const own = new Set(numbers.filter((number) => !isRegistered(number)));
      const errors = new Set(numbers.filter((number) => number >= 400 && isRegistered(number)));
      return own.size >= fewestOwn && own.size >= errors.size;
    })
  );
}
