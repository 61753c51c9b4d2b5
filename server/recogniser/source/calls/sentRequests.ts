import { found } from '../place';
import { type Reader, status } from './argument';

/** Functions that send a request, with the status that it may be answered with behind it. */

/** What sends one, and what tests how it is answered. */
const sends = /^(?:\w*_?)?(?:request|perform|call|send|fetch|serve|invoke|execute|do|run)(?:[A-Z_]\w*)?$/i;
const tests = /expect|assert|test|check|verify|should|must/i;
const method =
  /^["'`](?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)["'`]$|^(?:http\.)?Method(?:Get|Head|Post|Put|Patch|Delete|Options)$/;
const longestMethod = 24;
/** Numbers that are as often a size or a time. */
const round = /00$/;

/** `client.Do(ctx, "HEAD", path, nil, 404)`, `expectRequest(t, "GET", "/boats", 500)` */
export const ofSentRequest: Reader = ({ file, name, args, index, isDirect, place }) => {
  const at = args.findIndex((arg) => method.test(file.textOf(arg, longestMethod)));
  const isLast = index === args.length - 1;
  return isDirect &&
    at >= 0 &&
    index > at + 1 &&
    isLast &&
    (tests.test(name) || (sends.test(name) && !round.test(place.node.text)))
    ? found({ ...status, weight: 0.75, name }, 'argument of', place)
    : undefined;
};
