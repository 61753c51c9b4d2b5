import { candidate, type Candidate } from './candidate';
import type { Node } from './errorObject';
import type { Knowledge } from './knowledge';
import { isNumberOfAnswer } from './statusFields';

/** Reads maps from an address to what it answered, as checks of links and of health keep them. */

/** An address or a path as the key of what it answered, also with the method. */
const address = /^(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE) )?(?:https?:\/\/[^\s"]|\/)[^\s"]{0,2000}$/;
/** Names of maps that hold what addresses answered. */
const ofAnswers = /broken|dead|fail|error|status|response|check|probe|health|ping|links?$|urls?$/;
/** Names of maps that hold other numbers of addresses. */
const ofOthers = /size|bytes|weight|price|cost|time|_?ms$|count|hits|visits|duration|width|height|balance|mode|port/;
/** Most addresses of a map that are read. */
const mostAddresses = 2_000;

/**
 * The statuses of errors in a map of addresses: `{ "https://a.example/": 200, "https://a.example/x": 404 }`. All of its numbers
 * are those that servers answer with, and one is of a success, or the map's name tells.
 */
export function answersByAddress({ structure: { fields, items }, key }: Node, knowledge: Knowledge): Candidate[] {
  if (fields.length === 0 || fields.length > mostAddresses || items.length > 0 || ofOthers.test(key)) {
    return [];
  }
  const answers: { text: string; range: { start: number; end: number } }[] = [];
  for (const f of fields) {
    if (f.value.type !== 'scalar' || !isNumberOfAnswer(f.value.text) || !address.test(f.key)) {
      return [];
    }
    answers.push(f.value);
  }
  const isOfAnswers = ofAnswers.test(key) || answers.some(({ text }) => /^20[0-6]$/.test(text));
  return answers.flatMap(({ text, range }) =>
    isOfAnswers && Number(text) >= 400
      ? candidate(range, 'status', knowledge.status(text), 0.9, 'what an address answered')
      : [],
  );
}
