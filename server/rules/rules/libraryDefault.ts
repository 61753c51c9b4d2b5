import type { Node } from '@vscode/tree-sitter-wasm';
import type { Program } from '../program';
import type { Check } from '../rule';

/** Leaves a retry library at a default that hurts. */
export const libraryDefault: Check = function* (program) {
  for (const { module, callee, option, message } of program.language.defaults) {
    if (!module.test(program.text)) {
      continue;
    }
    for (const call of [...program.calls(program.root), ...bareDecorators(program)]) {
      const { name, node } = program.file.callee(call);
      const args = program.file.args(call);
      const called = node ? name : call.text;
      if (!callee.test(called) || args.some((arg) => option.test(arg.text) || isElsewhere(program, arg))) {
        continue;
      }
      yield {
        rule: 'library-default',
        range: { start: (node ?? call).startIndex, end: (node ?? call).endIndex },
        message,
      };
    }
  }
};

/** Options that are not written out here may hold anything. */
function isElsewhere(program: Program, arg: Node): boolean {
  const isSpread = /splat|spread/.test(arg.type) || /^\{[^]*\.\.\./.test(arg.text);
  return isSpread || (program.file.shape(arg)?.is === 'name' && /opt|config|setting/i.test(arg.text));
}

/** `@retry` without parentheses. */
function bareDecorators(program: Program): Node[] {
  return program.root
    .descendantsOfType('decorator')
    .flatMap((node) => (node?.namedChild(0)?.type === 'identifier' ? [node.namedChild(0) as Node] : []));
}
