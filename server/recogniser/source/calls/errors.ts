import { decorated } from '../cases';
import { part } from '../grammar';
import { isOfGrape } from '../maps';
import { isErrorClass } from '../names';
import { isOwnCase, ownCaseOf } from '../ownCases';
import { found } from '../place';
import { isMadeFromStatus } from '../values';
import { type Reader, status } from './argument';
import { isThrown } from './errorCalls';

/** Errors that are made with their status, as classes, cases of a type, or what is thrown. */

/** Functions that do something about an error, and are given how long or how often: `retryOnError(load, 500)`. */
const withoutError = /^(?:log|print|show|display|track|count|report|clear|dismiss|hide|wait|retry|sleep|max|on)[A-Z_]/;

/** Errors that have numbers of their own: where in a text they are, or those of a database. */
const ofOthers = /Pars(?:e|er|ing)(?=[A-Z])|Syntax|Token|Lexer|S[qQ][lL]|Mongo|Database|L[dD][aA][pP]/;

/** `new GatewayError(502)` */
const ofClass: Reader = ({ file, made, objectName, isDirect, place }) =>
  isDirect &&
  isErrorClass(made.replace(/Constructor$/, '')) &&
  !withoutError.test(made) &&
  !ofOthers.test(made) &&
  !isLog(objectName) &&
  file.subject.speaksHttp
    ? found({ ...status, weight: 0.8, name: made }, 'argument of', place)
    : undefined;

/** Whether an object prints what it is given: `slog.Error("slow", "ms", 500)`. */
function isLog(object: string): boolean {
  return /log(?:ger)?$|^(?:zap|sugar|t|tb|console)$/i.test(object);
}

/** Cases of an error that come from a response. */
const ofResponses =
  /^(?:http|status|server|client|response|from_?(?:str|response|http)|(?:invalid|bad|unexpected|unacceptable|failed|wrong)_?(?:http)?_?(?:response|status|code))/i;

/** `ApiError::Http(404)`: a kind of error that is made from a status. */
const ofKind: Reader = ({ file, name, objectName, isDirect, place }) => {
  const isOfError = isErrorClass(objectName) || (/^[A-Z]\w*Kind$/.test(objectName) && /^http/i.test(name));
  return isDirect &&
    isOfError &&
    file.subject.speaksHttp &&
    (ofResponses.test(name) || isMadeFromStatus(file, objectName, name))
    ? found({ ...status, weight: 0.8, name: `${objectName} ${name}` }, 'argument of', place)
    : undefined;
};

/** A case that the same file defines. */
const ofOwnCase: Reader = ({ file, name, index, isDirect, place }) =>
  isDirect ? ownCaseOf(file, name, { ...place, indexes: [index] }) : undefined;

/** `.failure(.http(404))`: a case whose type is left out. */
const ofBareCase: Reader = ({ file, name, node, isDirect, place }) =>
  isDirect &&
  node !== null &&
  file.shape(node)?.is === 'symbol' &&
  /^(?:http|status|server(?:error)?$|clienterror$|custom$)/i.test(name) &&
  file.subject.speaksHttp
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

const ofParsers = /Pars|Syntax|Token|Lex|Decod|Encod|Format|Read|Compil|Schema/;

/** `DuneResult.Failed(502, "moving")`, `ReefError.unexpected(418)`: outcomes of a client that another file defines. */
const ofOutcome: Reader = ({ file, name, objectName, args, index, isDirect, place }) => {
  const isOutcome =
    /(?:Result|Outcome|Response|Reply|Answer)$/.test(objectName) &&
    /^(?:fail|err|http|refus|reject|deni)/i.test(name) &&
    args.length > 1;
  const isUnexpected =
    isErrorClass(objectName) &&
    !ofParsers.test(objectName) &&
    /^(?:unexpected|unacceptable|refused|rejected)$/i.test(name);
  return isDirect && index === 0 && (isOutcome || isUnexpected) && file.subject.speaksHttp && !isOwnCase(file, name)
    ? found({ ...status, weight: 0.7, name: `${objectName} ${name}` }, 'argument of', place)
    : undefined;
};

/** `throw new IncompleteObject(404, 'gone')`: what is thrown with a status and a text. */
const ofThrow: Reader = ({ file, call, made, args, index, isDirect, place }) =>
  isDirect && index === 0 && args.length > 1 && file.subject.speaksHttp && isThrown(file, call)
    ? found({ ...status, weight: 0.7, name: made }, 'thrown with', place)
    : undefined;

export const ofMadeError: Reader = (argument) =>
  ofClass(argument) ??
  ofKind(argument) ??
  ofOwnCase(argument) ??
  ofBareCase(argument) ??
  ofOutcome(argument) ??
  ofThrow(argument);

/** `throw error(404, 'gone')` of servers that answer with what is thrown. */
const ofThrownError: Reader = ({ file, name, object, index, isDirect, place }) =>
  isDirect && !object && index === 0 && name === 'error' && file.subject.speaksHttp
    ? found({ ...status, weight: 0.7, name }, 'argument of', place)
    : undefined;

/** Grape: `failure [[403, 'Forbidden']]`, `failure 403 => 'Forbidden'` */
export const ofGrape: Reader = ({ file, name, object, place }) =>
  name === 'failure' && !object && isOfGrape(file, place)
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

const sinatra = /\b[Ss]inatra\b/;

/** Sinatra: `error 502, 503 do`, `app.error(404) { … }`, Bottle: `@error(404)` */
const ofErrorPage: Reader = ({ file, call, name, object, isDirect, place }) =>
  name === 'error' && ((file.says(sinatra) && part(call, 'block')) || (!object && decorated(call) && isDirect))
    ? found({ ...status, weight: 0.8, name }, 'argument of', place)
    : undefined;

/** Errors of frameworks of servers. */
export const ofServerError: Reader = (argument) =>
  ofThrownError(argument) ?? ofGrape(argument) ?? ofErrorPage(argument);
