import type { Node } from '@vscode/tree-sitter-wasm';
import { candidate, type Candidate } from '../candidate';
import { isStatusOfTitle } from '../titleWords';
import { startOfText } from './literalNodes';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/** What stands before the title of a test: `it('`, `describe.skip("`. */
const titles =
  /@DisplayName\(["']$|\b(?:name|desc|description|title|scenario|testName)["']?:\s{1,8}["'`]$|\b(?:it|test|describe|context|scenario|specify|example)(?:\.\w+)*\s*[( ]\s*["'`]$|\b(?:t|s\.T\(\)|suite|b)\.Run\(["`]$/;
const longestCall = 24;

/**
 * Whether the title of a test speaks of a status, see {@link isStatusOfTitle}.
 * @param text the literal
 * @param before what it says before the status
 * @param behind what it says behind the status
 */
export function isTitledStatus(file: SourceFile, text: Node, before: string, behind: string, number: string): boolean {
  const start = startOfText(file, text);
  return (
    titles.test(file.text.slice(Math.max(0, start - longestCall), start)) && isStatusOfTitle(before, behind, number)
  );
}

/**
 * The call of a test whose title a text is.
 * @param text the literal
 */
export function testTitledBy(file: SourceFile, text: Node): Node | undefined {
  const start = startOfText(file, text);
  const call = titles.test(file.text.slice(Math.max(0, start - longestCall), start))
    ? file.around(text, ['call', 'command'], 4)
    : undefined;
  return call && file.args(call)[0]?.startIndex === text.startIndex ? call : undefined;
}

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
      if (isStatusOfTitle(title.slice(0, index), title.slice(end), number)) {
        const range = { start: at + index, end: at + end };
        yield candidate(range, 'status', knowledge.status(number), 0.6, 'the name of a test of it');
      }
    }
  }
}
