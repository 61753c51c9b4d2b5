import type { Node } from '@vscode/tree-sitter-wasm';
import type { Refusal } from '../language';
import { insertion } from '../textEdits';
import type { KeyHeader, SentKey } from './writing';

/** The header in a chain of calls that builds a request and ends with `build()`, as those of Java do. */
export function sendByBuilder(builder: Node | undefined, { header, variable }: KeyHeader): SentKey | Refusal {
  const build = /\s*\.\s*build\(\s*\)$/.exec(builder?.text ?? '');
  if (!builder || !build) {
    return { refusal: 'How the request of this call is built does not show here; add the key where that is done.' };
  }
  // In a chain that is broken over lines each call has one.
  const gap = /^\s*/.exec(build[0])?.[0] ?? '';
  const edits = [insertion(builder.startIndex + build.index, `${gap}.header("${header}", ${variable})`)];
  return { edits, first: builder };
}
