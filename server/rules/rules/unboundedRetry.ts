import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../../recogniser/source/grammar';
import { countRounds } from '../countedLoop';
import { limitLoop, limitRestart } from '../limitedLoop';
import { covers, type Program } from '../program';
import { callsOfItself, ends, isUnset, type Repetition } from '../repetition';
import type { Way } from '../ways';
import type { Check, RuleFix } from '../rule';
import { serverWaitWords } from '../waits';
import { isAwaited } from './writes';
import { isRenewed } from './retriesPermanentError';
import { mayBeAwaited } from './statuses';

const endless = /^\(?\s*(?:\$?true|:|1|;?)\s*\)?$/i;
/** Repeats a failing request with no limit on attempts or time. */
export const unboundedRetry: Check = function* (program) {
  for (const { ways, ...rest } of program.repetitions) {
    const repetition = { ...rest, ways: ways.filter((way) => isFailure(program, way)) };
    if (repetition.ways.length === 0 || repetition.kind === 'library' || isAwaited(program, repetition)) {
      continue;
    }
    const isEndless =
      repetition.kind === 'recursion' ? isEndlessRecursion(program, repetition) : isEndlessLoop(program, repetition);
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
      ...program.fix(() => fixOf(program, repetition)),
    };
  }
};

function fixOf(program: Program, { kind, node }: Repetition): RuleFix | undefined {
  if (kind === 'loop') {
    return limitLoop(program, node) ?? countRounds(program, node);
  }
  return kind === 'restart' ? limitRestart(program, node) : undefined;
}

/** Not a wait for something to appear, and not one that the server limits itself by saying how long it is. */
function isFailure(program: Program, way: Way): boolean {
  const { kind, errors, node } = way;
  const isComing = errors.length > 0 && errors.every(({ entry }) => mayBeAwaited(entry) || isRenewed(entry, way));
  const isTold = serverWaitWords.test(kind === 'catch' ? way.body.text : program.textAround(node));
  return !isComing && !isTold;
}

function isEndlessLoop(program: Program, { node, ways }: Repetition): boolean {
  const condition = program.part(node, 'condition');
  const list = program.part(node, 'list');
  if (list) {
    return /^(?:itertools\.)?count\b/.test(list.text) && !isLimited(program, node);
  }
  const isAsked = condition && ways.some((way) => way.node.id === condition.id);
  if (condition && !endless.test(condition.text) && !isAsked && !isUnset(program, node, true)) {
    return false;
  }
  // A way that is left after some failures may be left in the middle of its body.
  return ways.length > 0 && !isLimited(program, node);
}

/** Whether a branch in the loop that looks at a counter, a clock or a signal can leave it. */
function isLimited(program: Program, loop: Node): boolean {
  const text = loop.text.slice(0, 40_000);
  if (program.language.interrupts?.test(text) || isTimed(program, loop)) {
    return true;
  }
  const isGuarded = program.flowsIn(loop, 'catch').some((clause) => {
    const guard = program.part(clause, 'guard');
    const body = program.part(clause, 'body');
    const looksAtLimit = guard !== null && (ends.test(guard.text) || isCounted(guard.text, text));
    return looksAtLimit && body !== null && program.outcomes.of(body).leaves;
  });
  if (isGuarded) {
    return true;
  }
  const isBlock = program.flow(loop)?.is === 'try';
  return program.flowsIn(loop, 'branch').some((branch) => {
    const looksAtLimit = program
      .conditions(branch)
      .some(
        (condition) =>
          ends.test(condition.text) || isCounted(condition.text, text) || (isBlock && isFlag(condition.text, text)),
      );
    const goesRound = (['continue', 'again'] as const).some((is) => program.flowsIn(branch, is).length > 0);
    return looksAtLimit && (goesRound || canLeave(program, branch, loop) || decidesToLeave(program, branch, loop));
  });
}

/** Whether a branch sets a name by which another one leaves the loop. */
function decidesToLeave(program: Program, branch: Node, loop: Node): boolean {
  const types = [...program.file.grammar.nodes].flatMap(([type, { is }]) => (is === 'bind' ? [type] : []));
  const names = branch.descendantsOfType(types).flatMap((bind) => {
    const shape = bind && program.file.shape(bind);
    return bind && shape?.is === 'bind' ? [program.file.lastName(part(bind, shape.name))] : [];
  });
  return program.flowsIn(loop, 'branch').some((other) => {
    const condition = other.id === branch.id ? '' : (program.part(other, 'condition')?.text ?? '');
    const isNamed = names.some((name) => name !== '' && new RegExp(`(?<!\\w)${name}(?!\\w)`).test(condition));
    return isNamed && canLeave(program, other, loop);
  });
}

/** Whether a block around the loop ends it after a time: `async with asyncio.timeout(30)`. */
function isTimed(program: Program, loop: Node): boolean {
  for (let node = loop.parent; node && program.flow(node)?.is !== 'function'; node = node.parent) {
    if (program.flow(node)?.is === 'else' && ends.test(node.text.slice(0, 200).split('\n')[0] ?? '')) {
      return true;
    }
  }
  return false;
}

/** Whether a condition names something that the loop counts, or takes from a list. */
function isCounted(condition: string, loop: string): boolean {
  const names = condition.match(/[A-Za-z_]\w*/g) ?? [];
  return names.some((name) =>
    new RegExp(
      `(?<!\\w)${name}\\s*(?:\\+\\+|--|[-+*/]=)|(?:\\+\\+|--)(?:this\\.|self\\.|\\$)?${name}(?!\\w)|(?<!\\w)${name}\\s*=\\s*(?:self\\.|\\$\\(\\(\\s*|[$\`]\\(?expr\\s+)?\\$?\\{?${name}\\}?\\s*[-+]|(?<!\\w)${name}\\.(?:pop|shift|next)|(?:enumerate|count)\\(`,
    ).test(loop),
  );
}

/** Whether a condition asks for a flag that is set before it begins anew: `retried`, `!config.retried`. */
function isFlag(condition: string, block: string): boolean {
  const names = condition.match(/^@?\w+$|(?<=!\s*[\w.@$>-]{0,40})[A-Za-z_]\w*(?!\w|\.)/g) ?? [];
  return names.some((name) => new RegExp(`(?<!\\w)${name}\\s*=\\s*(?:true|false)\\b`).test(block));
}

function canLeave(program: Program, branch: Node, loop: Node): boolean {
  const then = program.part(branch, 'then');
  if (then && program.outcomes.of(then).leaves) {
    return true;
  }
  return ['return', 'break', 'throw'].some((is) =>
    program.flowsIn(loop, is as 'return').some((exit) => covers(branch, exit)),
  );
}

/** What a function was given, or a part of it: `error.config`, or `config` of `const { config } = error`. */
function isHandedOn(program: Program, own: readonly string[], arg: Node): boolean {
  const value = program.file.shape(arg)?.is === 'name' ? program.valueOf(arg) : undefined;
  const names = [arg.text, value?.text ?? ''].map((text) => /^\$?(\w+)(?:\??\.config)?$/.exec(text)?.[1] ?? '');
  return names.some((name) => own.includes(name)) || /^["'`\d](?!.*\$\(\()/.test(arg.text);
}

/** A function that calls itself with the arguments it was given, in a branch that no counter guards. */
function isEndlessRecursion(program: Program, { node, ways }: Repetition): boolean {
  const own = program.file.parameters(node).map((parameter) => program.file.nameOf(parameter));
  return ways.every((way) => {
    const again = callsOfItself(program, node, way.body);
    const text = node.text.slice(0, 20_000);
    return (
      again.length > 0 &&
      again.every(({ args }) => args.every((arg) => isHandedOn(program, own, arg))) &&
      !/(?:attempt|retr(?:y|ies)|tries|count|depth|again|sent)\w*["}\s]*(?:[<>]=?|-[gl][te]\b|\+\+|[-+]=|===?)/i.test(
        text,
      ) &&
      !program.conditions(way.node).some((condition) => ends.test(condition.text) || isFlag(condition.text, text))
    );
  });
}
