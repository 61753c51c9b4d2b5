import type { Node } from '@vscode/tree-sitter-wasm';
import { isRegistered } from '../maps';
import { isErrorClass, plain } from '../names';
import { found } from '../place';
import type { Argument, Reader } from './argument';
import { isErrorCall, isThrown } from './errorCalls';

/**
 * A number before the text of an error in what a call makes, where that is handed on as an answer or as what failed:
 * `reject(buildErr(422, err.message))`, `res.json(wrap(403, 'may not board'))`. What is that specific needs no file about HTTP.
 */
export const ofLeading: Reader = (argument) => {
  const { file, call, made, args, index, isDirect, place } = argument;
  const text = args[1];
  if (index !== 0 || !isDirect || !text || !isRegistered(Number(place.node.text)) || !file.subject.isAboutWeb) {
    return undefined;
  }
  const outer = call.parent && file.shape(call.parent)?.is === 'arguments' ? file.around(call, ['call'], 3) : undefined;
  const taker = outer ? file.callee(outer) : undefined;
  const isAnswered =
    taker?.object != null && answers.test(taker.name) && answer.test(plain(file.lastName(taker.object)));
  const isError = isErrorCall(made) && /err|fail|fault|exception|problem/i.test(made);
  // `class Sunk extends Fault { constructor() { super(410, 'the boat is gone'); } }`
  const { superclass } = argument;
  if (
    superclass !== undefined &&
    isErrorClass(superclass) &&
    !ofOthers.test(superclass) &&
    file.shape(text)?.is === 'string'
  ) {
    return found({ what: 'status', weight: 0.7, name: superclass }, 'argument of', place);
  }
  const isHandedOn = isThrown(file, call) || (taker !== undefined && handsOn.test(taker.name));
  return (isAnswered && file.shape(text)?.is === 'string') || (isError && isHandedOn && isOfError(argument, text))
    ? found({ what: 'status', weight: 0.7, name: made }, 'argument of', place)
    : undefined;
};

/** Errors that have numbers of their own. */
const ofOthers = /Pars|Syntax|Token|Lex|S[qQ][lL]|Mongo|L[dD][aA][pP]|S[mM][tT][pP]|Exit/;
/** What sends a body, and what sends it. */
const answers = /^(?:json|jsonp|send)$/;
const answer = /^(?:res|resp|response|reply|ctx|context|c)$/;
/** What is given an error: a promise, what follows in a chain of handlers, one of those itself. */
const handsOn = /^(?:reject|resolve|next|done|callback|cb|fail|throwError|(?:handle|on|send)_?[eE]rr(?:or)?)$/;

/** Whether a value is a text, or what an error says: `err.message`, `errors.array()`. */
function isOfError({ file }: Argument, value: Node): boolean {
  return file.shape(value)?.is === 'string' || ofErrors.test(file.textOf(value, longestValue));
}

const longestValue = 60;
const ofErrors = /^(?:\w+\.)?(?:e|err|errors?|ex|exc|exception)(?:\.\w+(?:\(\))?)?$|^(?:message|msg|reason)$/;
