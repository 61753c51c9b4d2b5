import type { Check } from '../rule';

/** Sends a request with a client that waits for ever unless told otherwise. */
export const noTimeout: Check = function* (program) {
  for (const { call, node } of program.requests) {
    if (call.hasLimit || !isDirect(program.isPython, call.name)) {
      continue;
    }
    // Options that come from elsewhere may set it.
    if (
      /\*\*\w|\.\.\.\w/.test(call.args.text) ||
      (!program.isPython && optionsAreElsewhere(call.args.namedChildren[1]?.type))
    ) {
      continue;
    }
    yield {
      rule: 'no-timeout',
      range: { start: call.range.start, end: Math.min(call.args.startIndex, node.endIndex) },
      message: `${call.name} has no time limit of its own: when the server does not answer, this waits for ever.`,
    };
  }
};

function isDirect(isPython: boolean, name: string): boolean {
  return isPython
    ? /^(?:requests\.\w+|urllib\.request\.urlopen|urlopen|request\.urlopen)$/.test(name)
    : name === 'fetch';
}

/** An options argument that is not written out here. */
function optionsAreElsewhere(type: string | undefined): boolean {
  return type !== undefined && type !== 'object';
}
