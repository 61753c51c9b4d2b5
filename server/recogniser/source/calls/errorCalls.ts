import type { Node } from '@vscode/tree-sitter-wasm';
import { baseOf, ownClassOf } from '../functions';
import { isErrorClass, plain } from '../names';
import { found } from '../place';
import type { SourceFile } from '../sourceFile';
import type { Reader } from './argument';

/**
 * A program's own functions that answer with an error or make one, defined elsewhere: `buildErrorResponse(404, 'gone')`,
 * `ApiResponse.failed('gone', 404)`. Every word of the name counts: `errorDelay(500)` is given something else.
 */

/** Words of which one must be in the name. */
const errorWord = /^(?:errors?|errorf|err|failed|failure|fail|problem|fault|exception)$/;
/** What is said of an answer only beside `verb`. */
const answerWord = /^(?:response|respond|responder|reply|answer|json|result)$/;
const verb = /^(?:send|write|respond|return|make|create|build|generate|new|render|handle|api|http|json|reply|throw)$/;
const otherWord =
  /^(?:raise|finish|end|show|test|handler|server|client|custom|partial|format|formatted|with|to|as|of|for|from|app|application|service|rest|web|base|generic|common|standard|simple|my|status|code|internal|simulate|mock|mocked|fake|inject|not|found|bad|request|message|details|obj|object|and|a|an|the|js|utils?|helper|async|sync|dto|body|payload|model|vo|view|info|entity)$/;

/** Packages that make errors, and their functions that are given a status and a text. */
const ofErrors = /^(?:api|http|app|biz|my|x|web|rest|k)?(?:err(?:or)?s?|errx|errcode|ecode|problems?|fault)$/;
const makesError = /^[Nn]ew(?:f|Error|With(?:Code|Status))?$|^(?:Errorf?|WithCode|WithStatus|[Cc]reate|[Mm]ake)$/;

/** What the name of a function may be alone where something beside it speaks of an answer. */
const bare = /^(?:error|err|fail|failed|failure|problem|exception|abort|throwerror|json|respond|reply)$/;
/** Objects that answer or make answers. */
const answering =
  /(?:^r|^c|^ctx|^context|^this|^self|res|response|result|reply|api|http|handler|responder|controller|helpers?|router|routingcontext|web|resource)$/;
const answerName =
  /^(?:res|resp|response|reply|w|rw|writer|ctx|c|context|h|req|request|exchange|mockres|rec|rr|recorder|result)$/;

/** What writes an answer, and what it is written to, which is given first. */
const writes =
  /^(?:write|handle|send|finish|end|reject|deny|answer|output|emit|terminate|render|respond|show)(?:async|to|text|body|json|html|page|error|view|template|response|out)*$/;
const cancels = /^(?:ct|c|cancel\w*|token)$/i;
const whatAnswers =
  /^(?:c|res|resp|response|reply|w|rw|writer|ctx|context|http(?:context|response|exchange)|exchange)$/;

/** The words of a name in small letters. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);
}

/** Whether a function of this name answers with an error, makes one, or makes an answer. */
export function isErrorCall(name: string): boolean {
  const words = wordsOf(name);
  const isOfError = words.some((word) => errorWord.test(word));
  const answers = words.filter((word) => answerWord.test(word)).length;
  // `sendJson`, `ResponseResult`
  const isOfAnswer = answers > 1 || (answers > 0 && words.some((word) => verb.test(word)));
  return (
    words.length > 1 &&
    (isOfError || isOfAnswer) &&
    words.every((word) => [errorWord, answerWord, verb, otherWord].some((known) => known.test(word)))
  );
}

/** A number given to a function that is named after an error or an answer. */
export const ofErrorCall: Reader = (argument) => {
  const { file, maker, others, place } = argument;
  const name = maker || argument.name;
  const object = maker ? null : argument.object;
  if (place.isListed || place.isText || !file.subject.speaksHttp) {
    return undefined;
  }
  const owner = object ? file.lastName(object) : '';
  // Kratos and others: `errors.New(404, "USER_NOT_FOUND", "no such user")`
  // `throw error_.new('No such boat', 400, { id })`
  const isOfErrors =
    (owner === '' ? ofErrors.test(plain(name)) : ofErrors.test(plain(owner)) && makesError.test(name)) &&
    (isThrown(file, argument.call) ||
      others.some((other) => other.startIndex > place.node.startIndex && isText(file, other)));
  const isNamed = isOfErrors || (isErrorCall(name) && !/log|console|toast|notif|alert|snack|ui$/i.test(owner));
  // `fail(res, 404)`, `error('Not here', 404)`; `error(code, 500)` says nothing.
  const isAnswering = owner !== '' && answering.test(plain(owner));
  const isBare = bare.test(plain(name)) && (isAnswering || speaksOfAnswer(file, others, owner === ''));
  const isOwn = !isErrorClass(owner) && file.functions(name).length > 0;
  // `WriteAsync(context, 422, text)`
  const [first] = argument.args;
  const isWritten =
    (argument.index === 1 || argument.index === argument.args.length - 1) &&
    argument.args.length > 2 &&
    writes.test(plain(name)) &&
    first !== undefined &&
    (whatAnswers.test(plain(file.lastName(first))) || isTypedAnswer(file, first));
  // FastEndpoints: `SendAsync(answer, 409, cancellation)`
  const isSent =
    argument.index === 1 && /^Send\w*Async$/.test(name) && cancels.test(file.lastName(argument.args.at(-1)));
  return (isNamed || isBare || isWritten || isSent) && !isOwn
    ? found({ what: 'status', weight: 0.75, name }, 'argument of', place)
    : undefined;
};

/** Whether an argument is a text, also one that is put together: `fmt.Sprintf("no boat %q", id)`. */
function isText(file: SourceFile, argument: Node): boolean {
  const is = file.shape(argument)?.is;
  return is === 'string' || (is === 'call' && /^(?:sprintf?|format)$/i.test(file.callee(argument).name));
}

/** Clients that Speakeasy generates: `M.jsonErr([400, 409], errors.Fault)`, `M.fail([404, '4XX'])` */
export const ofMatcherOfErrors: Reader = ({ file, name, objectName, index, place }) =>
  index === 0 && objectName === 'M' && matchesErrors.test(name) && !place.isText && file.subject.speaksHttp
    ? found({ what: 'status', weight: 0.85, name }, 'argument of', { ...place, isListed: false })
    : undefined;

const matchesErrors = /^(?:fail|(?:json|text|bytes|stream|sse|nil)Err)$/;

const typeOfAnswer =
  /\b(?:Http(?:Exchange|Context|Response|ServletResponse)|ResponseWriter|ServerResponse|RoutingContext|ServerHttpResponse)\b/;

/** Whether a name is that of a parameter whose type is one of what answers: `HttpExchange t`. */
function isTypedAnswer(file: SourceFile, name: Node): boolean {
  const bare = file.bare(name) ?? name;
  const binding = file.shape(bare)?.is === 'name' ? file.bindingOf(bare) : undefined;
  const parameter = binding?.kind === 'parameter' ? file.around(binding.name, ['parameter'], 3) : undefined;
  return parameter !== undefined && typeOfAnswer.test(file.textOf(parameter, longestParameter));
}

const longestParameter = 100;

/** Whether one of the arguments is what answers, or is an answer; or a text, where that may be its text. */
export function speaksOfAnswer(file: SourceFile, others: readonly Node[], mayBeText: boolean): boolean {
  return others.some((other) => {
    const is = file.shape(other)?.is;
    return (
      (mayBeText && is === 'string') ||
      (is === 'name' && (answerName.test(plain(file.nameOf(other))) || isTypedAnswer(file, other)))
    );
  });
}

/** What a function is given where it is given nothing: the details of an error, say. */
const nothing = /^(?:null|None|nil|undefined|\[\]|\{\}|\(\)|array\(\)|dict\(\)|''|"")$/i;
const longestNothing = 12;
const endsRequest = /^(?:deny|die|abort|halt|refuse|reject)(?:with)?$/;
/** Errors of what is read, which stand at a place in it, and of what took too long. */
const ofReaders = /Pars|Syntax|Token|Lex|Decod|Encod|Format|Read|Compil|Schema|Timeout/;
/** What an error was made of, which PHP puts behind its number: `new Gone('no longer here', 410, $previous)`. */
const causes = /^(?:e|ex|exc|exception|err|error|prev|previous|cause)$/i;

const isMessage = /^(?:message|msg|text|reason)$/;

/** Whether an argument of this name is an error that another is made of. */
export function isCause(name: string): boolean {
  return causes.test(name);
}

/**
 * A number behind the text of an error, at the end of what is given: `throw new Failure('No such page', 404)`, and where
 * something is left out before it, `fail($out, 'No such page', null, 404)`. What is that specific needs no file about HTTP.
 */
export const ofTrailing: Reader = ({ file, call, made, superclass, args, index, place }) => {
  const [before, last] = [args[index - 1], args[index + 1]];
  const isLast = last === undefined || isCause(file.lastName(last));
  if (index < 1 || !isLast || place.isListed || place.isText || !file.subject.isAboutWeb) {
    return undefined;
  }
  // PHP: `parent::__construct($message, 403, $previous)`
  const isOfSuper =
    superclass !== undefined && last !== undefined && index === 1 && isMessage.test(plain(file.lastName(before)));
  const isOfText = isOfSuper || args.slice(0, index).some((argument) => isSentence(file, argument));
  const name = plain(made);
  const isOfError = isErrorClass(made) || isErrorCall(made) || bare.test(name) || endsRequest.test(name);
  const isEmpty = before !== undefined && nothing.test(file.textOf(before, longestNothing));
  const isMade = (isMadeError(file, call, made) || (isOfSuper && isErrorClass(made))) && !ofReaders.test(made);
  // CodeIgniter: `show_error('You may not see this.', 403)`
  const isShown = made === 'show_error';
  // `throw new InvalidRequest('may not read this', 403)`
  const isThrownWith =
    index === 1 && last === undefined && isThrown(file, call) && !ofReaders.test(made) && file.subject.speaksHttp;
  return isOfText && ((isOfError && isEmpty) || isMade || isShown || isThrownWith)
    ? found({ what: 'status', weight: 0.7, name: made }, 'argument of', place)
    : undefined;
};

/** Whether a call makes an error that is thrown, or one of the class of errors that it stands in: `cls('gone', 410)`. */
function isMadeError(file: SourceFile, call: Node, made: string): boolean {
  if (isErrorClass(made) && isThrown(file, call)) {
    return true;
  }
  const { name, object } = file.callee(call);
  const own = object ? undefined : ownClassOf(file, call, name);
  return own !== undefined && [own, baseOf(file, call) ?? ''].some(isErrorClass);
}

/** Whether what a call makes is thrown where it is made. */
export function isThrown(file: SourceFile, call: Node): boolean {
  const before = file.text.slice(Math.max(0, call.startIndex - longestThrow), call.startIndex);
  return /\b(?:throw|raise)\s+(?:new\s+)?\\?$/.test(before);
}

const longestThrow = 16;

/** A text of several words, also one that is translated or put together: `__('No such page')`, `"No page " . $name`. */
const sentence = /^(?:\w{1,12}\()?[fFbru]{0,2}["'`][^"'`\n]*?[A-Za-z]{2}[^\s"'`]* [^\s"'`]/;
const longestSentence = 100;

function isSentence(file: SourceFile, argument: Node): boolean {
  return sentence.test(file.textOf(argument, longestSentence));
}
