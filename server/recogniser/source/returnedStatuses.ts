import type { Node } from '@vscode/tree-sitter-wasm';
import { isWellKnown } from '../wellKnownStatuses';
import { isRegistered } from './maps';
import { isNumberOfThings } from './numbersOfThings';
import type { Place } from './place';
import type { SourceFile } from './sourceFile';

/**
 * Statuses that a function gives back without being named after them: `return nil, 404` where it gives 200 elsewhere, and what
 * stands beside an error, as a program that fails gives nothing else.
 */

/** Results of a function that are looked at, and how much of each, in UTF-16 units. */
const mostResults = 40;
const longestResult = 240;

/** An error beside a status, as it is handed on or made. */
const error =
  /^&?(?:e|err|error|ex|[a-z]\w*Err|err[A-Z]\w*|Err[A-Z]\w*)$|^(?:fmt\.Errorf|errors\.(?:New|Wrapf?|WithMessagef?|WithStack)|xerrors\.\w+)\(/;
const nothing = /^(?:nil|null|None|""|''|\{\}|[\w.]+\{\})$/;
/** Whether a result of a function is a status, by what stands beside it or what the function gives elsewhere. */
export function isReturnedStatus(file: SourceFile, owner: Node, place: Place): boolean {
  if (place.role !== 'value' || place.isText || !file.subject.speaksHttp) {
    return false;
  }
  const at = place.indexes.at(-1) ?? 0;
  const results = resultsOf(file.textOf(place.node, longestResult).replace(/^return\b/, ''));
  const numbers = numbersOf(file, results[at] ?? '');
  if (numbers === undefined || isNumberOfThings(file.nameOfFunction(owner))) {
    return false;
  }
  return isBesideError(results, at, numbers) || isOutcome(file, numbers) || isAmongStatuses(file, owner, at);
}

/** `return isTied ? 200 : 500`, in a program that serves requests. */
function isOutcome(file: SourceFile, [first = 0, second = 0]: readonly number[]): boolean {
  const [success, failure] = first < second ? [first, second] : [second, first];
  return success >= 200 && success < 205 && failure >= 400 && isRegistered(failure) && file.says(servesRequests);
}

const servesRequests =
  /@(?:GET|POST|PUT|PATCH|DELETE|(?:Get|Post|Put|Patch|Delete|Request)Mapping|Http(?:Get|Post|Put|Patch|Delete))\b|\[Http(?:Get|Post|Put|Patch|Delete)\b|[sS]tatus_?[cC]ode|\bHttpStatus\b|\bhttp\.Status/;

/** `return 400, err`, `return nil, 404`: where something fails, a number that says nothing is zero. */
function isBesideError(results: readonly string[], at: number, numbers: readonly number[]): boolean {
  const [number] = numbers;
  const others = results.filter((_, index) => index !== at);
  return (
    number !== undefined &&
    others.length > 0 &&
    others.length < 3 &&
    ((error.test(others.at(-1) ?? '') && number % 100 < 50) ||
      (others.every((other) => nothing.test(other)) && isWellKnown(number.toString())))
  );
}

/** Whether all that a function gives at this place is a status: a success and an error, or two errors that everybody knows. */
function isAmongStatuses(file: SourceFile, owner: Node, at: number): boolean {
  return file.once(`gives statuses: ${at.toString()}`, owner, () => {
    const types = [...file.grammar.nodes].filter(([, shape]) => shape.is === 'return').map(([type]) => type);
    const all = owner.descendantsOfType(types).slice(0, mostResults);
    const numbers = new Set<number>();
    for (const node of all) {
      if (node && file.around(node, ['function'])?.id === owner.id) {
        const results = resultsOf(file.textOf(node, longestResult).replace(/^return\b/, ''));
        for (const number of numbersOf(file, results[at] ?? '') ?? [NaN]) {
          numbers.add(number);
        }
      }
    }
    // Of one choice alone nothing else speaks.
    if (all.length < 2) {
      return false;
    }
    const errors = [...numbers].filter((number) => number >= 400);
    const isSuccess = [...numbers].some((number) => number >= 200 && number < 205);
    return (
      [...numbers].every((number) => isRegistered(number) || number === 0) &&
      (isSuccess ||
        (errors.length >= 2 && errors.length === numbers.size && handlesErrors.test(file.nameOfFunction(owner))) ||
        (errors.filter((number) => isWellKnown(number.toString())).length >= 2 && asksErrors.test(owner.text)))
    );
  });
}

/** `handleExceptions`, `codeOfError`: what is named after errors. */
const handlesErrors = /(?:Exception|Error|Fault|Failure)s?$|_(?:exception|error|fault|failure)s?$/;
/** What a function says that tells which error it is given, one of gRPC too. */
const asksErrors =
  /\bcodes\.(?:NotFound|AlreadyExists|PermissionDenied|Unauthenticated|ResourceExhausted|Unavailable)\b|\bCode(?:::|\.)(?:NotFound|NOT_FOUND|AlreadyExists|ALREADY_EXISTS|PermissionDenied|PERMISSION_DENIED|Unauthenticated|UNAUTHENTICATED|ResourceExhausted|RESOURCE_EXHAUSTED|Unavailable|UNAVAILABLE)\b|\berrors\.(?:Is|As)\b|\binstanceof \w*(?:Error|Exception|Fault)\b|\bis \w*(?:Error|Exception|Fault)\b/;

/** The statuses that a result may be: the number itself, that of a named one, both ways of a choice. Undefined for anything else. */
function numbersOf(file: SourceFile, written: string): number[] | undefined {
  const result = written.trim();
  if (/^\d{1,3}$/.test(result)) {
    return [Number(result)];
  }
  const choice = /\?\s*(\d{3})\s*:\s*(\d{3})$|^if\b[^{]*\{\s*(\d{3})\s*\}\s*else\s*\{\s*(\d{3})\s*\}$/.exec(result);
  if (choice) {
    return choice.slice(1).filter(Boolean).map(Number);
  }
  return file.grammar.constants.some((constant) => result.search(constant) === 0) ? [200] : undefined;
}

/** The results that a statement gives, as they are written. */
function resultsOf(text: string): string[] {
  const results: string[] = [];
  let depth = 0;
  let start = 0;
  const bare = text.trim().replace(/;$/, '');
  for (const { 0: sign, index } of bare.matchAll(/[()[\]{},]|"(?:[^"\\\n]|\\.)*"/g)) {
    depth += /^[([{]$/.test(sign) ? 1 : /^[)\]}]$/.test(sign) ? -1 : 0;
    if (sign === ',' && depth === 0) {
      results.push(bare.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...results, bare.slice(start).trim()];
}
