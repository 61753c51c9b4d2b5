import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from './grammar';
import type { SourceFile } from './sourceFile';
import { holdingOf } from './values';

/** Keys that are statuses by what stands behind them: what answers a request, the type of an answer, or the same number. */

const answer = /^(?:res|resp|response|reply|rw)$/;
const besideAnswer = /^(?:_?req|_?request|next|err|error|done)$/;

/** `{ 500: function (err, req, res) { … } }`, `exports['404'] = (res, next) => { … }` */
export function answersRequest(file: SourceFile, value: Node | null): boolean {
  if (!value || file.shape(value)?.is !== 'function') {
    return false;
  }
  const names = file.parameters(value).map((name) => file.nameOf(name));
  return names.some((name) => answer.test(name)) && names.some((name) => besideAnswer.test(name));
}

/** `handle(error.status, { 422: 'TAKEN' })`: what a call is given with a status. */
export function isGivenWithStatus(file: SourceFile, map: Node): boolean {
  const call = file.around(map, ['call'], 3);
  const args = call ? file.args(call) : [];
  return args.some(({ id }) => id === map.id) && args.some((arg) => holdingOf(file, arg)?.what === 'status');
}

const statusKey = /^["']?[1-5]\d\d["']?\??:/;
const typeOfAnswer = /^:\s*(?:\w+\.)*\w*(?:Errors?|Response|Problem|Exception|Failure)\b/;
const ofAnswers = /(?:responses?|errors?)$/i;
/** How much of a type is read, in UTF-16 units. */
const longestType = 80;
/** Members of a type that are looked at. */
const mostMembers = 40;

/** `type GetBoatErrors = { 404: Problem }`, `responses: { 404: { … } }`: a member of the type of what answers. */
export function isMemberOfAnswers(file: SourceFile, member: Node): boolean {
  const { parent: type } = member;
  if (member.type !== 'property_signature' || !type || type.namedChildCount > mostMembers) {
    return false;
  }
  const members = type.namedChildren.filter((other) => other?.type === 'property_signature');
  const given = member.childForFieldName('type');
  const outer = file.around(type, ['bind'], 3);
  const shape = outer && file.shape(outer);
  const name = outer && shape?.is === 'bind' ? file.lastName(part(outer, shape.name)) : '';
  return (
    members.every((other) => other !== null && statusKey.test(file.textOf(other, longestType))) &&
    (ofAnswers.test(name) || (given !== null && typeOfAnswer.test(file.textOf(given, longestType))))
  );
}

/** Whether a key is the number itself, `NUMBER_410: 410`, among those of a name that ends with `Status`. */
export function namesItself(file: SourceFile, map: Node, key: string, value: Node): boolean {
  const number = /^NUMBER_([45]\d\d)$/.exec(key)?.[1];
  const bind = number === file.textOf(value, 4) ? file.around(map, ['bind'], 4) : undefined;
  const shape = bind && file.shape(bind);
  return (
    bind !== undefined &&
    shape?.is === 'bind' &&
    /Status(?:Code)?(?:Enum)?$/.test(file.lastName(part(bind, shape.name)))
  );
}
