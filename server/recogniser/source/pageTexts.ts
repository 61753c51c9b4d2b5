import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { otherErrors } from './names';
import type { Reading } from './reading';

/** What a page says beside the status of its error, in the same element or the name of its component. */
const trouble =
  /not.?found|(?:does|did|could|can|is)(?: ?n[o']t)\b|can't|error|forbidden|denied|unauthori|permission|went wrong|oops|unavailable|sorry|lost\b|\bno (?:such|content|page|route)\b/i;
/** What an error is called on a page. */
const error = `(?:HTTP )?(?:error|${otherErrors}|feil|fejl|fel|chyba|błąd|hata|kesalahan|virhe|ошибка|помилка|错误|錯誤|エラー|오류)`;
/** How the number stands in its text: alone, after `Error`, before a dash, or before words of trouble. */
const before = new RegExp(`^\\s*(?:${error}:?\\s)?$`, 'i');
const named = new RegExp(`^\\s*${error}:?\\s$`, 'i');
const after = /^\s*(?:$|[-–—:|])/;
const longestWords = 40;

function isApart(behind: string): boolean {
  return after.test(behind) || (/^\s*[A-Z]/.test(behind) && trouble.test(behind.slice(0, longestWords)));
}

/** Elements around the number that are looked at, and how much of them, in UTF-16 units. */
const mostElements = 3;
const longestElement = 600;

/** What a component shows alone where it has nothing to show: `if (!pier.success) return <p>404</p>;` */
const guarded =
  /\bif ?\([^\n]{0,80}(?:!|\bnull\b|undefined|[eE]rror)[^\n]{0,60}\)\s?\{?\s{0,40}return\s?\(?\s{0,40}<\w{1,20}[^<>\n]{0,80}>\s{0,40}$/;
const longestGuard = 300;

/** The status that a page of an error shows: `<h1>404</h1><p>This page could not be found.</p>` */
export function ofPage(
  { file }: Reading,
  node: Node,
  range: Candidate['range'],
  statuses: readonly Entry[],
): Candidate[] {
  const said = file.text.slice(node.startIndex, range.start);
  const isShown = node.type === 'jsx_text' && before.test(said) && isApart(file.text.slice(range.end, node.endIndex));
  if (!isShown || statuses.length === 0) {
    return [];
  }
  const owner = file.around(node, ['function']);
  let isOfError =
    named.test(said) ||
    (owner !== undefined && trouble.test(file.nameOfFunction(owner))) ||
    guarded.test(file.text.slice(Math.max(0, range.start - longestGuard), range.start));
  let element = node.parent;
  for (let level = 0; element?.type === 'jsx_element' && level < mostElements && !isOfError; level++) {
    const length = element.endIndex - element.startIndex;
    isOfError = length <= longestElement && trouble.test(file.textOf(element, length));
    element = element.parent;
  }
  // Of a page without its beginning or end
  isOfError ||= file.root.hasError && trouble.test(file.text.slice(range.end, range.end + longestElement));
  return candidate(range, 'status', isOfError ? statuses : [], 0.6, 'shown by the page of an error');
}
