import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import type { Knowledge } from '../knowledge';
import { part } from './grammar';
import type { Reading } from './reading';
import type { SourceFile } from './sourceFile';

/** Names of classes and constants that are not the reason phrase of their status. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['ResourceNotFound', 'NotFound'],
  ['InternalServer', 'InternalServerError'],
  ['ProxyAuth', 'ProxyAuthenticationRequired'],
  ['RateLimit', 'TooManyRequests'],
  ['UnprocessableContent', 'UnprocessableEntity'],
]);

/** Named constants of HTTP libraries, and classes of errors that stand for one status. */
export function* constantCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  for (const pattern of file.grammar.constants) {
    for (const match of file.text.matchAll(pattern)) {
      const name = match.groups?.['name'];
      const number = match.groups?.['number'];
      const entries = number === undefined ? statusOf(name ?? '', knowledge) : knowledge.status(number);
      if (entries.length === 0) {
        continue;
      }
      const end = match.index + match[0].length;
      // Of `HttpStatus.NOT_FOUND` the name counts, of a type in brackets all of it.
      const start =
        name !== undefined && !match[0].startsWith('[') ? match.index + match[0].lastIndexOf(name) : match.index;
      const isBare = /^(?:status|codes|Status|Code|StatusCode)\b/.test(match[0]);
      if (
        (isBare && file.speaksGrpc) ||
        /grpc(?:\.|::)$/i.test(file.text.slice(Math.max(0, match.index - 8), match.index))
      ) {
        continue;
      }
      if (isUse(file, start, end)) {
        yield candidate({ start, end }, 'status', entries, 0.95, `constant ${match[0]}`);
      }
    }
  }
}

/** Constants and error classes that are imported by name: `except TooManyRequests`. */
export function* importedCandidates({ file, knowledge }: Reading): Generator<Candidate[]> {
  const { modules } = file.grammar;
  for (const match of modules ? file.text.matchAll(modules) : []) {
    const names = match[1] === '*' ? constantNames(file.text) : (match[1] ?? '');
    for (const [, name = '', alias] of names.matchAll(/([A-Z]\w+)(?:\s+as\s+(\w+))?/g)) {
      const entries = statusOf(name, knowledge);
      for (const node of entries.length > 0 ? file.occurrences(alias ?? name) : []) {
        if (isUse(file, node.startIndex, node.endIndex)) {
          yield candidate({ start: node.startIndex, end: node.endIndex }, 'status', entries, 0.95, `constant ${name}`);
        }
      }
    }
  }
}

/** All names of a text that are written like a constant, each once. */
function constantNames(text: string): string {
  return [...new Set(text.match(/\b[A-Z][A-Z_]{2,60}\b/g) ?? [])].join(' ');
}

/** Entries of the status that a constant names. */
function statusOf(name: string, knowledge: Knowledge): Entry[] {
  const bare = name.replace(/^(?:HTTP_?|SC_|STATUS_?|Status|CLIENT_ERROR_|SERVER_ERROR_)*(?:\d{3}_?)?/, '');
  const known = otherNames.get(bare) ?? bare;
  const found = [...knowledge.statusConstant(known), ...(known === name ? [] : knowledge.statusConstant(name))];
  return [...new Set(found)].filter((entry) => Number(entry.value) >= 400);
}

/** Whether a name is used here: not in a comment or a string, not imported, not defined. */
function isUse(file: SourceFile, start: number, end: number): boolean {
  let node: Node | null = file.root.descendantForIndex(start, end - 1);
  for (let level = 0; node && level < 8; level++) {
    const shape = file.shape(node);
    if (shape?.is === 'comment' || shape?.is === 'string' || shape?.is === 'import') {
      return false;
    }
    if (shape?.is === 'bind' && (part(node, shape.name)?.endIndex ?? 0) >= end) {
      return false;
    }
    node = node.parent;
  }
  return true;
}
