import type { Node } from '@vscode/tree-sitter-wasm';
import { spoken, thingBefore, wordBehind } from './amongStatuses';
import { startOfText } from './literalNodes';
import type { SourceFile } from './sourceFile';
import { isCount } from './statusWords';

/** What stands before the title of a test: `it('`, `describe.skip("`. */
const titles = /\b(?:it|test|describe|context|scenario|specify|example)(?:\.\w+)*\s*[( ]\s*["'`]$/;
const longestCall = 24;

/**
 * Whether the title of a test speaks of a status, as titles do: `does not retry on 400`, `retries 503 twice`,
 * `401 clears the session`, `maps a 401 to …`.
 * @param text the literal
 * @param before what it says before the status
 * @param behind what it says behind the status
 */
export function isTitledStatus(file: SourceFile, text: Node, before: string, behind: string, number: string): boolean {
  const isRound = number.endsWith('00');
  const start = startOfText(file, text);
  if (thingBefore.test(before) || !titles.test(file.text.slice(Math.max(0, start - longestCall), start))) {
    return false;
  }
  if (/^(?: (?:requests|responses|errors|answers|replies)\b| error code\b)/.test(behind)) {
    return spoken.test(number) || beforeRound.test(before);
  }
  if (isRound) {
    return beforeRound.test(before) && wordBehind.test(behind) && !isCount(behind);
  }
  return (
    spoken.test(number) &&
    (before === ''
      ? /^(?::| (?:[a-z]+s (?:the|an?|to|it|its|as|all|any|up)|is|->|=>)\b)/.test(behind)
      : titleBefore.test(before) && wordBehind.test(behind) && !isCount(behind))
  );
}

/** Words before a status in a title that no other number has before it, too. */
const beforeRound =
  /\b(?:retr(?:y|ies)|throws?(?: an? [A-Z]\w+)?|rejects?(?: an? [A-Z]\w+)?|fails?|errors?|responds?|repl(?:y|ies)|answers?|returns?|[A-Z]\w*(?:Error|Exception))(?: (?:with|on|for))? (?:an? |the |HTTP )?$|\b(?:true|false|null|undefined|None|nil) (?:for|on|with) (?:an? |the |HTTP )?$/;
const titleBefore =
  /\b(?:retr(?:y|ies)|maps?|handles?|treats?|turns?|converts?|translates?|post|get|put|delete|non|surfaces?|ignores?|swallows?|reports?|propagates?|throws?|rejects?|catch(?:es)?|as|returns?|get|on|for|with|when|an?|the)(?: (?:with|on|for|an?|the|HTTP|post|get|put|delete|non))?[ -]$/i;
