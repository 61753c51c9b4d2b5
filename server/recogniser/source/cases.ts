import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from './grammar';
import { holdingOfName } from './holding';
import { found, on, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { holdingOf } from './values';

/** What functions, mostly tests, are given from lists: the parameter at the place of the literal tells what it is. */

/**
 * What a function of the text makes of its argument: the name of the parameter tells, or its uses.
 * @param column the place among the arguments
 */
export function ofParameter(file: SourceFile, owner: Node, column: number, place: Place, how: string): Step {
  const parameter = parameterAt(file, owner, column);
  const binding = parameter && file.bindings(file.nameOf(parameter)).find(({ name }) => name.id === parameter.id);
  if (!parameter || !binding) {
    return undefined;
  }
  const value: Place = { ...place, role: 'value' };
  const holding = holdingOf(file, parameter);
  const named = holding?.what === 'text' || holding?.what === 'word' ? undefined : found(holding, how, value);
  // What is done with a code tells more than its name.
  return named && 'meaning' in named && named.meaning.what !== 'code'
    ? named
    : {
        uses: binding,
        place: { ...value, node: parameter, isListed: false },
        ...(named && 'meaning' in named && { otherwise: named.meaning }),
      };
}

/** A named argument of a function of the same file; Swift has other names for callers: `answering statusCode: Int`. */
export function ofOwnParameter(file: SourceFile, name: string, key: string, place: Place): Step {
  for (const { value: owner } of name === '' ? [] : file.functions(name).slice(0, mostUsers)) {
    const index = owner
      ? file.parameters(owner).findIndex((parameter) => {
          const given = file.around(parameter, ['parameter'], 1)?.childForFieldName('external_name');
          return (given?.text ?? file.nameOf(parameter)) === key;
        })
      : -1;
    const step = owner && index >= 0 ? ofParameter(file, owner, index, place, `argument of ${name}:`) : undefined;
    if (step) {
      return step;
    }
  }
  return undefined;
}

/** The parameter at a place; of one that takes its argument apart, the name at that place. */
function parameterAt(file: SourceFile, owner: Node, column: number): Node | undefined {
  const all = file.parameters(owner);
  const parameters = /^(?:self|cls)$/.test(all[0] ? file.nameOf(all[0]) : '') ? all.slice(1) : all;
  const shape = file.shape(owner);
  const list = shape?.is === 'function' ? part(owner, shape.parameters || undefined) : null;
  const first = parameters[0] ?? list?.namedChild(0);
  if (parameters.length > 1 || !first || file.shape(first)?.is !== 'pattern') {
    return parameters[column];
  }
  const item = /^(?:array_pattern|multi_variable_declaration)$/.test(first.type) ? first.namedChild(column) : null;
  return file.bare(item) ?? undefined;
}

/** Of a row in a list of rows the place in it; an item that is no row is what the first parameter is given. */
function columnOf({ indexes }: Place): number {
  return indexes.length > 1 ? (indexes[0] ?? 0) : 0;
}

/** Calls that make a row of a table of cases. */
const rows = /^(?:row|arguments|TestCaseData|TheoryDataRow)$/;
const rowsOf: readonly (readonly [object: string, name: string])[] = [
  ['Arguments', 'of'],
  ['Arguments', 'arguments'],
  ['pytest', 'param'],
];

/** `Arguments.of(404, "gone")`, `pytest.param(404)`: a call that makes a row; `zip([404], ["gone"])`: one of columns. */
export function ofRow(file: SourceFile, call: Node, index: number, place: Place): Step {
  const { name, object } = file.callee(call);
  const owner = object ? file.lastName(object) : '';
  if (rows.test(name) || rowsOf.some(([of, row]) => of === owner && row === name)) {
    return on(place, call, { isListed: true, indexes: [index, 0] });
  }
  // Ginkgo: `Entry("busy", 503, true)`, whose first word describes it.
  if (/^[FPX]?Entry$/.test(name) && index > 0) {
    return on(place, call, { isListed: true, indexes: [index - 1, 0] });
  }
  return name === 'zip' && place.isListed ? on(place, call, { indexes: [index, 0] }) : undefined;
}

/** What a test is run for: `it.each([404])('…', (status) => …)`, `it('…', fn)->with([404])`, `withData(404) { status -> … }`. */
export function ofCases(file: SourceFile, call: Node, name: string, index: number, place: Place): Step {
  const isOfKotest = /^(?:withData|forAll|checkAll|table)$/.test(name);
  const isOfGinkgo = /^[FPX]?Describe(?:Table|TableSubtree)$/.test(name);
  const test = isOfKotest
    ? lambdaOf(file, call, name)
    : isOfGinkgo
      ? file.args(call).find((argument) => file.shape(argument)?.is === 'function')
      : testOf(file, call, name, place);
  if (test) {
    return ofParameter(file, test, columnOf(place), place, 'case of');
  }
  // `@parameterized.expand([(404, Gone)])`, and of ddt `@data(404)`
  const definition = /^(?:expand|data)$/.test(name) ? decorated(call) : undefined;
  if (definition && (place.isListed || name === 'data')) {
    const column = name === 'data' ? (place.indexes[0] ?? 0) : columnOf(place);
    return ofParameter(file, definition, column, place, 'case of');
  }
  // `it_behaves_like 'a failing call', 404`
  const examples = /^(?:it_behaves_like|it_should_behave_like|include_examples|include_context)$/.test(name)
    ? examplesOf(file, call)
    : undefined;
  return examples && index > 0 ? ofParameter(file, examples, index - 1, place, 'case of') : undefined;
}

function testOf(file: SourceFile, call: Node, name: string, place: Place): Node | undefined {
  if (!place.isListed && place.role === 'value') {
    return undefined;
  }
  const run =
    name === 'each' && call.parent && file.shape(call.parent)?.is === 'call'
      ? call.parent
      : name === 'with'
        ? file.callee(call).object
        : null;
  return run ? file.args(run).find((argument) => file.shape(argument)?.is === 'function') : undefined;
}

/** The block behind a call, or behind what is called on its result: `table(…).forAll { status -> … }`. */
function lambdaOf(file: SourceFile, call: Node, name: string): Node | undefined {
  let outer = call.parent;
  if (name === 'table') {
    outer = outer && file.shape(outer)?.is === 'member' ? outer.parent : null;
  }
  const shape = outer && file.shape(outer);
  const block = outer && shape?.is === 'call' ? part(outer, shape.block) : null;
  return file.bare(block) ?? undefined;
}

/** The function below a decorator. */
export function decorated(call: Node): Node | undefined {
  return call.parent?.type === 'decorator'
    ? (call.parent.parent?.childForFieldName('definition') ?? undefined)
    : undefined;
}

/** The block of RSpec's examples whose name is the first argument. */
function examplesOf(file: SourceFile, call: Node): Node | undefined {
  const [named] = file.args(call);
  const name = named && file.shape(named)?.is === 'string' ? file.contentOf(named) : '';
  const [word] = (name.match(/[A-Za-z_]\w*/g) ?? []).sort((a, b) => b.length - a.length);
  const start =
    word === undefined
      ? -1
      : file.text.search(new RegExp(`\\bshared_(?:examples(?:_for)?|context)[ (]\\s?(["'])${escaped(name)}\\1`));
  const at = start < 0 ? null : file.root.descendantForIndex(start, start);
  if (!at || word === undefined) {
    return undefined;
  }
  file.occurrencesAnywhere(word);
  const shape = at.parent && file.shape(at.parent);
  return (at.parent && shape?.is === 'call' ? part(at.parent, shape.block) : null) ?? undefined;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Columns that a call names: of RSpec `let(:status) { 404 }`, `where(:status, :error) { [[404, Gone]] }`. */
export function ofNamedColumns(file: SourceFile, block: Node, place: Place): Step {
  const call = block.parent;
  if (!call || file.shape(call)?.is !== 'call') {
    return undefined;
  }
  const { name } = file.callee(call);
  const isValue = /^let!?$/.test(name) && !place.isListed;
  const isTable = name === 'where' && place.indexes.length > 1;
  const symbol = isValue ? file.args(call)[0] : isTable ? file.args(call)[place.indexes[0] ?? 0] : undefined;
  const holding = symbol && file.shape(symbol)?.is === 'symbol' ? holdingOfName(file.nameOf(symbol)) : undefined;
  const isOfAnswer = holding?.what === 'status' || (holding?.what === 'code' && file.subject.speaksHttp);
  return isOfAnswer ? found(holding, 'value of', { ...place, role: 'value' }) : undefined;
}

/** Annotations whose arguments are those of the test below them. */
const testData = /^(?:InlineData|TestCase|DataRow|ValueSource|Values|TestWith|CsvSource|Test)$/;

/** Values that an annotation gives to a test's parameters: `[InlineData(404, 1)]`, `@ValueSource(ints = {404})`. */
export function ofAnnotation(file: SourceFile, args: Node, place: Place): Step {
  // Swift's have no list of arguments.
  const call = args.type === 'attribute' ? args : args.parent;
  const isAnnotation =
    call !== null &&
    (/^(?:attribute|annotation)$/.test(call.type) || call.parent?.type === 'annotation') &&
    testData.test(file.callee(call).name || file.lastName(call.namedChild(0)));
  const owner = isAnnotation ? file.around(call, ['function'], 5) : undefined;
  if (!owner) {
    return undefined;
  }
  const index = args.namedChildren.findIndex(
    (arg) => arg !== null && arg.startIndex <= place.node.startIndex && place.node.endIndex <= arg.endIndex,
  );
  const column =
    args === call
      ? place.indexes.length > 1
        ? (place.indexes[0] ?? 0)
        : index - 1 - args.namedChildren.findIndex((arg) => arg?.text === 'arguments')
      : place.isListed || place.role === 'key'
        ? call?.type === 'attribute'
          ? (place.indexes[0] ?? 0)
          : 0
        : index;
  return ofParameter(file, owner, column, place, 'value of');
}

/** What names the function or property that gives a test its cases. */
const named = String.raw`(?:[dD]ata_?[pP]rovider|MethodSource|FieldSource|MemberData|TestCaseSource|DynamicData)\b[^\w\n]{0,4}`;
const provider = new RegExp(named);
/** Providers' users that are looked at. */
const mostUsers = 4;

/**
 * What a function or a property gives to a test that names it: `#[DataProvider('failures')]`, `@MethodSource("failures")`.
 * @param isOne whether the literal is in a row by itself: `yield [404, 'gone']`
 */
export function ofProvided(file: SourceFile, name: string, place: Place, isOne: boolean): Step {
  if (!/^\w{2,}$/.test(name) || !file.says(provider)) {
    return undefined;
  }
  const column = isOne && place.indexes.length === 1 ? (place.indexes[0] ?? 0) : columnOf(place);
  for (const test of usersOf(file, name)) {
    const step = ofParameter(file, test, column, place, 'case of');
    if (step) {
      return step;
    }
  }
  return undefined;
}

function usersOf(file: SourceFile, name: string): Node[] {
  const naming = new RegExp(`${named}(?:nameof\\(|name\\s?=\\s?|\\w+::)?["']?${name}\\b`, 'g');
  const users = [...file.text.matchAll(naming)].slice(0, mostUsers).flatMap(({ index }) => {
    const node = file.root.descendantForIndex(index, index);
    const isComment = node !== null && file.shape(node)?.is === 'comment';
    const below = isComment ? node.nextNamedSibling : null;
    return below ?? (node && file.around(node, ['function'])) ?? [];
  });
  // JUnit takes the function of the same name where none is named.
  const sameNamed = users.length === 0 ? file.functions(name).flatMap(({ value }) => value ?? []) : [];
  file.occurrencesAnywhere(name);
  return [...users, ...sameNamed.filter((owner) => /@MethodSource\b/.test(file.textOf(owner, longestHead)))];
}

/** How much of a function is looked at for its annotations, in UTF-16 units. */
const longestHead = 400;

/** A pair among the arguments that lists cases: `argvalues=[404]` beside names, `params=[404]` of a fixture. */
export function ofListedCases(file: SourceFile, args: Node, key: string, place: Place): Step {
  const call = args.parent;
  if (!call || !place.isListed) {
    return undefined;
  }
  if (key === 'argvalues') {
    const names = /\bargnames\s*=\s*[(["']+([^)\]=]{1,200})/.exec(file.textOf(call, longestHead))?.[1] ?? '';
    const name = names.match(/[A-Za-z_]\w*/g)?.[columnOf(place)] ?? '';
    const holding = holdingOfName(name);
    return holding?.what === 'status' || holding?.what === 'code'
      ? found(holding, 'value of', { ...place, role: 'value' })
      : undefined;
  }
  const fixture = key === 'params' && file.callee(call).name === 'fixture' ? decorated(call) : undefined;
  const holding =
    fixture && holdingOfName(file.nameOfFunction(fixture).replace(/^(?:.*_)?(?=(?:http_)?status(?:_code)?$)/, ''));
  return holding?.what === 'status' ? found(holding, 'value of', place) : undefined;
}

/** The function below an attribute of Rust, and what of its parameters the attribute is about: `#[case(404, "gone")]`. */
export function ofRustCase(file: SourceFile, attribute: Node, name: string, column: number, place: Place): Step {
  const item = attribute.parent;
  if (item?.parent?.type === 'parameters') {
    const parameter = name === 'values' ? item.nextNamedSibling : null;
    const pattern = parameter?.childForFieldName('pattern');
    const holding = holdingOf(file, pattern);
    return holding?.what === 'status' || holding?.what === 'code' ? found(holding, 'case of', place) : undefined;
  }
  if (!/^case\b|^test_case$/.test(name)) {
    return undefined;
  }
  let below = item?.nextNamedSibling;
  for (let count = 0; below && below.type !== 'function_item' && count < mostUsers ** 2; count++) {
    below = below.nextNamedSibling;
  }
  if (below?.type !== 'function_item') {
    return undefined;
  }
  const list = below.childForFieldName('parameters');
  const isGiven = (parameter: Node | null) =>
    parameter?.type === 'parameter' && (name === 'test_case' || parameter.previousNamedSibling?.text === '#[case]');
  const at = (list?.namedChildren ?? []).filter(isGiven)[column];
  const parameters = file.parameters(below);
  const index = parameters.findIndex((one) => at && at.startIndex <= one.startIndex && one.endIndex <= at.endIndex);
  return index < 0 ? undefined : ofParameter(file, below, index, place, 'case of');
}

/** Of a line of comma-separated values that an annotation gives to a test, what the parameter at that place holds. */
export function ofCsvCell(file: SourceFile, text: Node, offset: number, length: number): Step {
  const call = file.around(text, ['call'], 6);
  if (!call || file.callee(call).name !== 'CsvSource') {
    return undefined;
  }
  const before = file.text.slice(text.startIndex, offset).split(/"|\n/).at(-1) ?? '';
  const after = file.text.slice(offset + length, Math.min(text.endIndex, offset + length + 20));
  const owner = file.around(call, ['function'], 5);
  if (!owner || !/(?:^|,)\s*$/.test(before) || !/^\s*(?:,|"|\n)/.test(after)) {
    return undefined;
  }
  const parameter = file.parameters(owner)[before.split(',').length - 1];
  const place: Place = { node: text, role: 'value', isText: false, isListed: false, isRanged: false, indexes: [] };
  const holding = holdingOf(file, parameter);
  return holding?.what === 'status' || holding?.what === 'code' ? found(holding, 'value of', place) : undefined;
}

/** A cell of a table that is written into a text: ``it.each`status | again ${404} | ${false}` ``. */
export function ofTable(file: SourceFile, template: Node, place: Place): Step {
  const call = template.parent;
  const names = /^`\s*((?:\w+\s*\|\s*)*\w+)\s*\n/.exec(file.textOf(template, longestHead))?.[1]?.split('|') ?? [];
  if (!call || names.length === 0 || file.callee(call).name !== 'each' || template.namedChildCount > mostCells) {
    return undefined;
  }
  const cells = template.namedChildren.filter((child) => child?.type === 'template_substitution');
  const index = cells.findIndex((cell) => cell?.id === place.node.id);
  const holding = holdingOfName(names[index % names.length]?.trim() ?? '');
  return holding?.what === 'status' || holding?.what === 'code' ? found(holding, 'cell of', place) : undefined;
}

/** Cells of a table in a text that are looked at. */
const mostCells = 400;
