import type { Node } from '@vscode/tree-sitter-wasm';
import { isOther } from '../names';
import { isOrder } from '../operators';
import { found, on, type Place, type Step } from '../place';
import type { SourceFile } from '../sourceFile';
import { ofComparison } from '../expectations';
import { ofMatcher, ofMockedCall, ofReturned } from '../mocks';
import { holdingOf } from '../values';
import { type Argument, type Reader, status } from './argument';
import { isComparison, isExpectation, isRangeTest, isTestOfThrown } from './callNames';
import { beginsWith } from './chains';
import { speaksOfAnswer } from './errorCalls';

/** Calls that compare what they are given, as tests do. */

/** `expect(res.writeHead).toHaveBeenCalledWith(504)`, `doReturn(504).when(line).getStatusCode()` */
export const ofMock: Reader = ({ file, call, name, object, others, place }) =>
  ofMockedCall(file, name, object, others, place) ?? ofReturned(file, call, name, place);

function isGivenByName(file: SourceFile, call: Node): boolean {
  return call.parent !== null && file.shape(call.parent)?.is === 'pair';
}

/** `assertEquals(404, response.code)` */
export const ofCompared: Reader = ({ file, call, name, object, others, place }) => {
  // gomega: `BeNumerically(">=", 500)`
  const isOrdered = others.some((other) => file.shape(other)?.is === 'string' && isOrder(file.contentOf(other)));
  // quicktest: `c.Assert(rec.Code, qt.Equals, 413)`, and of GoConvey `So(rec.Code, ShouldEqual, 413)`
  const isChecked =
    (/^(?:assert|check|so)$/i.test(name) && others.some((other) => isComparison(file.lastName(other)))) ||
    // `expect(t, res.Code, 500)` of a program's own
    (/^(?:expect|assert|check|ensure|verify|want|must)$/i.test(name) &&
      !object &&
      others.length > 1 &&
      others.some((other) => file.shape(other)?.is === 'member'));
  const ranged = isRangeTest(name) || isOrdered ? { ...place, isRanged: true } : place;
  if (!isComparison(name) && !isChecked) {
    return undefined;
  }
  // `MatchesStructure(code=Equals(500))`: a matcher, which is a value where it is given by name.
  const isMatcher = !object && others.length === 0 && /^[A-Z]/.test(name) && isGivenByName(file, call);
  return (
    ofComparison(file, call, object, others, ranged) ??
    ofErrorTest(file, call, ranged) ??
    (isMatcher ? on(ranged, call) : undefined)
  );
};

/** What a program calls that tells an error by what was printed. */
const testsError =
  /^(?:is|has|was)\w*(?:err(?:or)?|unauthori[sz]ed|forbidden|rate_?limit(?:ed)?|throttled|not_?found|retr(?:y|i)able|transient)$/i;

/** `hasAuthError(output) { return output.includes('401') }` */
function ofErrorTest(file: SourceFile, call: Node, place: Place): Step {
  const owner = place.isText && !place.isListed ? file.around(call, ['function']) : undefined;
  return owner && testsError.test(file.nameOfFunction(owner))
    ? found({ what: 'text', weight: 0.6, name: 'error' }, 'compared with', place)
    : undefined;
}

/** `toThrow('404')`, `assertRaisesRegex(Gone, '404')` */
export const ofThrown: Reader = ({ name, index, place }) =>
  place.isText && !place.isListed && isTestOfThrown(name) && !(index > 0 && callsWhatIsGiven.test(name))
    ? found({ what: 'text', weight: 0.7, name: 'error' }, 'compared with', place)
    : undefined;

/** Python: what stands behind the function is given to it, `assertRaises(Gone, moor, 'not here')`. */
const callsWhatIsGiven = /^assertRaises$/;

/** `verify(response).sendError(eq(404))` */
export const ofMatching: Reader = ({ file, call, name, place }) => ofMatcher(file, call, name, place);

/** What is named after a test of a code. */
export const ofTestOfCode: Reader = ({ file, name, args, others, index, place }) => {
  // `isCodeInRange("403", response.status)`: a test that the program names after what it tests.
  if (index >= 0 && args.length === 2 && /^(?:is|has|matches|in).*(?:code|status)/i.test(name)) {
    const tested = holdingOf(file, others[0]);
    if (tested?.what === 'status') {
      return found(tested, 'compared with', place);
    }
  }
  // `IsInvalidStatusCode(err, 409)`
  if (index === 1 && args.length === 2 && !place.isText && /^is\w*_?status(?:_?code)?$/i.test(name) && !isOther(name)) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  // `except is_client_error_code(['404', '403'])`: a test of what was caught.
  return index === 0 && /^(?:is|has)\w*(?:error|status|http)_?codes?$/i.test(name) && file.subject.speaksHttp
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;
};

/** supertest: `request(app).get('/').expect(404)`; a mock of mockito expects so many calls. */
export const ofExpected: Reader = ({ file, name, object, place }) =>
  name === 'expect' && object && !place.isListed && !beginsWith(file, object, (c) => file.callee(c).name === 'mock')
    ? found({ ...status, name }, 'argument of', place)
    : undefined;

/** `checkCode(t, rec, 404)`, `recorded.CodeIs(404)` */
export const ofCheckOfCode: Reader = ({ file, name, object, args, others, isDirect, place }) => {
  if (isDirect && object && args.length === 1 && isCodeIs.test(name) && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.8, name }, 'argument of', place);
  }
  const isOfCode = /^(?:assert|check|expect|require|verify|want)\w*_?code$/i.test(name) && !isOther(name);
  return isDirect && isOfCode && speaksOfAnswer(file, others, false)
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;
};

const isCodeIs = /^(?:http_?)?code_?(?:is|equals?|eq)$/i;

/** `expect([401, 403]).toContain(status)`: what the method is given tells. */
export const ofExpectation: Reader = ({ call, name, index, place }: Argument) =>
  isExpectation(name) && index === 0 && !place.isText ? on(place, call) : undefined;
