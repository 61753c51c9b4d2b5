import { isIdempotent } from '../../retry/httpCall';
import { writtenOut } from '../addresses';
import type { Program } from '../program';
import type { Request } from '../requests';
import { nameOf, type Repetition } from '../repetition';

/** Whether a request changes nothing, or may be repeated for another reason; also when its method is not known. */
export function isRead({ call }: Request): boolean {
  return call.method === 'unknown' || isIdempotent(call);
}

/** Words by which a program looks whether a write has happened, before it writes again. */
export const looks =
  /exist|find|lookup|look_?up|verify|verif|check|already|idempot|dedup|search|get_?(?:tweet|post|status)/i;

/** What is asked for by POST, but only read or made anew: a token, a search, a query. */
const readsByPost = /token|oauth|_?search\b|graphql|\bquery\b/i;

/** Whether a program gives its writes a key by which the server knows a repetition. */
export function hasKey(program: Program, { node }: Repetition): boolean {
  return /idempot|dedup|client_?(?:token|request_?id)|request_?id/i.test(program.textAround(node));
}

/** A request that does something a second time when it is repeated. */
export function isUnsafeWrite({ call, node }: Request): boolean {
  return (call.method === 'POST' || call.method === 'PATCH') && !call.hasIdempotencyKey && !readsByPost.test(node.text);
}

const answer = /^(?:r|res|resp|response|answer|reply|result)$/;

/** Whether a repetition calls something by whose name it looks what has happened so far; not: at the answer itself. */
export function looksBefore(program: Program, { node, requests }: Repetition): boolean {
  return program.calls(node).some((call) => {
    const { name } = program.file.callee(call);
    const isOfAnswer =
      /status_?code|getStatus$/i.test(name) || program.file.args(call).some(({ text }) => answer.test(text));
    const isLook = looks.test(name) && !isOfAnswer;
    return isLook && requests.every((request) => request.node.id !== call.id);
  });
}

/** Addresses that are asked whether something has started. */
export const local =
  /\b(?:localhost|127\.0\.0\.1|health\w*|ready|readyz|ping)\b|\/\/(?:0\.0\.0\.0|10\.\d|192\.168\.|169\.254\.|\[?::1)|\/\/[\w${}-]+:(?:\d{2,5}\b|\$)|--unix-socket/i;

/** A program on this machine is waited for until it has started. */
export function isLocal(program: Program, { requests }: Repetition): boolean {
  return requests.length > 0 && requests.every(({ node }) => local.test(writtenOut(program, node)));
}

/** Names of functions that wait until something has come about. */
const awaits = /wait[_-]?(?:for|until)|poll|until|ready|health|alive|startup|connect_?loop|watch/i;

/** How much of a loop, and of what stands before it, says what it waits for, in UTF-16 units. */
const mostOfLoop = 2_000;
const beforeLoop = 120;

/** Whether a failure is what a repetition waits to end, and no mistake of the request. */
export function isAwaited(program: Program, repetition: Repetition): boolean {
  const owner = repetition.kind === 'recursion' ? repetition.node : program.functionAround(repetition.node);
  const { startIndex, endIndex } = repetition.node;
  const said = program.text.slice(Math.max(0, startIndex - beforeLoop), Math.min(endIndex, startIndex + mostOfLoop));
  return (
    isLocal(program, repetition) ||
    awaits.test(nameOf(program, owner)) ||
    (program.language.awaits?.test(said) ?? false)
  );
}
