import type { Node } from '@vscode/tree-sitter-wasm';
import { covers, type Program } from '../program';
import type { Repetition, Way } from '../repetition';
import type { Check } from '../rule';
import { serverWaitWords } from '../waits';
import { isLocal } from './requests';
import { mayPass } from './statuses';

const endless = /^\(?\s*(?:true|True|1|;?)\s*\)?$/;
/** What ends a loop without counting: a clock, a signal from outside. */
const ends =
  /\b(?:now|time|monotonic|perf_counter|elapsed|deadline|expires?|timeout|signal|abort\w*|cancel\w*|stop\w*|shutdown|shutting\w*|running|closed?|is_set|is_alive|disposed?|until)\b|deadline|cancell?ed|stopped|elapsed/i;

/** Repeats a failing request with no limit on attempts or time. */
export const unboundedRetry: Check = function* (program) {
  for (const { ways, ...rest } of program.repetitions) {
    const repetition = { ...rest, ways: ways.filter((way) => isFailure(program, way)) };
    if (repetition.ways.length === 0 || isLocal(repetition)) {
      continue;
    }
    const isEndless =
      repetition.kind === 'loop' ? isEndlessLoop(program, repetition) : isEndlessRecursion(program, repetition);
    const way = repetition.ways[0];
    if (!isEndless || !way) {
      continue;
    }
    const { node } = repetition.kind === 'loop' ? repetition : way;
    const lineEnd = program.text.indexOf('\n', node.startIndex);
    const end = lineEnd < 0 || lineEnd > node.endIndex ? node.endIndex : lineEnd;
    yield {
      rule: 'unbounded-retry',
      range: {
        start: node.startIndex,
        end: node.startIndex + program.text.slice(node.startIndex, end).trimEnd().length,
      },
      message: 'The request is repeated for ever while it fails: nothing limits the attempts or the time.',
    };
  }
};

/** Not a wait for something to appear, and not one that the server limits itself by saying how long it is. */
function isFailure(program: Program, { kind, errors, node }: Way): boolean {
  const isAwaited = errors.length > 0 && errors.every(({ entry }) => mayPass(entry));
  const isTold = kind !== 'catch' && serverWaitWords.test(program.textAround(node));
  return !isAwaited && !isTold;
}

function isEndlessLoop(program: Program, { node, ways }: Repetition): boolean {
  const condition = program.part(node, 'condition');
  const list = program.part(node, 'list');
  if (list) {
    return /^(?:itertools\.)?count\b/.test(list.text) && !isLimited(program, node);
  }
  if (condition && !endless.test(condition.text) && !isUnset(program, condition, node)) {
    return false;
  }
  // A way that is left after some failures may be left in the middle of its body.
  return ways.length > 0 && !isLimited(program, node);
}

/** A loop that lasts until a round that went well sets a name: `while not success`, `while (!user)`. */
function isUnset({ text }: Program, { text: condition }: Node, loop: Node): boolean {
  const name = /^\(?\s*(?:(?:not\s+|!\s*)(\w+)|(\w+)\s+is\s+None)\s*\)?$/.exec(condition)?.slice(1).find(Boolean);
  return (
    name !== undefined &&
    !ends.test(condition) &&
    new RegExp(`(?<![\\w.])${name}\\s*=(?!=)`).test(text.slice(loop.startIndex, loop.endIndex))
  );
}

/** Whether a branch in the loop that looks at a counter, a clock or a signal can leave it. */
function isLimited(program: Program, loop: Node): boolean {
  const text = loop.text.slice(0, 40_000);
  if (/throwIfAborted|raise_if_cancelled/.test(text)) {
    return true;
  }
  return program.flowsIn(loop, 'branch').some((branch) => {
    const condition = program.part(branch, 'condition');
    const looksAtLimit = condition !== null && (ends.test(condition.text) || isCounted(condition.text, text));
    return looksAtLimit && canLeave(program, branch, loop);
  });
}

/** Whether a condition names something that the loop counts, or takes from a list. */
function isCounted(condition: string, loop: string): boolean {
  const names = condition.match(/[A-Za-z_]\w*/g) ?? [];
  return names.some((name) =>
    new RegExp(
      `(?<!\\w)${name}\\s*(?:\\+\\+|--|[-+*/]=)|(?:\\+\\+|--)(?:this\\.|self\\.)?${name}(?!\\w)|(?<!\\w)${name}\\s*=\\s*(?:self\\.)?${name}\\s*[-+]|(?<!\\w)${name}\\.(?:pop|shift|next)|(?:enumerate|count)\\(`,
    ).test(loop),
  );
}

function canLeave(program: Program, branch: Node, loop: Node): boolean {
  return ['return', 'break', 'throw'].some((is) =>
    program.flowsIn(loop, is as 'return').some((exit) => covers(branch, exit)),
  );
}

/** A function that calls itself with the arguments it was given, in a branch that no counter guards. */
function isEndlessRecursion(program: Program, { node, ways }: Repetition): boolean {
  const own = program.file.parameters(node).map((parameter) => program.file.nameOf(parameter));
  const name = node.childForFieldName('name')?.text ?? node.parent?.childForFieldName('name')?.text ?? '';
  return ways.every((way) => {
    const again = program.calls(way.body).filter((call) => program.file.callee(call).name === name);
    const text = node.text.slice(0, 20_000);
    return (
      again.length > 0 &&
      again.every((call) =>
        program.file.args(call).every((arg) => own.includes(arg.text) || /^["'`\d]/.test(arg.text)),
      ) &&
      !/(?:attempt|retr(?:y|ies)|tries|count|depth)\w*\s*(?:[<>]=?|\+\+|[-+]=|===?)/i.test(text) &&
      !ends.test(program.part(way.node, 'condition')?.text ?? '')
    );
  });
}
