import type { Node } from '@vscode/tree-sitter-wasm';
import { isErrorMaker, isTestOfRetries, plain, isRetry } from '../names';
import { isRegistered } from '../maps';
import { isCause } from './errorCalls';
import { found } from '../place';
import type { SourceFile } from '../sourceFile';
import type { Reader } from './argument';

/**
 * Functions of a program's own that are given a status: they make an answer, check one, or tell what its status means.
 * What they are called says so, with what stands beside the number.
 */

/** `fakeResponse`, `_resp`, `Reply`: what makes an answer. */
const makesAnswer =
  /^(?:an?|the|my|new|make|create|build|give|get|mock|fake|stub|dummy|test|http|json|error|text|empty|raw|api|server|async|canned|(?:en)?queued?|push|add|append|set|next|with|serve|inject|script|program|do|xml)*(?:resp|response|reply)(?:controller|builder|model|object|dto|data)?$/;
/** `buildNoBodyResponse`, `queueResponseBody`: the same with whatever else it says of the answer. */
const makesSomeAnswer =
  /^(?:make|create|build|prepare|send|write|mock|fake|stub|queue|enqueue|give|return|render)[a-z]{0,20}(?:response|reply)(?:body|with|once)?$/;
/** `mockFetch`, `stub_request`, `serverReturns`: what makes a client or a server answer. */
const makesAnswered =
  /^(?:new|make|start|setup)?(?:mock|stub|fake|failing|flaky)\w*(?:fetch|requests?|server|client|api|transport|roundtripper|handler|backend|upstream|session|connection|adapter)(?:once)?$|^(?:\w*(?:server|handler|transport|client|roundtripper|backend|upstream|api))(?:returning|responding|answering|failing)(?:with|status)?$|^fail(?:next|with|once|always)$|^(?:given|when|let)?(?:the)?(?:server|api|backend|upstream|endpoint)(?:returns?|responds?|answers?|fails?|replies|reply)(?:with)?$/;
const testServer =
  /^(?:new|make|start|setup|run)?test(?:http|api)?(?:server|handler|backend|upstream)(?:with|returning)?$/;
/** `assert_error`, `checkResponse`: what is named after a test, of an answer that is given beside the number. */
const checks = /^(?:assert|expect|check|verify|ensure|should|must)/;
const answer = /^(?:res|resp|rsp|response|result|reply|answer|rv|r)\d?$/;
const request =
  /^(?:get|post|put|patch|delete|head|options|request|fetch|call|send|inject|(?:get|post|put|patch|delete)json)$/;
/** `getErrorMessage`, `error_title_for`: what tells of an error, as a person reads it. */
const tells =
  /^(?:http)?status(?:code)?to[a-z]|(?:^|[a-z])(?:error|failure|problem)(?:message|text|title|description|label|page|hint|kind|type|name)(?:for|of|from)?(?:code)?$/;

/** An error that is written to a body, member by member. */
const writtenError = /\bjson\.(?:error|errors|message|title|detail)\b/;

/** What a function like these is given. */
export const ofAnswerCall: Reader = (argument) => {
  const { file, call, objectName: object, args, others, index, place } = argument;
  const name = argument.maker || argument.name;
  // Jbuilder: `json.code 422` beside `json.message 'no such berth'`
  if (object === 'json' && name === 'code' && args.length === 1 && !place.isText && file.says(writtenError)) {
    return found({ what: 'status', weight: 0.75, name }, 'argument of', place);
  }
  // fetch-mock: `mock.get(url, 403).catch(404)`
  if (name === 'catch' && args.length === 1 && !place.isText && file.says(/\bfetch_?mock\b/i)) {
    return found({ what: 'status', weight: 0.85, name: 'a route' }, 'answer of', place);
  }
  // `throw new Error('401')`: an error that says nothing but its status.
  if (place.isText && !place.isListed && args.length === 1 && isErrorMaker(name, object) && file.subject.speaksHttp) {
    return found({ what: 'text', weight: 0.6, name }, 'argument of', place);
  }
  // Beego: `this.Abort("404")`; and of Prometheus the values of labels, `requests.WithLabelValues("GET", "503")`
  const isSaid = /^abort$/i.test(name) ? args.length === 1 : name === 'WithLabelValues';
  if (place.isText && !place.isListed && isSaid && file.subject.speaksHttp) {
    return found({ what: 'status', weight: 0.7, name }, 'argument of', place);
  }
  // `res.render('404')`: the page of an error.
  if (index === 0 && place.isText && !place.isListed && /^(?:render|view)$/.test(name) && answer.test(plain(object))) {
    return found({ what: 'status', weight: 0.7, name: 'a page' }, 'name of', place);
  }
  // `failureOf(err, response, [201, 422])`: what is no failure.
  const isOfOutcomes = place.isListed && outcomes.test(file.textOf(args[index] ?? call, longestStart));
  if (isOfOutcomes && !place.isText && others.some((other) => isAnswer(file, other)) && file.subject.speaksHttp) {
    return found({ what: 'status', weight: 0.75, name }, 'argument of', place);
  }
  if (place.isListed || place.isText || index < 0 || !file.subject.speaksHttp) {
    return undefined;
  }
  const text = plain(name);
  // `LessMockedResponse(401, body)`: a class of answers.
  const isOfClass = index === 0 && /^[A-Z]\w*[a-z\d]Response$/.test(name);
  // `newTestServer(500, "later")`: a server that answers so, with a text.
  const isOfServer = testServer.test(text) && others.some((other) => file.shape(other)?.is === 'string');
  // `response_for(404)`
  const isOfStatus = index === 0 && /^(?:\w*_)?(?:resp|response|reply)_?(?:for|with)$/i.test(name);
  const isMaker =
    isOfClass ||
    isOfServer ||
    isOfStatus ||
    makesAnswer.test(text) ||
    makesSomeAnswer.test(text) ||
    makesAnswered.test(text);
  const isOfAnswer = checks.test(text) && index > 0 && others.some((other) => isAnswer(file, other));
  const isTold = index === 0 && args.length === 1 && ((isTestOfRetries(name) && !isRetry(name)) || tells.test(text));
  // `json({ error: 'gone' }, 404)`, `fail(400, { missing: true })`
  // `done(false, ['message' => 'no pier'], 422)`
  const isBody =
    (/^(?:json|data|fail|respond)$/.test(text) && others.length === 1 && isObject(file, others[0])) ||
    (isRegistered(Number(place.node.text)) &&
      others.length < 3 &&
      others.some((other) => isBodyOfError(file, other, place.node.text)));
  // `reject(404)`, `Promise.reject(404)`: an error that is nothing but its status.
  const isError = text === 'reject' && args.length === 1;
  // `new LinkResult(link, 500, err)`: what came of a request, with the error that is its cause.
  const isResult = /(?:Result|Response|Outcome)$/.test(name) && isCause(file.lastName(args[index + 1]));
  return isMaker || isOfAnswer || isTold || isBody || isError || isResult
    ? found({ what: 'status', weight: 0.75, name }, 'argument of', place)
    : undefined;
};

/** A list of statuses that begins with a success. */
const outcomes = /^\[\s*20[0-4](?:\s*,\s*[2-5]\d\d){1,8}\s*\]$/;

/** Whether an argument is an answer, by its name or as what a request gives. */
function isAnswer(file: SourceFile, argument: Node): boolean {
  const bare = file.bare(argument) ?? argument;
  return file.shape(bare)?.is === 'call'
    ? request.test(plain(file.callee(bare).name))
    : answer.test(plain(file.lastName(bare)));
}

function isObject(file: SourceFile, argument: Node | undefined): boolean {
  // PHP writes an object as a list: `['message' => 'gone']`.
  return (
    argument !== undefined && /^(?:\{|(?:\[|array\()\s*['"]\w+['"]\s*=>)/.test(file.textOf(argument, longestStart))
  );
}

/** Whether an argument is an object that says what went wrong. A message may be shown for 500 milliseconds. */
function isBodyOfError(file: SourceFile, argument: Node, number: string): boolean {
  const [, key = ''] = bodyOfError.exec(file.textOf(argument, longestStart)) ?? [];
  return key !== '' && (!number.endsWith('00') || /^(?:err|fehler)/.test(key));
}

const bodyOfError =
  /^(?:[\w.]{0,20}\{|(?:\[|array\())\s*["']?(errors?|message|msg|erro|mensaje|mensagem|fehler)["']?\s*(?:=>|:)/;
const longestStart = 80;
