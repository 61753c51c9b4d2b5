import { candidate, type Candidate } from './candidate';
import { isDescribed, type Node } from './errorObject';
import type { Knowledge } from './knowledge';
import { isNumberOfAnswer } from './statusFields';

/** Names of lists of statuses, as settings have them: `retryStatusCodes`, `status_forcelist`, `retry_on`. */
const ofStatuses =
  /^[a-z]{0,30}(?:status(?:es|codes?|codes?list|forcelist)|http(?:status)?codes?|statuscodestoretry)$|^retry(?:on|able|codes?|onstatus|oncodes?|onhttp[a-z]{0,12})$/;
/** Most statuses of such a list. */
const most = 40;

/** The statuses of errors in a list of statuses: `"retryStatusCodes": [408, 429]`. Each is an error of its own. */
export function listedStatuses(node: Node, knowledge: Knowledge): Candidate[] {
  const { items, fields } = node.structure;
  if (
    items.length === 0 ||
    items.length > most ||
    fields.length > 0 ||
    !ofStatuses.test(node.key.replace(/[_.-]/g, '')) ||
    isDescribed(node)
  ) {
    return [];
  }
  const numbers = items.flatMap((item) => (item.type === 'scalar' && isNumberOfAnswer(item.text) ? [item] : []));
  return numbers.length < items.length
    ? []
    : numbers.flatMap(({ range, text }) =>
        Number(text) < 400 ? [] : candidate(range, 'status', knowledge.status(text), 0.9, `in ${node.key}`),
      );
}
