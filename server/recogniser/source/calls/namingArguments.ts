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
const nameOfStatus = /^(?:\w+(?:\.|::))*(?:\w+_)?STATUS(?:_CODE)?$/;
const longestName = 80;

/** An argument whose name is another argument: `put("status", 404)`, `parametrize("status", [404])`. */
export function ofNamingArgument(
  file: SourceFile,
  name: string,
  args: readonly Node[],
  index: number,
  place: Place,
): Step {
  const before = args[index - 1];
  // `new Header(Header.RESPONSE_STATUS, "404")`, `span.set_attribute(HTTP_STATUS_CODE, 404)`
  const constant = before && args.length === 2 ? nameOfStatus.exec(file.textOf(before, longestName))?.[0] : undefined;
  if (constant !== undefined && (/header/i.test(name) || /http/i.test(constant))) {
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
