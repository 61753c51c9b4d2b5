import type { Node } from '@vscode/tree-sitter-wasm';
import { type Answer, ofName, other, weights } from './holding';
import type { SourceFile } from './sourceFile';

/** What the commands and functions of a shell print. */

/** What a command prints. */
export function ofOutput(text: string, file: SourceFile): Answer {
  if (/%\{(?:http|response)_code\}|HTTP\/|--server-response|status_?code/i.test(text)) {
    return { what: 'status', weight: weights.status, name: 'http_code' };
  }
  const key = /\bjq\b[^|]*?\.([A-Za-z_]\w*)(?:\s*\/\/[^'"|)]*)?['"\s]/.exec(text)?.[1];
  if (key) {
    const answer = ofName(key);
    return answer && answer !== other && answer.what === 'code' && /errors?\b/.test(text)
      ? { ...answer, what: 'vendor-code', weight: weights['vendor-code'] }
      : answer;
  }
  // `code=$(echo "$answer" | tail -n1)`: from a variable that holds one.
  for (const [, name = ''] of text.matchAll(/\$\{?([A-Za-z_]\w*)/g)) {
    if (
      file.bindings(name).some((binding) => /%\{(?:http|response)_code\}/.test(binding.value?.text.slice(0, 600) ?? ''))
    ) {
      return { what: 'status', weight: weights.status, name };
    }
  }
  // A function of the script that prints one of these.
  const called = /^\$\(\s*([A-Za-z_]\w*)/.exec(text)?.[1];
  const body = called === undefined ? undefined : bodyOf(file, called);
  return body !== undefined && /%\{(?:http|response)_code\}/.test(body)
    ? { what: 'status', weight: weights.status, name: called ?? '' }
    : undefined;
}

/** How many statements before another one are looked at, and how far up they are. */
const mostStatements = 8;

/** Whether what a test of Bats ran last prints a status: `run http "$URL"`. */
export function printsStatus(file: SourceFile, node: Node): boolean {
  let statement: Node | null = node;
  for (let level = 0; statement && level < mostStatements; level++) {
    let before = statement.previousNamedSibling;
    for (let count = 0; before && count < mostStatements; count++) {
      const [, ran] = /^run\s+(?:-\S+\s+)*([A-Za-z_]\w*)/.exec(file.textOf(before, 80)) ?? [];
      if (ran !== undefined) {
        return /%\{(?:http|response)_code\}/.test(bodyOf(file, ran) ?? '');
      }
      before = before.previousNamedSibling;
    }
    statement = statement.parent;
  }
  return false;
}

/** What a function of a shell script does, from its name on. */
export function bodyOf(file: SourceFile, name: string): string | undefined {
  const start = file.text.search(
    new RegExp(`(?<![\\w$-])${name}[ \t]*\\([ \t]*\\)\\s{0,20}[{(]|\\bfunction[ \t]+${name}\\b`),
  );
  return start < 0 ? undefined : (file.text.slice(start, start + 600).split(/\n[})]/)[0] ?? '');
}
