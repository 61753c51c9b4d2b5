import type { Node } from '@vscode/tree-sitter-wasm';
import { isStatusCall } from './calls/callNames';
import { ofParameter } from './cases';
import { whatIsNamed } from './names';
import { isEquality, isOrder } from './operators';
import { found, on, type Place, type Step } from './place';
import type { Binding, SourceFile } from './sourceFile';
import { type Holding, holdingOfName } from './holding';
import { bodyOf, isComparedWithStatus, isPipedStatus, printsStatus } from './outputs';
import { holdingOf } from './values';

/** Pester's tests and their like, which are written as parameters. */
const test = /^-(?:be|beexactly|bein|contain|not)$/i;
const rangeTest = /^-be(?:greater|less)/i;
const status: Holding = { what: 'status', weight: 0.93, name: 'status' };

/** Functions of a script that compare two of their arguments, by their names. */
const assertion = /^(?:assert|check|expect|verify|test|is|are|should)[_-]?(?:be[_-]?)?(?:eq(?:ual)?s?|same)$/i;

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
    // `Should -ActualValue $r.StatusCode -Be 404`
    const actual = words[1 + words.findIndex((word) => /^-actualvalue$/i.test(word.text))];
    const tested = actual === words[0] ? command.parent?.parent?.namedChild(0) : actual;
    return found(holdingOf(file, tested), 'compared with', { ...place, isRanged });
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
  const isOfOutput = /^(?:assert|refute)_(?:output|line)$/.test(program) && printsStatus(file, command);
  const isAssertion = assertion.test(program) || (program === 'check' && file.subject.speaksHttp);
  const compared = isAssertion ? words.find((word) => word.id !== place.node.id && holdingOf(file, word)) : undefined;
  if (isOfOutput || compared) {
    return found(isOfOutput ? status : holdingOf(file, compared), 'compared with', place);
  }
  const isSearch = /^(?:[ef]?grep|rg|ack)$/.test(program) && isPipedStatus(file, command);
  if (isSearch || (command.type === 'command' && isComparedWithStatus(file, program, index))) {
    return found({ ...status, weight: 0.85, name: program }, isSearch ? 'looked for by' : 'argument of', place);
  }
  if (checksAnswer.test(program) && !before.startsWith('-') && words.some((word) => address.test(word.text))) {
    return found({ ...status, weight: 0.8, name: program }, 'argument of', place);
  }
  if (isStatusCall(program) && /_|-|status/i.test(program)) {
    return found({ ...status, name: program }, 'argument of', place);
  }
  const given = command.type === 'command' ? givenTo(file, program, index) : undefined;
  return given && { uses: given, place: { ...place, node: given.name } };
}

/** Functions of a script that ask for an address, by their names, and an address or a method among their arguments. */
const checksAnswer =
  /^_?(?:(?:check|test|assert|expect|verify|probe|run|try|hit|must|should|want|curl|do)_?)(?:_?(?:http|https|status|code|url|uri|api|route|path|page|endpoint|get|post|put|delete|request|req|response|test|case|is|returns?)){0,6}$/i;
const address =
  /^["']?(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)["']?$|https?:\/\/|\/[\w{}$?=&.-]|\$\{?\w*(?:url|URL|uri|URI|host|HOST|api|API|endpoint|ENDPOINT|BASE(?=\W))(?!_?(?:dir|DIR|path|PATH|file|FILE)))/;

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
    // `@{ StatusCode = $_ }`
    const around = item?.text === '$_' ? file.around(item, ['pair', 'binary', 'command'], 12) : undefined;
    if (item && around && ['pair', 'binary'].includes(file.shape(around)?.is ?? '')) {
      return on({ ...place, isListed: false }, item);
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
