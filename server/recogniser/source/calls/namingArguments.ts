import type { Node } from '@vscode/tree-sitter-wasm';
import { decorated } from '../cases';
import { isCodeOfThing } from '../codesOfThings';
import { holdingOfName } from '../holding';
import { found, type Place, type Step } from '../place';
import type { SourceFile } from '../sourceFile';

/** Whether the test below a decorator has the code of a thing as its parameter of this name. */
function isForCodeOfThing(file: SourceFile, argument: Node, name: string): boolean {
  const call = argument.parent?.parent;
  const test = call ? decorated(call) : undefined;
  const binding = file.bindings(name).find(({ kind, value }) => kind === 'parameter' && value?.id === test?.id);
  return binding !== undefined && isCodeOfThing(file, binding);
}

/** The constant for the name of the status among headers or attributes. */
const nameOfStatus = /^(?:\w+(?:\.|::))*(?:\w+_)?STATUS(?:_CODE)?(?:_(?:KEY|HEADER|NAME))?(?:\.name\(\))?$/;
/** Headers, and what is named after the status among what stands for their names: `headers.put(statusKey, "404")`. */
const headers = /^(?:headers?|trailers?|metadata)$/i;
const keyOfStatus = /^[a-z]\w{0,30}Status(?:[A-Z]\w{0,20})?$|^status(?:Code)?(?:Key|Header|Name)$/;
const longestName = 80;
const queries = /^(?:or|and)?_?where(?:_?(?:in|not|column|any|all))*$/i;

/** An argument whose name is another argument: `put("status", 404)`, `parametrize("status", [404])`. */
export function ofNamingArgument(
  file: SourceFile,
  name: string,
  args: readonly Node[],
  index: number,
  place: Place,
  object = '',
): Step {
  const before = args[index - 1];
  // A column of a database, which has the status of anything: `->where('status', 500)`
  if (
    queries.test(name) &&
    /^['"]?(?:\w+\.)?(?:status|code)['"]$/.test(before ? file.textOf(before, longestName).slice(1) : '')
  ) {
    return undefined;
  }
  // `new Header(Header.RESPONSE_STATUS, "404")`, `span.set_attribute(HTTP_STATUS_CODE, 404)`
  const isPair = args.length === 2 || (name === 'of' && index % 2 === 1);
  const constant = before && isPair ? nameOfStatus.exec(file.textOf(before, longestName))?.[0] : undefined;
  if (constant !== undefined && (/header/i.test(name) || /http/i.test(constant))) {
    return found(holdingOfName('status'), `argument of ${name}:`, place);
  }
  const isOfHeader =
    before && args.length === 2 && headers.test(object) && keyOfStatus.test(file.textOf(before, longestName));
  if (isOfHeader && place.isText && !place.isListed) {
    return found(holdingOfName('status'), `argument of ${name}:`, place);
  }
  if (!before || !['string', 'symbol', 'list'].includes(file.shape(before)?.is ?? '')) {
    return undefined;
  }
  let names = file.contentOf(before).replace(/^:/, '');
  if (name === 'parametrize') {
    const all = names.match(/[A-Za-z_]\w*/g) ?? [];
    // In a list of tuples the place in the tuple tells which parameter it is.
    names = (place.indexes.length > 1 ? all[place.indexes[0] ?? 0] : all.length === 1 ? all[0] : undefined) ?? '';
    if (/^codes?$/.test(names) && isForCodeOfThing(file, before, names)) {
      return undefined;
    }
  } else if (place.isListed || /\s/.test(names)) {
    return undefined;
  }
  // Blade: `@section('code', '404')` of the page of an error.
  if (name === 'section' && names === 'code' && place.isText && args.length === 2 && file.subject.isAboutWeb) {
    return found({ what: 'status', weight: 0.8, name: 'a page' }, 'code of', place);
  }
  const holding = holdingOfName(
    names
      .split(/[.[\]'"$/]+/)
      .filter(Boolean)
      .at(-1) ?? '',
  );
  if (holding && holding.what !== 'text' && holding.what !== 'word') {
    return found(holding, `argument of ${name}:`, place);
  }
  // PHP: `define('HTTP_405', 405)`
  return name === 'define' && index === 1
    ? { meaning: { what: 'phrase', weight: 0.8, evidence: `named ${names}`, name: names } }
    : undefined;
}
