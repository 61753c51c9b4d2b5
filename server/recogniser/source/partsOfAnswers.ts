import type { Node } from '@vscode/tree-sitter-wasm';
import type { Answer } from './holding';
import { plain } from './names';
import type { SourceFile } from './sourceFile';

/** Parts of answers and of errors that have no name of a status, by what they are a part of. */

const answer = /^(?:last|raw|the|rack|mock)?(?:response|resp|res|answer|reply)$/;
/** Servers whose applications answer with the status, the headers and the body. */
const servers = /\b[rR]ack\b|\bRACK_|\bwsgi\b|\bWSGI\b/;

/** `response[0]`, `result.first`: of the three parts of an answer of Rack the first is the status. */
export function ofFirst(file: SourceFile, whole: Node | null): Answer {
  const called = whole && file.shape(whole)?.is === 'call' ? file.callee(whole) : undefined;
  // `app.call(env).first`
  const isCall = called?.name === 'call' && called.object !== null;
  const name = isCall ? 'response' : plain(whole ? file.lastName(whole) : '');
  return whole && (answer.test(name) || name === 'result') && file.says(servers)
    ? { what: 'status', weight: 0.8, name: 'the first of an answer' }
    : undefined;
}

/** Whether a member is the part of an error that was compared with what was expected: Go's `errStatus.Actual == 404`. */
export function isOfCompared(name: string): boolean {
  return /^(?:Actual|Got|Received)$/.test(name);
}
