import type { Node } from '@vscode/tree-sitter-wasm';
import { type Answer, ofName, other, weights } from './holding';
import type { SourceFile } from './sourceFile';

/** What the commands and functions of a shell print. */

/** What a command prints. */
export function ofOutput(text: string, file: SourceFile): Answer {
  if (status.test(text)) {
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
    if (file.bindings(name).some((binding) => printed.test(binding.value?.text.slice(0, 600) ?? ''))) {
      return { what: 'status', weight: weights.status, name };
    }
  }
  // A function of the script that prints one of these.
  const called = /^\$\(\s*([A-Za-z_]\w*)/.exec(text)?.[1];
  const body = called === undefined ? undefined : bodyOf(file, called);
  if (body !== undefined && printed.test(body)) {
    return { what: 'status', weight: weights.status, name: called ?? '' };
  }
  // The whole answer: `answer=$(gh api "$path" 2>&1)`
  return answer.test(text) ? { what: 'text', weight: weights.text, name: 'output' } : undefined;
}

/** What asks a client to print the status of an answer: its own format, or the lines of the headers. */
const printed = /%\{(?:http|response)_code\}|HTTP\\?\/|--server-response|\bwget\b[^|\n]{0,200}? -\w{0,6}S\b/;
const status = new RegExp(`${printed.source}|status_?code|\\bcat\\s+\\S{0,40}(?:status|http_?code)`, 'i');
const answer = /^\$\(\s*(?:curl|wget|gh|xh|https?|az|aws|gcloud|kubectl)\b[^|]*\)$/;

/** Whether what stands before a command in its pipeline prints a status: `curl -sI "$URL" | head -n1 | grep -q 404`. */
export function isPipedStatus(file: SourceFile, command: Node): boolean {
  // The parser is not sure about what a pipeline ends in, its text is.
  const before =
    pipeline.exec(file.text.slice(Math.max(0, command.startIndex - longestPipeline), command.startIndex))?.[0] ?? '';
  const output = before === '' ? undefined : ofOutput(before, file);
  return headers.test(before) || (output !== other && output?.what === 'status');
}

/** What of a pipeline is read, in UTF-16 units. */
const longestPipeline = 600;
const pipeline = /(?:[^\n]|[|\\]\n|\n(?=\s{0,20}\|)){0,600}\|\s{0,20}$/;
const headers =
  /\bcurl\b[^|\n]{0,200}? (?:-\w{0,6}I\w{0,6}|--head)\b|\b(?:curl|wget|gh|aws|az|gcloud|doctl|hcloud)\b[^|\n]{1,200}\s2>&1\s/;

/** Calls of a function of the script that are looked at. */
const mostCalls = 6;

/** What the script gives the function around a node as one of its arguments, which the node reads by number: `$1`. */
export function givenByNumber(file: SourceFile, node: Node, index: number): Node[] {
  const owner = file.around(node, ['function']);
  const name = owner ? file.nameOfFunction(owner) || (owner.namedChild(0)?.text ?? '') : '';
  if (!/^[\w-]{1,60}$/.test(name)) {
    return [];
  }
  file.occurrencesAnywhere(name);
  const calls = [...file.text.matchAll(new RegExp(`(?<![\\w$-])${name}(?=[ \t]+["'$\\w])`, 'g'))].slice(0, mostCalls);
  return calls.flatMap(({ index: start }) => {
    const word = file.root.descendantForIndex(start, start + name.length - 1);
    const command = word ? file.around(word, ['command'], 3) : undefined;
    return (command && file.callee(command).name === name ? file.args(command)[index - 1] : undefined) ?? [];
  });
}

/** Whether a function of the script compares one of its arguments with a status that it asks for: `grep -q "^$2$"`. */
export function isComparedWithStatus(file: SourceFile, program: string, index: number): boolean {
  const body = /^[A-Za-z_]\w*$/.test(program) ? bodyOf(file, program) : undefined;
  const argument = String.raw`["'^]{0,2}\$\{?${index.toString()}\b`;
  const compared = new RegExp(
    String.raw`(?:\s(?:==?|!=|-eq|-ne|=~)|grep[^|\n]{0,20}?)\s{1,3}${argument}|${argument}[}"']{0,2}\s{1,3}(?:==?|!=|-eq|-ne)\s`,
  );
  return body !== undefined && printed.test(body) && compared.test(body);
}

/** How many statements before another one are looked at, and how far up they are. */
const mostStatements = 8;

/** Whether what a test of Bats ran last prints a status: `run http "$URL"`. */
export function printsStatus(file: SourceFile, node: Node): boolean {
  let statement: Node | null = node;
  for (let level = 0; statement && level < mostStatements; level++) {
    let before = statement.previousNamedSibling;
    for (let count = 0; before && count < mostStatements; count++) {
      const command = file.textOf(before, longestPipeline);
      if (/^run\s/.test(command) && printed.test(command)) {
        return true;
      }
      const [, ran] = /^run\s+(?:-\S+\s+)*([A-Za-z_]\w*)/.exec(file.textOf(before, 80)) ?? [];
      if (ran !== undefined) {
        return printed.test(bodyOf(file, ran) ?? '');
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

/** What a function of PowerShell gives that reads a status: `(Get-Code $_)` of `function Get-Code($e) { [int]$e.Response.StatusCode }`. */
export function ofCommandLet(file: SourceFile, command: Node): Answer {
  const { name } = file.callee(command);
  const body = /^[A-Za-z]\w*-\w+$/.test(name) ? file.functions(name)[0]?.value : undefined;
  const text = body ? file.textOf(body, longestCommandLet) : '';
  return readsStatus.test(text) && text.length < longestCommandLet
    ? { what: 'status', weight: 0.85, name: 'StatusCode' }
    : undefined;
}

/** A function that is longer does more than reading a status, in UTF-16 units. */
const longestCommandLet = 300;
const readsStatus = /\.StatusCode(?:\.value__)?\b(?!\s*-)/i;
