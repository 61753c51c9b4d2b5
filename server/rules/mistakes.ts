import type { Node } from '@vscode/tree-sitter-wasm';
import type { RuleCode } from '../../shared/rules';
import { children } from '../retry/nodes';
import { addItem } from './edits';
import type { LibraryMistake } from './language';
import type { Program } from './program';
import { repair } from './repairs';
import { writtenCallee } from './requests';
import type { RuleFinding, RuleFix } from './rule';

/** Uses of libraries that one rule calls a mistake, by the tables of the language. */
export function* mistakesWith(program: Program, rule: RuleCode): Generator<RuleFinding> {
  for (const mistake of program.language.mistakes) {
    if (mistake.rule !== rule || !program.says(mistake.module)) {
      continue;
    }
    for (const call of [...program.calls(program.root), ...bareDecorators(program)]) {
      const place = placeOf(program, call, mistake);
      if (place) {
        const range = { start: place.startIndex, end: place.endIndex };
        yield {
          rule,
          range,
          message: mistake.message,
          ...program.fix(() =>
            mistake.repair ? repair(program, call, place, mistake.repair) : fixOf(program, call, mistake),
          ),
        };
      }
    }
  }
}

/** Adds the option that was missing to arguments and options that are written out. */
function fixOf(program: Program, call: Node, { add }: LibraryMistake): RuleFix | undefined {
  const { name, node } = program.file.callee(call);
  const item = add?.item(name, program.says);
  const list = node?.nextNamedSibling;
  if (!add || item === undefined || list?.text.startsWith('(') !== true) {
    return undefined;
  }
  const args = children(list);
  const options = add.options === undefined ? undefined : args[add.options];
  const isPlaced = add.options === undefined || options !== undefined || args.length === add.options;
  if (!isPlaced || options?.text.startsWith('{') === false) {
    return undefined;
  }
  const edits = addItem(program, options ?? list, add.options === undefined || options ? item : `{ ${item} }`);
  return { title: `Set ${item}`, edits };
}

/** The option or the callee that is wrong. */
function placeOf(program: Program, call: Node, { callee, unless, option }: LibraryMistake): Node | undefined {
  const { name, node } = program.file.callee(call);
  // With an option that does harm the receiver counts: many things have a method of that name.
  const called = node ? writtenCallee(program, call) : call.text;
  if (!callee.test(called) && (option !== undefined || !callee.test(name))) {
    return undefined;
  }
  // The library itself may do as it likes.
  if (program.file.functions(name).length > 0) {
    return undefined;
  }
  const args = program.file.args(call);
  if (args.some((arg) => unless?.test(arg.text) === true || (!option && isElsewhere(program, arg)))) {
    return undefined;
  }
  return option ? optionIn(program, call, option) : isSetLater(program, call, unless) ? undefined : (node ?? call);
}

/** Whether the option is given to what the call makes: `policy = Retry()`, `policy.backoff_factor = 0.8`. */
function isSetLater(program: Program, call: Node, option: RegExp | undefined): boolean {
  const before = program.text.slice(Math.max(0, call.startIndex - 80), call.startIndex);
  const name = /([\w.@$]+)\s*=\s*(?:new\s+)?$/.exec(before)?.[1];
  const around = program.functionAround(call);
  const behind = program.text.slice(call.endIndex, Math.min(around.endIndex, call.endIndex + 4_000));
  return (
    option !== undefined &&
    name !== undefined &&
    behind.split('\n').some((line) => {
      const [written = ''] = line.split(/=(?!=)/);
      return (
        written.trim().startsWith(`${name}.`) &&
        line.includes('=') &&
        option.test(written.trim().slice(name.length + 1))
      );
    })
  );
}

function optionIn(program: Program, call: Node, option: RegExp): Node | undefined {
  const types = [...program.file.grammar.nodes].flatMap(([type, { is }]) => (is === 'pair' ? [type] : []));
  const found = [...call.descendantsOfType(types), ...program.file.args(call)];
  return found.find((node) => node !== null && option.test(node.text)) ?? undefined;
}

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
