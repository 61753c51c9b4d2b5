import type { Node } from '@vscode/tree-sitter-wasm';
import { isStatusCall } from './callNames';
import { ofParameter, ofRustCase } from './cases';
import { ofOwnFunction } from './functions';
import { whatIsNamed } from './names';
import { isOfRecord } from './maps';
import { isEquality, isOrder } from './operators';
import { found, on, type Place, type Step } from './place';
import type { Binding, SourceFile } from './sourceFile';
import { type Holding, holdingOfName } from './holding';
import { bodyOf, printsStatus } from './outputs';
import { holdingOf, isMadeFromStatus } from './values';

/** Pester's tests and their like, which are written as parameters. */
const test = /^-(?:be|beexactly|bein|contain|not)$/i;
const rangeTest = /^-be(?:greater|less)/i;
const status: Holding = { what: 'status', weight: 0.93, name: 'status' };

/** Words of a list longer than this are not looked at: it is data. */
const mostWords = 80;

/** A word of a command: `test "$code" -eq 404`, `New-Response -StatusCode 404`, `$r.StatusCode | Should -Be 404`. */
export function ofCommand(file: SourceFile, command: Node, place: Place): Step {
  if (command.namedChildCount > mostWords) {
    return undefined;
  }
  const words = command.namedChildren.filter((word) => word !== null && word.type !== 'command_argument_sep') as Node[];
  const index = words.findIndex((word) => word.id === place.node.id);
  const before = words[index - 1]?.text ?? '';
  const after = words[index + 1]?.text ?? '';
  const program =
    command.type === 'command_elements' ? (command.parent?.namedChild(0)?.text ?? '') : (words[0]?.text ?? '');
  if (/^should$/i.test(program) && (test.test(before) || rangeTest.test(before))) {
    const isRanged = place.isRanged || rangeTest.test(before);
    return found(holdingOf(file, command.parent?.parent?.namedChild(0)), 'compared with', { ...place, isRanged });
  }
  if (/^should$/i.test(program) && /^-(?:throw|expectedmessage)$/i.test(before)) {
    return found({ what: 'text', weight: 0.6, name: 'error' }, 'compared with', place);
  }
  for (const [operator, other] of [
    [before, words[index - 2]],
    [after, words[index + 2]],
  ] as const) {
    if (other && (isEquality(operator) || isOrder(operator))) {
      const holding =
        holdingOf(file, other) ?? (command.type === 'command_elements' ? holdingOfName(other.text) : undefined);
      return found(holding, 'compared with', { ...place, isRanged: place.isRanged || isOrder(operator) });
    }
  }
  if (before.startsWith('-') && whatIsNamed(before.slice(1)) === 'status') {
    return found({ ...status, name: before }, 'value of', place);
  }
  // Pester: `It '…' -ForEach 502, 503 { Test-Retryable $_ }`
  const block = /^-(?:foreach|testcases)$/i.test(before) ? words.at(-1) : undefined;
  if (block && block.id !== place.node.id) {
    return ofEachItem(file, block, place);
  }
  const own = file.grammar.hyphens ? ofOwnCommand(file, program, words, index, place) : undefined;
  if (own) {
    return own;
  }
  // Bats: `run http "$URL"` and `assert_output 404`, `assert_equal "$output" 404`
  const isOfOutput = /^(?:assert|refute)_output$/.test(program) && printsStatus(file, command);
  const compared = program === 'assert_equal' ? words.slice(1).find((word) => word.id !== place.node.id) : undefined;
  if (isOfOutput || compared) {
    return found(isOfOutput ? status : holdingOf(file, compared), 'compared with', place);
  }
  if (isStatusCall(program) && /_|-|status/i.test(program)) {
    return found({ ...status, name: program }, 'argument of', place);
  }
  const given = command.type === 'command' ? givenTo(file, program, index) : undefined;
  return given && { uses: given, place: { ...place, node: given.name } };
}

/** Uses of what a block is run for that are looked at. */
const mostUses = 12;

/** What the block of a test compares its item with, or gives it to: `$_`. */
function ofEachItem(file: SourceFile, block: Node, place: Place): Step {
  for (const item of block.descendantsOfType('variable').slice(0, mostUses)) {
    const command = item?.text === '$_' ? file.around(item, ['command'], 6) : undefined;
    const whole = command?.type === 'command_elements' ? command.parent : command;
    const { name } = whole ? file.callee(whole) : { name: '' };
    const words = whole ? file.args(whole) : [];
    const index = words.findIndex(
      (word) => item && word.startIndex <= item.startIndex && item.endIndex <= word.endIndex,
    );
    const step = index < 0 ? undefined : ofOwnCommand(file, name, words, index, place);
    if (step) {
      return step;
    }
    const before = /^-(\w+)$/.exec(words[index - 1]?.text ?? '')?.[1] ?? '';
    if (whatIsNamed(before) === 'status') {
      return found({ ...status, name: before }, 'value of', place);
    }
  }
  return undefined;
}

/** An argument of a function of the same file: what its parameter is, by its name or its place. */
function ofOwnCommand(file: SourceFile, program: string, words: readonly Node[], index: number, place: Place): Step {
  const owner = index < 0 ? undefined : file.functions(program)[0]?.value;
  const parameters = owner ? file.parameters(owner) : [];
  const named = /^-(\w+):?$/.exec(words[index - 1]?.text ?? '')?.[1]?.toLowerCase();
  const at =
    named === undefined
      ? words.slice(0, index).filter((word, before) => {
          const last = words[before - 1]?.text ?? '';
          return !/^-[A-Za-z]/.test(word.text) && !/^-[A-Za-z]/.test(last);
        }).length
      : parameters.findIndex((parameter) => file.nameOf(parameter).toLowerCase() === named);
  return owner && at >= 0 ? ofParameter(file, owner, at, place, `argument of ${program}:`) : undefined;
}

/** The variable that a function of a shell script gives one of its arguments: `want=$1` of `expect 401 "$URL"`. */
function givenTo(file: SourceFile, program: string, index: number): Binding | undefined {
  const argument = new RegExp(`(?<![\\w$-])([A-Za-z_]\\w*)="?\\$\\{?${index.toString()}(?![\\w])`);
  const body = /^[A-Za-z_]\w*$/.test(program) ? bodyOf(file, program) : undefined;
  const name = argument.exec(body ?? '')?.[1] ?? '';
  return name === ''
    ? undefined
    : file.bindings(name).find(({ value }) => value !== null && /^"?\$\{?\d/.test(value.text));
}

/** A token among the arguments of a macro: `assert_eq!(status, 404)`, `matches!(code, 401 | 403)`, `json!({"code": 88})`. */
export function ofToken(file: SourceFile, tokens: Node, place: Place): Step {
  if (tokens.childCount > mostWords) {
    return undefined;
  }
  const all = tokens.children.filter((token) => token !== null);
  const index = all.findIndex((token) => token.id === place.node.id);
  const before = all[index - 1]?.text ?? '';
  const after = all[index + 1]?.text ?? '';
  if (before === ':' || before === '=') {
    const names = all.filter((_, at) => all[at + 1]?.text === ':').map((token) => token.text);
    if (before === ':' && all[index - 2]?.text === 'code' && isOfRecord(names)) {
      return undefined;
    }
    return found(holdingOf(file, all[index - 2]) ?? holdingOfName(file.lastName(all[index - 2])), 'value of', place);
  }
  if (isEquality(before) || isOrder(before)) {
    return found(lastHolding(file, all.slice(0, index - 1)), 'compared with', {
      ...place,
      isRanged: isOrder(before),
    });
  }
  if (isEquality(after)) {
    const end = all.findIndex((token, at) => at > index && token.text === ',');
    return found(lastHolding(file, all.slice(index + 2, end < 0 ? undefined : end)), 'compared with', place);
  }
  const outer = tokens.parent;
  if (outer?.type === 'token_tree') {
    const name = tokens.previousSibling?.text ?? '';
    const owner = tokens.previousSibling?.previousSibling?.previousSibling?.text ?? '';
    return /^(?:Some|Ok|Err)$/.test(name)
      ? on(place, tokens)
      : isStatusCall(name) || whatIsNamed(name) === 'status' || isMadeFromStatus(file, owner, name)
        ? found({ ...status, name }, 'argument of', place)
        : ofOwnFunction(file, name, all.slice(0, index).filter((token) => token.text === ',').length, place);
  }
  // Rocket: `#[catch(404)]`
  if (outer?.type === 'attribute') {
    const name = file.lastName(outer.namedChild(0));
    if (name === 'catch' || isStatusCall(name)) {
      return found({ ...status, name }, 'argument of', place);
    }
    const column = all.slice(0, index).filter((token) => token.text === ',').length;
    return ofRustCase(file, outer, outer.namedChild(0)?.text ?? '', column, place);
  }
  const macro = outer ? file.callee(outer).name : '';
  if (/^(?:vec|hashset|array|smallvec)$/.test(macro) && outer) {
    return on(place, outer, { isListed: true });
  }
  if (/assert_(?:eq|ne)$|matches$/.test(macro)) {
    const parts: Node[][] = [[]];
    for (const token of all) {
      if (token.text === ',') {
        parts.push([]);
      } else {
        parts.at(-1)?.push(token);
      }
    }
    for (const other of parts.filter((tokensOf) => !tokensOf.some((token) => token.id === place.node.id))) {
      const holding = lastHolding(file, other);
      if (holding) {
        return found(holding, 'compared with', place);
      }
    }
  }
  return undefined;
}

/** What the last name among tokens holds: `response . status ()`. */
function lastHolding(file: SourceFile, tokens: readonly Node[]): Holding | undefined {
  for (const token of tokens.toReversed()) {
    if (
      /^[A-Za-z_]\w*$/.test(token.text) &&
      !/^as_|^(?:unwrap(?:_or(?:_default)?)?|map|and_then|copied|cloned|code_raw|into|clone|u16|u32|i32|usize|as)$/.test(
        token.text,
      )
    ) {
      return holdingOf(file, token);
    }
  }
  return undefined;
}
