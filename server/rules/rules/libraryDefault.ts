import type { Node } from '@vscode/tree-sitter-wasm';
import type { Program } from '../program';
import type { Check } from '../rule';

/** A default of a retry library that hurts, and the option that replaces it. */
interface Default {
  /** What the file must import. */
  readonly module: RegExp;
  /** The function or class whose options these are. */
  readonly callee: RegExp;
  /** Present when the default is replaced. */
  readonly option: RegExp;
  readonly message: string;
}

const defaults: Readonly<Record<'script' | 'python', readonly Default[]>> = {
  script: [
    {
      module: /["']axios-retry["']/,
      callee: /^axiosRetry$/,
      option: /\bretryDelay\b/,
      message: 'axios-retry repeats at once unless it is told to wait: set retryDelay.',
    },
    {
      module: /["']cockatiel["']/,
      callee: /^retry$/,
      option: /\bmaxAttempts\b/,
      message: 'cockatiel repeats for ever unless it is given maxAttempts.',
    },
  ],
  python: [
    {
      module: /\burllib3\b|\brequests\.packages\b/,
      callee: /^Retry$/,
      option: /\bbackoff_factor\b/,
      message: 'urllib3 repeats at once unless it is given a backoff_factor.',
    },
    {
      module: /\btenacity\b/,
      callee: /^(?:retry|Retrying|AsyncRetrying)$/,
      option: /\bstop\b/,
      message: 'tenacity repeats for ever unless it is told when to stop.',
    },
    {
      module: /^\s*(?:import|from)\s+backoff\b/m,
      callee: /^on_(?:exception|predicate)$/,
      option: /\bmax_(?:tries|time)\b/,
      message: 'backoff repeats for ever unless it is given max_tries or max_time.',
    },
  ],
};

/** Leaves a retry library at a default that hurts. */
export const libraryDefault: Check = function* (program) {
  for (const { module, callee, option, message } of defaults[program.isPython ? 'python' : 'script']) {
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
  return program.isPython
    ? /^(?:dictionary_splat|list_splat)$/.test(arg.type)
    : /^\{[^]*\.\.\./.test(arg.text) || (arg.type === 'identifier' && /opt|config|setting/i.test(arg.text));
}

/** `@retry` without parentheses. */
function bareDecorators(program: Program): Node[] {
  return program.isPython
    ? program.root
        .descendantsOfType('decorator')
        .flatMap((node) => (node?.namedChild(0)?.type === 'identifier' ? [node.namedChild(0) as Node] : []))
    : [];
}
