import type { Node } from '@vscode/tree-sitter-wasm';
import type { CallOption } from '../../callOptions';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { covers, field, outward } from '../../nodes';
import type { TextEdit } from '../../textEdits';
import { runs, shellSyntax, wordsOf } from './syntax';

/** The edit that lets the function run curl: `BACKOFF_IDEMPOTENT=true curl_with_backoff ...`. */
export function wrapShellCall(call: HttpCall, handler: string, options: readonly CallOption[]): TextEdit | Refusal {
  const clash = clashOf(call);
  if (clash) {
    return clash;
  }
  const name = field(call.args, 'name');
  return {
    range: { start: call.range.start, end: name?.endIndex ?? call.range.start },
    newText: [...options.map(setting), handler].join(' '),
  };
}

/** Why a call cannot be run by a handler, which reads the headers of its answers; undefined when it can. */
export function clashOf(call: HttpCall): Refusal | undefined {
  const words = wordsOf(call.args).map(({ text }) => text);
  const own = words.find((word) => /^(?:--retry|--dump-header|--parallel|--next)\b|^-[a-zA-Z]*[D:Z]$/.test(word));
  if (own?.startsWith('--retry')) {
    return { refusal: `This call is already retried by curl itself (${own}).` };
  }
  if (own) {
    return { refusal: `This call uses ${own}, which the handler needs itself.` };
  }
  return isRepeated(call)
    ? { refusal: 'The loop around this call retries already: wrapping the call would multiply the attempts.' }
    : undefined;
}

/** Whether a loop that counts, or that looks at the exit code, waits between its rounds. */
function isRepeated(call: HttpCall): boolean {
  return [...outward(call.args)].some((node) => isRepeatedBy(node, call));
}

/** Whether a node is such a loop. */
export function isRepeatedBy(loop: Node, call: HttpCall): boolean {
  if (!shellSyntax.loops.has(loop.type)) {
    return false;
  }
  const condition = field(loop, 'condition');
  const counts = loop.type !== 'while_statement' && shellSyntax.loopOver(loop).over === undefined;
  const isAsked = condition !== undefined && covers(condition, call.args);
  return isAsked || (runs(loop, 'sleep') && (counts || runs(loop, 'break')));
}

function setting({ name, value }: CallOption): string {
  const upper = name.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
  return `BACKOFF_${upper}=${String(typeof value === 'object' ? value.seconds : value)}`;
}
