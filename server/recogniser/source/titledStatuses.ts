import type { Node } from '@vscode/tree-sitter-wasm';
import { spoken, thingBefore, wordBehind } from './amongStatuses';
import { startOfText } from './literalNodes';
import { candidate, type Candidate } from '../candidate';
import type { Reading } from './reading';
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
  const start = startOfText(file, text);
  return titles.test(file.text.slice(Math.max(0, start - longestCall), start)) && isSaidByTitle(before, behind, number);
}

/** Whether a title speaks of a status, by what it says before and behind it. */
function isSaidByTitle(before: string, behind: string, number: string): boolean {
  if (thingBefore.test(before)) {
    return false;
  }
  const isRound = number.endsWith('00');
  if (/^(?: (?:requests|responses|errors|answers|replies)\b| error code\b)/.test(behind)) {
    return spoken.test(number) || beforeRound.test(before);
  }
  if (isRound) {
    return beforeRound.test(before) && wordBehind.test(behind) && !isCount(behind);
  }
  return (
    spoken.test(number) &&
    ((/\p{L} \($/u.test(before) && /^\)\W{0,2}$/.test(behind)) ||
      (before === ''
        ? /^(?::| (?:[a-z]+s (?:the|an?|to|it|its|as|all|any|up)|is|->|=>)\b)/.test(behind)
        : titleBefore.test(before) && wordBehind.test(behind) && !isCount(behind)))
  );
}

/** Words before a status in a title that no other number has before it, too. */
const beforeRound =
  /\b(?:retr(?:y|ies)|throws?(?: an? [A-Z]\w+)?|rejects?(?: an? [A-Z]\w+)?|fails?|errors?|responds?|repl(?:y|ies)|answers?|returns?|[A-Z]\w*(?:Error|Exception))(?: (?:with|on|for))? (?:an? |the |HTTP )?$|\b(?:true|false|null|undefined|None|nil) (?:for|on|with) (?:an? |the |HTTP )?$|\b[1-5]\d\d(?:,|\/|,? or|,? and) ?$/;
const titleBefore =
  /\b(?:retr(?:y|ies)|maps?|handles?|treats?|turns?|converts?|translates?|post|get|put|delete|non|surfaces?|ignores?|swallows?|reports?|propagates?|throws?|rejects?|catch(?:es)?|as|return(?:s|ing)?|answer(?:s|ing)?|respond(?:s|ing)?|repl(?:y|ies|ying)|giv(?:es|ing)|rais(?:es|ing)|fail(?:s|ing)?|get|on|for|with|when|an?|the)(?: (?:with|on|for|an?|the|HTTP|post|get|put|delete|non))?[ -]$|\bstatus(?:es|(?: code)?s?)? \(?$|\b[1-5]\d\d(?:,|\/|,? or|,? and) ?$/i;

/** A test that is named in a sentence: "fun `dead pier answering 404 throws`()". */
const sentence = /\bfun(?:c)? `([^`\n]{3,200})`/g;
const status = /(?<![\w.#-])[45]\d\d(?![\w.%])/g;

/** The statuses that such names speak of, in a program that has to do with HTTP. */
export function* titledNameCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  for (const name of file.subject.speaksHttp ? file.text.matchAll(sentence) : []) {
    const [whole, title = ''] = name;
    const at = name.index + whole.length - title.length - 1;
    for (const { 0: number, index } of title.matchAll(status)) {
      const end = index + number.length;
      if (isSaidByTitle(title.slice(0, index), title.slice(end), number)) {
        const range = { start: at + index, end: at + end };
        yield candidate(range, 'status', knowledge.status(number), 0.6, 'the name of a test of it');
      }
    }
  }
}
