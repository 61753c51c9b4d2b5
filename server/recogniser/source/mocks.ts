import type { Node } from '@vscode/tree-sitter-wasm';
import { isComparison, isStatusCall, isStatusMethod } from './calls/callNames';
import { plain, whatIsNamed } from './names';
import { found, on, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { holdingOf } from './values';

/** What tests say that a mocked function was called with, or is to be called with. */

/** `toHaveBeenCalledWith`, `calledWithExactly`, `assert_called_once_with` */
const calledWith = /called(?:\w*)with|anycall|calledonce/;
/** Methods of a mock that name the function in a string: `->method('setStatusCode')`, `receive(:head)`. */
const naming = /^(?:method|shouldreceive|shouldhavereceived|receive|havereceived|expects?|allows?)$/;
/** Calls of a chain that are looked at. */
const longestChain = 6;

/** `expect(res.writeHead).toHaveBeenCalledWith(504)`, `->method('setStatusCode')->with(404)` */
export function ofMockedCall(
  file: SourceFile,
  name: string,
  object: Node | null,
  others: readonly Node[],
  place: Place,
): Step {
  const method = plain(name);
  if (place.isText || place.isListed) {
    return undefined;
  }
  if (calledWith.test(method) && isComparison(name)) {
    const mocked = [...others, ...expectedIn(file, object), object];
    const of = mocked.find((node) => node && isOfStatus(file, node));
    return of ? found({ what: 'status', weight: 0.9, name: file.lastName(of) }, 'argument of', place) : undefined;
  }
  if (/^with(?:args|exactly)?$/.test(method)) {
    const named = namedIn(file, object);
    return named !== undefined && (isStatusCall(named, false) || whatIsNamed(named.replace(/=$/, '')) === 'status')
      ? found({ what: 'status', weight: 0.9, name: named }, 'argument of', place)
      : undefined;
  }
  return undefined;
}

/** `doReturn(504).when(line).getStatusCode()`: what is called on the mock behind it. */
export function ofReturned(file: SourceFile, call: Node, name: string, place: Place): Step {
  if (!/^(?:do|will)Return$/.test(name)) {
    return undefined;
  }
  const when = call.parent;
  const stubbed = when?.parent;
  const isOf = (outer: Node | null | undefined, inner: Node) =>
    outer && file.shape(outer)?.is === 'call' && file.callee(outer).object?.id === inner.id;
  return when && stubbed && isOf(when, call) && isOf(stubbed, when)
    ? found(holdingOf(file, stubbed), 'answer of', place)
    : undefined;
}

/**
 * What the block around a test is about: `status { isEqualTo(404) }` and `jsonPath("$.status") { value(404) }` of Kotlin's
 * tests of Spring, `its(:status) { should eq 404 }` of RSpec.
 */
export function ofBlockAround(file: SourceFile, call: Node): Node | undefined {
  if (call.parent?.type === 'lambda_literal') {
    const outer = file.around(call.parent, ['call'], 2);
    return (outer && file.callee(outer).node) ?? undefined;
  }
  let outer: Node | undefined = call;
  for (let count = 0; outer && count < mostOfBlock; count++) {
    outer = file.around(outer, ['call'], 4);
    if (outer && file.callee(outer).name === 'its') {
      return outer;
    }
  }
  return undefined;
}

/** Calls between a matcher and the test around it: `is_expected.to eq(404)`. */
const mostOfBlock = 3;

/** A matcher around an argument: `verify(response).sendError(eq(404))`. */
export function ofMatcher(file: SourceFile, call: Node, name: string, place: Place): Step {
  const { parent } = call;
  const outer = parent && file.shape(parent);
  return /^(?:is|eq|equalto|same|identicalto|exactly|anyof|oneof|not|either|greaterthanorequalto|greaterthan|isin|isoneof|in)$/.test(
    plain(name),
  ) && ['arguments', 'pair', 'wrap'].includes(outer?.is ?? '')
    ? on(place, call)
    : undefined;
}

/** What an expectation in front of the method is about: `expect(res.writeHead).to.have.been`. */
function expectedIn(file: SourceFile, object: Node | null): Node[] {
  let node = object;
  for (let count = 0; node && count < longestChain; count++) {
    const is = file.shape(node)?.is;
    if (is === 'call') {
      return file.args(node);
    }
    node = is === 'member' ? node.namedChild(0) : null;
  }
  return [];
}

function isOfStatus(file: SourceFile, node: Node): boolean {
  const is = file.shape(node)?.is;
  if (is !== 'member' && is !== 'name') {
    return false;
  }
  const name = file.lastName(node).replace(/_?(?:[mM]ock|[sS]py|[sS]tub)$|^(?:mock|spy|stub)_?(?=[A-Z_])/, '');
  const owner = is === 'member' ? file.lastName(node.namedChild(0)) : '';
  return (
    isStatusCall(name, true) || isStatusMethod(owner.replace(/^mock_?/i, ''), name) || whatIsNamed(name) === 'status'
  );
}

/** The name that a chain of calls on a mock is given. */
function namedIn(file: SourceFile, object: Node | null): string | undefined {
  let node = object;
  for (let count = 0; node && count < longestChain && file.shape(node)?.is === 'call'; count++) {
    const { name, object: inner } = file.callee(node);
    const [first] = naming.test(plain(name)) ? file.args(node) : [];
    if (first && ['string', 'symbol'].includes(file.shape(first)?.is ?? '')) {
      return file.contentOf(first).replace(/^:/, '');
    }
    node = inner;
  }
  return undefined;
}
