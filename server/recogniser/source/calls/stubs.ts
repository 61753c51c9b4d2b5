import type { Node } from '@vscode/tree-sitter-wasm';
import { ofStubbed } from '../expectations';
import { found } from '../place';
import type { SourceFile } from '../sourceFile';
import { type Reader, status } from './argument';
import { isStub } from './callNames';
import { beginsWith } from './chains';
import { ofSentRequest } from './sentRequests';

/** Calls that tell a stub, a mock or a builder which answer to give. */

/** `when(response.code()).thenReturn(404)`, and of Laravel each answer of a sequence: `Http::fakeSequence()->push('busy', 429)` */
export const ofStub: Reader = ({ file, name, object, index, place }) => {
  const stubbed = object && isStub(name) ? found(ofStubbed(file, object), 'answer of', place) : undefined;
  if (stubbed) {
    return stubbed;
  }
  const isOfSequence =
    name === 'push' &&
    index === 1 &&
    object &&
    !place.isListed &&
    beginsWith(file, object, (call) => /sequence$/i.test(file.callee(call).name));
  return isOfSequence ? found({ ...status, name: 'sequence' }, 'answer of', place) : undefined;
};

/** `fetchMock.get('/x', 403)` */
const ofFetchMock: Reader = ({ name, objectName, index, isDirect, place }) =>
  isDirect &&
  index === 1 &&
  /^fetch_?mock$/i.test(objectName) &&
  /^(?:get|post|put|patch|delete|head|any|all|mock|once|route|\w+Once)$/.test(name)
    ? found({ ...status, name: 'a route' }, 'answer of', place)
    : undefined;

/** `server.returns(502)`, `HTTPURLResponse.make(404)` */
const ofServer: Reader = ({ file, name, maker, objectName, index, isDirect, place }) => {
  const isAnswering =
    /^(?:returns?|responds?|answers?|fails?|replies)(?:With|_with|Next|_next|Once|_once)?$/.test(name) &&
    /(?:server|api|backend|upstream|endpoint)$/i.test(objectName);
  return isDirect && index === 0 && (isAnswering || maker === 'HTTPURLResponse') && file.subject.speaksHttp
    ? found({ ...status, weight: 0.75, name }, 'answer of', place)
    : undefined;
};

/** Functions that a test tells which answer a request to an address gets. */
const stubsAnswer = /^(?:mock|stub|fake|enqueue|intercept|given|prepare)(?:[A-Z_]\w*)?$/;

/** `.mock("http://host/sails", "no wind", 503, 1000)`: the first number beside an address. */
const ofRoute: Reader = ({ file, name, args, index, isDirect, place }) => {
  const isFirst = args.findIndex((arg) => /^\d+$/.test(file.textOf(arg, 6))) === index;
  return isDirect && index > 0 && isFirst && stubsAnswer.test(name) && args.some((arg) => isAddress(file, arg))
    ? found({ ...status, weight: 0.75, name: 'a route' }, 'answer of', place)
    : undefined;
};

function isAddress(file: SourceFile, node: Node): boolean {
  const text = file.textOf(node, 80).replace(/^value\s*=\s*/, '');
  return /^@?["'`](?:https?:\/\/|\/[\w{])/.test(text);
}

const builder = /^(?:new\s+)?(?:\w+\.)*(?:(?:Mock)?Response\.Builder\(|\w*[rR]esp\w*(?:\(\))?\.newBuilder\()/;

/** OkHttp: `response.newBuilder().code(502)`, `Response.Builder().code(502)` */
const ofBuilder: Reader = ({ file, name, object, args, isDirect, place }) =>
  isDirect &&
  name === 'code' &&
  args.length === 1 &&
  object &&
  beginsWith(file, object, (call) => builder.test(file.textOf(call, 80)))
    ? found({ ...status, weight: 0.85, name }, 'argument of', place)
    : undefined;

/** `HttpConnection.push(409, 'Please try again')`: the next answer of a stubbed client, its status and its text. */
const ofQueue: Reader = ({ file, name, objectName, args, index, isDirect, place }) =>
  isDirect &&
  index === 0 &&
  args.length > 1 &&
  file.shape(args[1] ?? place.node)?.is === 'string' &&
  /^(?:push|(?:en)?queue|add|append|unshift)(?:_?(?:response|answer|reply))?$/i.test(name) &&
  /http\w*(?:connection|client|server|mock|stub|fake|transport|backend)$/i.test(objectName)
    ? found({ ...status, weight: 0.8, name }, 'answer of', place)
    : undefined;

export const ofAnswering: Reader = (argument) =>
  ofFetchMock(argument) ??
  ofServer(argument) ??
  ofRoute(argument) ??
  ofBuilder(argument) ??
  ofQueue(argument) ??
  ofSentRequest(argument);
