import { found } from '../place';
import { isAddress, isMethod } from '../requestRows';
import { type Reader, status } from './argument';

/** Functions that send a request, with the status that it may be answered with behind it. */

/** What sends one, and what tests how it is answered. */
const sends = /^(?:\w*_?)?(?:request|perform|call|send|fetch|serve|invoke|execute|do|run)(?:[A-Z_]\w*)?$/i;
const tests = /expect|assert|test|check|verify|should|must/i;
/** What is named after its method: `json_post('/boats', {}, 422)`. */
const byMethod =
  /(?:^|_|[a-z])(?:get|post|put|patch|delete|head)(?:_?(?:json|form|request|url|path|page))?(?:_?(?:ok|error|fail|failure|status))?$/i;
/** What keeps values by a path, and for how long. */
const keeps = /(?:cache|redis|store|storage|map|dict|db|bucket|table)$/i;
/** Statuses that nothing else is as often. */
const known = /^(?:40[134569]|41[0235]|42[29]|50[234])$/;
/** Numbers that are as often a size or a time. */
const round = /00$/;

/** `client.Do(ctx, "HEAD", path, nil, 404)`, `expectRequest(t, "GET", "/boats", 500)` */
export const ofSentRequest: Reader = ({ file, name, objectName, args, index, isDirect, place }) => {
  const at = args.findIndex((arg) => isMethod(file, arg));
  const isLast = index === args.length - 1;
  const number = place.node.text;
  const isSent = at >= 0 && index > at + 1 && (tests.test(name) || (sends.test(name) && !round.test(number)));
  // `get(t, server.URL+"/boats", 404)`, and with what is sent before it
  const isByMethod =
    byMethod.test(name) &&
    !keeps.test(objectName) &&
    (known.test(number) || (tests.test(name) && !round.test(number))) &&
    index > 1 &&
    args.slice(0, index).some((arg) => isAddress(file, arg)) &&
    file.subject.speaksHttp;
  // `stub.add("GET", "/boats", 404, text)`: a method, a path and what answers them
  const isRow =
    at >= 0 &&
    index === at + 2 &&
    known.test(number) &&
    isAddress(file, args[index - 1] ?? place.node) &&
    file.subject.speaksHttp;
  return isDirect && (isRow || (isLast && (isSent || isByMethod)))
    ? found({ ...status, weight: 0.75, name }, 'argument of', place)
    : undefined;
};
