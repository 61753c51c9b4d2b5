import {
  hasOwnStatus,
  isNamedAfterStatus,
  isOptionOfStatuses,
  isTestOfRetries,
  isTestOfStatus,
  plain,
  isRetry,
} from '../names';
import { isRegistered } from '../maps';
import { found } from '../place';
import { type Argument, type Reader, status } from './argument';
import { isStatusCall, isStatusMethod } from './callNames';

/** Calls whose name says that they are given a status. */

const statusTypes = /^(?:http)?(?:status|statuscode|statuses|statuscodes)$/;

/** `HttpStatus(404)`, `StatusCode::from_u16(404)` */
const ofType: Reader = ({ name, maker, place }) =>
  statusTypes.test(plain(maker)) || statusTypes.test(plain(name)) ? found(status, 'argument of', place) : undefined;

/** `sendStatus(404)`, `response.code(404)`, `new ApiError(404)` */
const ofNamed: Reader = ({ file, call, name, maker, object, objectName, isDirect, place }) => {
  // The servers of other protocols reply, too.
  const isReply = name === 'reply' && !file.subject.speaksHttp;
  // A function of the program's own says what it is given: `Answering(int rows)`.
  const isOwn = /^answering/i.test(name) && file.functionsAnywhere(name).length > 0;
  // Fastify: `r.code(404).send(body)`
  const isSent =
    name === 'code' && object !== null && answersNext.test(file.text.slice(call.endIndex, call.endIndex + longestNext));
  const setsOwn = /^set_?status$/i.test(name) && hasOwnStatus(objectName);
  return isDirect &&
    !isReply &&
    !isOwn &&
    !setsOwn &&
    (isSent || isStatusCall(name, object !== null) || isStatusCall(maker) || isStatusMethod(objectName, name))
    ? found({ ...status, name: maker || name }, 'argument of', place)
    : undefined;
};

/** What is called on an answer that was given its status. */
const answersNext = /^\s*\.(?:send|json|header|headers|type|end|render|view)\(/;
const longestNext = 40;

export const ofStatusCall: Reader = (argument) => ofType(argument) ?? ofNamed(argument);

/** PHP: `header('…', true, 404)` */
export const ofHeader: Reader = ({ name, index, place }) =>
  name === 'header' && index === 2 ? found({ ...status, name }, 'argument of', place) : undefined;

/** Sinatra: `error 409, 'taken'`, beside routes or what stops one */
export const ofSinatra: Reader = ({ file, name, object, args, index, isDirect, place }) =>
  name === 'error' && !object && isDirect && index === 0 && args.length === 2 && file.says(routesOfSinatra)
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

/** Sinatra: `redirect 404 if berth.nil?`, which answers with the status and goes nowhere. */
export const ofRedirect: Reader = ({ name, object, args, isDirect, place }) =>
  name === 'redirect' && !object && isDirect && args.length === 1
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

const routesOfSinatra = /^\s*(?:halt [45]\d\d\b|not_found do\b|(?:get|post|put|patch|delete) ['"]\/[^'"\n]*['"] do\b)/m;

/** Sinatra: `throw :halt, 412`; and `raise HttpError, 429`, whose class is that of answers */
export const ofRaise: Reader = ({ file, name, object, args, index, isDirect, place }) => {
  const what = args[0] ? file.textOf(args[0], longestClass) : '';
  const isOfAnswer = name === 'throw' ? what === ':halt' : name === 'raise' && classOfAnswers.test(what);
  return isDirect && index === 1 && object === null && isOfAnswer
    ? found({ ...status, weight: 0.8, name: what }, 'argument of', place)
    : undefined;
};

const longestClass = 60;
const classOfAnswers = /(?:H(?:ttp|TTP)|A(?:pi|PI)|Status|Response|Request)\w{0,20}(?:Error|Exception|Failure)$/;

/** `WithRetryCodes(429, 503)`, `retry_on(&[502, 504])`, `isRetryable(503)` */
export const ofRetries: Reader = ({ file, name, args, index, isDirect, place }) => {
  const isOption = !place.isText && isOptionOfStatuses(name);
  const isTest = isDirect && index === 0 && ((isTestOfRetries(name) && !isRetry(name)) || isTestOfStatus(name));
  // `should_retry((None, 503, None))`: an answer as its parts
  const isOfParts =
    index === 0 &&
    !place.isText &&
    isTestOfRetries(name) &&
    !isRetry(name) &&
    isOnlyNumber(file.textOf(args[0] ?? place.node, longestParts));
  return (isOption || isTest || isOfParts) && file.subject.speaksHttp
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;
};

const longestParts = 80;

function isOnlyNumber(parts: string): boolean {
  return /^\([A-Za-z_]\w{0,40}, \d{3}, [A-Za-z_{}[\]]{1,40}\)$/.test(parts);
}

/**
 * `bent('json', 200, 404)`, `request(url, method, 200, 204, 404)`: the statuses that a request may be answered with, from
 * a success to an error, in their order.
 */
export const ofAcceptedStatuses: Reader = ({ file, args, index, isDirect, place }) => {
  const numbers = args.map((arg) => Number(file.textOf(arg, 4)));
  const first = numbers.findIndex((number) => !Number.isNaN(number));
  const accepted = numbers.slice(first);
  const isBent = file.says(/\bbent\b/);
  const isAccepted =
    isDirect &&
    first > 0 &&
    index > first &&
    accepted.every((number, at) => isRegistered(number) && number > (accepted[at - 1] ?? 199)) &&
    (accepted[0] ?? 0) < 210 &&
    (accepted.length > 2 || isBent);
  return isAccepted && (isBent || file.subject.speaksHttp)
    ? found({ ...status, weight: 0.75, name: 'statuses' }, 'listed with', place)
    : undefined;
};

/** OpenStack: `@wsgi.expected_errors((400, 404))`, what a function may answer with */
export const ofExpectedErrors: Reader = ({ file, name, place }) =>
  !place.isText && expectedErrors.test(name) && file.subject.speaksHttp
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

const expectedErrors = /^(?:expected|allowed|accepted|ignored|handled)_?(?:http_?)?errors$/i;

/** `resolver.resolve_error_handler(500)`: what answers an error is kept by its status. */
export const ofHandlerOfErrors: Reader = ({ file, name, index, isDirect, place }) =>
  isDirect && index === 0 && handlerOfErrors.test(name) && file.subject.speaksHttp
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

const handlerOfErrors =
  /^(?:(?:resolve|get|find|look_?up|add|set|remove|call|run)_?)?(?:http_?)?error_?(?:handler|page|view)$/i;

/** Python: `functools.partial(self.set_status, 503)` */
export const ofPartial: Reader = ({ file, name, args, index, isDirect, place }) =>
  isDirect && index === 1 && name === 'partial' && isStatusCall(file.lastName(args[0]), true)
    ? found({ ...status, weight: 0.85, name: file.lastName(args[0]) }, 'argument of', place)
    : undefined;

/** `describeStatus(404)` */
export const ofDescription: Reader = (argument) => {
  const { file, name, objectName, place } = argument;
  return isOnly(argument) && isNamedAfterStatus(name) && !hasOwnStatus(objectName) && file.subject.speaksHttp
    ? found({ ...status, weight: 0.7, name }, 'argument of', place)
    : undefined;
};

const ofStatuses = /^(?:Http|HTTP)?Status(?:Codes?)?$/;
/** A module with tests of statuses: `status.is_redirect(404)`. */
const isModuleOfStatuses = /^(?:http_?)?status(?:_?codes?)?$/;
const namesStatus = /status_?code|http_?status|(?:return|respond|repl|answer|send|fail)\w*error_?code$/i;

/** `colorOfStatusCode(404)`, `HttpStatusCodes.isRedirect(404)` */
export const ofStatusWords: Reader = ({ name, objectName, index, isDirect, place }) =>
  isDirect &&
  index === 0 &&
  (namesStatus.test(name) || ofStatuses.test(objectName) || (isModuleOfStatuses.test(objectName) && /^is_/.test(name)))
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

function isOnly({ isDirect, index, args }: Argument): boolean {
  return isDirect && index === 0 && args.length === 1;
}
