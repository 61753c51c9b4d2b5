import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import { field } from '../../nodes';
import { shellSyntax, wordsOf } from './syntax';

/** The HTTP call that a command is: `curl`, or the function that stands for it. */
export function shellCallReader(node: Node): HttpCall | undefined {
  const name = field(node, 'name');
  if (
    node.type !== 'command' ||
    !name ||
    !/^(?:\/usr\/bin\/)?curl(?:_with_backoff)?$/.test(shellSyntax.callee(node).name)
  ) {
    return undefined;
  }
  const words = wordsOf(node);
  return {
    client: 'curl',
    name: name.text,
    method: methodOf(words),
    range: { start: name.startIndex, end: node.endIndex },
    use: 'plain',
    async: false,
    hasLimit: true,
    hasIdempotencyKey: /\b(?:x-)?idempotency-key\s*:/i.test(node.text),
    args: node,
  };
}

/** The method by curl's options; `unknown` where some of them are in variables. */
function methodOf(words: readonly Node[]): string {
  const texts = words.map(({ text }) => text.replace(/^["']|["']$/g, ''));
  // A quoted variable is one word, mostly the address; others may hold options.
  const holdsOptions = words.some(
    (word) => word.type === 'simple_expansion' || (word.type !== 'raw_string' && /\$[@*]|\[[@*]\]/.test(word.text)),
  );
  for (const [index, text] of texts.entries()) {
    const named = /^(?:--request(?:=|$)|-[a-zA-Z]*X)(.*)$/.exec(text);
    if (named) {
      const method = named[1] === '' ? texts[index + 1] : named[1];
      return /^[A-Za-z]+$/.test(method ?? '') ? (method ?? '').toUpperCase() : 'unknown';
    }
  }
  if (holdsOptions) {
    return 'unknown';
  }
  const has = (option: RegExp): boolean => texts.some((text) => option.test(text));
  if (has(/^(?:--get|-[a-zA-Z]*G)$/)) {
    return 'GET';
  }
  if (has(/^(?:--(?:data|json|form|url-query)\b|-[a-zA-Z]*[dF])/)) {
    return 'POST';
  }
  if (has(/^(?:--upload-file\b|-[a-zA-Z]*T)/)) {
    return 'PUT';
  }
  return has(/^(?:--head|-[a-zA-Z]*I)$/) ? 'HEAD' : 'GET';
}
