import type { Node } from '@vscode/tree-sitter-wasm';
import { answeredBy } from './answeredNames';
import { isComparison, isExpectation } from './calls/callNames';
import { part } from './grammar';
import { type Holding, holdingOfName } from './holding';
import { plain } from './names';
import { found, type Place, type Step } from './place';
import { ofBlockAround } from './mocks';
import type { SourceFile } from './sourceFile';
import { holdingOf } from './values';

/** What assertions, matchers and stubs are about: the literal is compared with it, or is what it answers. */

/** `assertEqual(404, response.status)`, `expect(response.status).toBe(404)`, `in_array(code, [404])`. */
export function ofComparison(
  file: SourceFile,
  call: Node,
  object: Node | null,
  others: readonly Node[],
  place: Place,
): Step {
  // `require.Equal(t, 400, resp.StatusCode, "500 rows")`: beside a number a text is what a failure prints.
  if (place.isText && others.some((other) => file.shape(other)?.is === 'number')) {
    return undefined;
  }
  const [at] = place.indexes.slice(-1);
  for (const other of [...others, object, expected(file, call), object ? undefined : ofBlockAround(file, call)]) {
    // `deepEqual([answer.status, answer.ok], [429, false])`: what stands at the same place of the other list.
    const item = other && at !== undefined && file.shape(other)?.is === 'list' ? other.namedChild(at) : other;
    const holding = holdingOf(file, item);
    if (holding) {
      return found(holding, 'compared with', place);
    }
  }
  const [first, second] = others;
  const values = [first, second, object, expected(file, call)];
  const answered = values.map((value) => answeredBy(file, value, place.node)).find((holding) => holding !== undefined);
  return answered && place.role === 'value' && !place.isText ? found(answered, 'compared with', place) : undefined;
}

/** What a stub stands for: `when(response.code())`, `receive(:status)`, `setup(x => x.StatusCode)`. */
export function ofStubbed(file: SourceFile, stub: Node): Holding | undefined {
  const inner = file.shape(stub)?.is === 'call' ? file.args(stub) : [];
  for (const arg of inner) {
    const is = file.shape(arg)?.is;
    const body = is === 'function' ? part(arg, -1) : arg;
    const holding =
      is === 'string' || is === 'symbol' ? holdingOfName(file.contentOf(arg).replace(/^:/, '')) : holdingOf(file, body);
    if (holding) {
      return holding;
    }
  }
  return undefined;
}

/** What `expect(x).to eq(404)` expects: the matcher, or what is around it, is an argument of a method on the expectation. */
function expected(file: SourceFile, matcher: Node): Node | null {
  let inner = matcher;
  for (let count = 0; count < mostMatchers; count++) {
    const outer = file.around(inner, ['call'], 4);
    const { name, object } = outer ? file.callee(outer) : { name: '', object: null };
    // `assertThat(status, is(404))`
    const [actual, constraint] = outer && isExpectation(name) ? file.args(outer) : [];
    if (actual && constraint && constraint.startIndex <= inner.startIndex && inner.endIndex <= constraint.endIndex) {
      return actual;
    }
    if (
      object &&
      /^(?:to|nott?o|tonot|should(?:not)?|and)$/.test(plain(name)) &&
      isExpectation(file.lastName(object))
    ) {
      return object;
    }
    // `Expect(err).To(MatchError(ContainSubstring("401")))`
    if (!outer || !isComparison(name)) {
      break;
    }
    inner = outer;
  }
  return null;
}

/** Matchers inside of each other that are looked at. */
const mostMatchers = 3;
