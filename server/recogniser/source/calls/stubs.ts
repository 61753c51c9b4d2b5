import type { Node } from '@vscode/tree-sitter-wasm';
import { ofStubbed } from '../expectations';
import { isWellKnown } from '../../wellKnownStatuses';
import { isRegistered } from '../maps';
import { plain } from '../names';
import { found } from '../place';
import type { SourceFile } from '../sourceFile';
import { type Reader, status } from './argument';
import { isStub } from './callNames';
import { isAddress as isAddressOrName } from '../requestRows';
import { beginsWith } from './chains';
import { ofSentRequest } from './sentRequests';

/** Calls that tell a stub, a mock or a builder which answer to give. */

/** `when(response.code()).thenReturn(404)`, and of Laravel each answer of a sequence: `Http::fakeSequence()->push('busy', 429)` */
export const ofStub: Reader = ({ file, name, object, args, index, isDirect, place }) => {
  const stubbed = object && isStub(name) ? found(ofStubbed(file, object), 'answer of', place) : undefined;
  if (stubbed) {
    return stubbed;
  }
  // gomock: `client.EXPECT().Get(gomock.Any()).Return(500, nil)`
  const isOfRequest = object !== null && isStub(name) && index === 0 && args.length > 1 && isRequest(file, object);
  if (isOfRequest && isDirect && isRegistered(Number(place.node.text)) && file.subject.speaksHttp) {
    return found({ ...status, weight: 0.7, name }, 'answer of', place);
  }
  const isOfSequence =
    name === 'push' &&
    index === 1 &&
    object &&
    !place.isListed &&
    beginsWith(file, object, (call) => /sequence$/i.test(file.callee(call).name));
  return isOfSequence ? found({ ...status, name: 'sequence' }, 'answer of', place) : undefined;
};

const request = /^(?:get|post|put|patch|delete|head|do|send|fetch|request|call|execute|sendRequest|doRequest)$/i;

/** Whether a stubbed call is named after the request that it stands for, itself or in a string: `On("Get")`. */
function isRequest(file: SourceFile, call: Node): boolean {
  const [first] = file.args(call);
  const { name } = file.callee(call);
  const isNamed = first && /^(?:on|method|expect)$/i.test(name) && file.shape(first)?.is === 'string';
  return request.test(isNamed ? file.contentOf(first) : name);
}

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
    /^(?:return(?:s|ing)?|respond(?:s|ing)?|answer(?:s|ing)?|fail(?:s|ing)?|repl(?:ies|ying))(?:With|_with|Next|_next|Once|_once)?$/i.test(
      name,
    ) &&
    /(?:server|api|backend|upstream|endpoint|(?:mock|stub|fake)\w*(?:handler|client|transport|session))$/i.test(
      objectName,
    );
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

/** `check("/piers", 404)`: a path, and behind it a number that everybody knows as a status and that is no size of a picture. */
const ofVisit: Reader = ({ file, name, args, index, isDirect, place }) =>
  isDirect &&
  index > 0 &&
  index <= 3 &&
  visits.test(plain(name)) &&
  isWellKnown(place.node.text) &&
  args.slice(0, index).some((arg) => isAddressOrName(file, arg) && !picture.test(file.textOf(arg, longestAddress))) &&
  file.subject.speaksHttp
    ? found({ ...status, weight: 0.7, name }, 'answer of', place)
    : undefined;

/** What asks for a path and is told the answer that it is to get. */
const visits =
  /^(?:test|check|assert|expect|verify|ensure|must|should|visit|probe|step|case|hit|do)(?:get|post|put|delete|url|uri|path|page|route|endpoint|request|response|status|http|fetch|fails|failure|error|answers?|link)*$/;
/** Pictures have sizes. */
const picture = /\.(?:png|jpe?g|gif|svg|webp|ico|bmp|tiff?|mp4)["'`]?$/i;
const longestAddress = 120;

function isAddress(file: SourceFile, node: Node): boolean {
  const text = file.textOf(node, 80).replace(/^value\s*=\s*/, '');
  return /^@?["'`](?:https?:\/\/|\/[\w{])/.test(text);
}

const builder =
  /^(?:new\s+)?(?:\w+\.)*(?:(?:Mock)?Response\.Builder\(|\w*(?:[rR]esp|Result|Error|Problem|Fault)\w*(?:\(\))?\.(?:newBuilder|builder)\()/;

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
  /(?:http\w*(?:connection|client|server|mock|stub|fake|transport|backend)|(?:^|mock|web|fake|stub)server)$/i.test(
    objectName,
  )
    ? found({ ...status, weight: 0.8, name }, 'answer of', place)
    : undefined;

export const ofAnswering: Reader = (argument) =>
  ofFetchMock(argument) ??
  ofServer(argument) ??
  ofRoute(argument) ??
  ofVisit(argument) ??
  ofBuilder(argument) ??
  ofQueue(argument) ??
  ofSentRequest(argument);
