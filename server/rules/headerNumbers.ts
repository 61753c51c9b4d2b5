import type { Node } from '@vscode/tree-sitter-wasm';
import { inPlace, insertAbove, insertBelow, statementAround } from './edits';
import type { Program } from './program';
import type { RuleFix } from './rule';
import type { TextEdit, TextEdits } from '../retry/textEdits';

/** A number that is read from Retry-After, and the expression that gives the header. */
export interface HeaderNumber {
  readonly node: Node;
  readonly argument: Node;
}

/** The edits after which a header that is missing, or a date, gives so many seconds. */
export type Survival = (program: Program, number: HeaderNumber, seconds: string) => TextEdits | undefined;

/** What the program itself takes where the header is missing: `?? 5`, `.get("Retry-After", 5)`, `.orElse("5")`. */
const ownFallback = /(?:\?\?|\|\||\?:|\.orElse\(|\.get\([^(),]*,|\.fetch\([^(),]*,)\s*["']?([1-9]\d*)/;

/** Reads Retry-After so that the program goes on when it is missing or a date. */
export function surviveHeader(program: Program, number: HeaderNumber): RuleFix | undefined {
  const seconds = ownFallback.exec(number.argument.text)?.[1] ?? '60';
  const edits = program.language.conversions.survive?.(program, number, seconds);
  return edits && { title: `Take ${seconds} s where Retry-After is no number`, edits };
}

function replaced(node: { startIndex: number; endIndex: number }, newText: string): TextEdit {
  return { range: { start: node.startIndex, end: node.endIndex }, newText };
}

/** `Number(header) || 60`, `(int) $header ?: 60`: what is no number is false. */
export function orElse(operator: '||' | '?:'): Survival {
  return (program, { node, argument }, seconds) => {
    const { conversions } = program.language;
    // `header * 1000` converts by what it calculates.
    const isProduct = conversions.operators?.some(({ type, behind }) => behind !== undefined && type === node.type);
    return isProduct === true
      ? [replaced(argument, `(Number(${argument.text}) ${operator} ${seconds})`)]
      : [replaced(node, inPlace(program, node, `${node.text} ${operator} ${seconds}`))];
  };
}

/** `Integer(header, exception: false) || 60` */
export const surviveInRuby: Survival = (program, { node, argument }, seconds) => {
  const [, call] = /^(Integer|Float)\(/.exec(node.text) ?? [];
  const name = call ?? (node.text.endsWith('.to_f') ? 'Float' : 'Integer');
  return [replaced(node, inPlace(program, node, `${name}(${argument.text}, exception: false) || ${seconds}`))];
};

const inDictionary =
  /^(\w[\w.]*?\.headers|headers)(?:\[(["'])retry-after\2\]|\.get\((["'])retry-after\3(?:,[^()]*)?\))$/i;

/** `int(header) if header.isdigit() else 60`, with a name for the header. */
export const surviveInPython: Survival = (program, { node, argument }, seconds) => {
  const [, headers] = inDictionary.exec(argument.text) ?? [];
  const called = /^\w+/.exec(node.text)?.[0] ?? 'int';
  if (argument.type === 'identifier') {
    const { text } = argument;
    const written = `${called}(${text}) if ${text} and ${text}.isdigit() else ${seconds}`;
    return [replaced(node, inPlace(program, node, written))];
  }
  const name = 'retry_after';
  if (headers === undefined || !isSimple(program, node) || program.file.occurrences(name).length > 0) {
    return undefined;
  }
  const quote = program.style.quote ?? '"';
  return [
    insertAbove(program, node, [`${name} = ${headers}.get(${quote}Retry-After${quote}, ${quote}${quote})`]),
    replaced(node, inPlace(program, node, `${called}(${name}) if ${name}.isdigit() else ${seconds}`)),
  ];
};

/** `seconds, err := strconv.Atoi(header)`, and what it is if that fails. */
export const surviveInGo: Survival = (program, { node }, seconds) => {
  const statement = statementAround(program, node);
  const blank = /^(\w+),\s*(_)\s*:=\s*/.exec(statement.text);
  const name = blank?.[1];
  if (!blank || name === undefined || statement.startIndex + blank[0].length !== node.startIndex) {
    return undefined;
  }
  const at = statement.startIndex + statement.text.indexOf('_', name.length);
  return /^strconv\.(?:Atoi|Parse(?:Int|Uint|Float))\(/.test(node.text)
    ? [
        { range: { start: at, end: at + 1 }, newText: 'err' },
        insertBelow(program, node, ['if err != nil {', `\t${name} = ${seconds}`, '}']),
      ]
    : undefined;
};

/** What gives null where there is no such header. */
const givesNull = /(?:\.header|\.getHeaderField|\.getFirst|\.headers\(\)\.get)\("retry-after"\)$/i;
const givesOptional = /(\.firstValue\("retry-after"\))\.(?:orElse\("[^"]*"\)|get\(\)|orElseThrow\(\))$/i;

/** `header.matches("\\d+") ? Integer.parseInt(header) : 60`, with a name for the header. */
export const surviveInJava: Survival = (program, { node, argument }, seconds) => {
  const callee = /^[\w.]+(?=\()/.exec(node.text)?.[0];
  const literal = callee?.startsWith('Long') ? `${seconds}L` : callee?.startsWith('Double') ? `${seconds}.0` : seconds;
  const isName = argument.type === 'identifier';
  const name = isName ? argument.text : 'retryAfter';
  const isOptional = givesOptional.test(argument.text);
  const isKnown = isOptional || givesNull.test(argument.text);
  if (callee === undefined || (!isName && (!isKnown || !isSimple(program, node) || isTaken(program, name)))) {
    return undefined;
  }
  const check = isOptional ? '' : `${name} != null && `;
  const written = `${check}${name}.matches("\\\\d+") ? ${callee}(${name}) : ${literal}`;
  const header = argument.text.replace(givesOptional, '$1.orElse("")');
  return [
    ...(isName ? [] : [insertAbove(program, node, [`String ${name} = ${header};`])]),
    replaced(node, inPlace(program, node, written)),
  ];
};

const valuesOfHeader = /^([\w.]+)\.Headers\.GetValues\("retry-after"\)\.(?:First|FirstOrDefault|Single)\(\)$/i;

/** The header as HttpClient has read it, or `int.TryParse(header, out var seconds)`. */
export const surviveInCSharp: Survival = (program, { node, argument }, seconds) => {
  const type = /^(?:(int|long|double)\.Parse|Convert\.To(Int32|Int64|Double))\(/.exec(node.text);
  const number = type && (type[1] ?? { Int32: 'int', Int64: 'long', Double: 'double' }[type[2] ?? '']);
  const [, response] = valuesOfHeader.exec(argument.text) ?? [];
  const name = 'retryAfter';
  if (number && response !== undefined) {
    const value = `${response}.Headers.RetryAfter?.Delta?.TotalSeconds ?? ${seconds}`;
    return [replaced(node, number === 'double' ? inPlace(program, node, value) : `(${number})(${value})`)];
  }
  const isText = /^\w+$/.test(argument.text) || /\?\.FirstOrDefault\(\)$/.test(argument.text);
  return number && isText && !isTaken(program, name)
    ? [
        replaced(
          node,
          inPlace(program, node, `${number}.TryParse(${argument.text}, out var ${name}) ? ${name} : ${seconds}`),
        ),
      ]
    : undefined;
};

/** `header?.toLongOrNull() ?: 60L` */
export const surviveInKotlin: Survival = (program, { node }, seconds) => {
  const [, header, call, type = ''] = /^([^]*?)(?:!!|\?)?(\s*\.)to(Int|Long|Double|Float)\(\)$/.exec(node.text) ?? [];
  const ending = { Int: '', Long: 'L', Double: '.0', Float: 'f' }[type];
  const mayBeNull = /(?:!!|\?)\s*\.to\w+\(\)$/.test(node.text);
  return header !== undefined && call !== undefined && ending !== undefined
    ? [
        replaced(
          node,
          inPlace(
            program,
            node,
            `${header}${mayBeNull ? call.replace('.', '?.') : call}to${type}OrNull() ?: ${seconds}${ending}`,
          ),
        ),
      ]
    : undefined;
};

/** `Int(header ?? "") ?? 60` */
export const surviveInSwift: Survival = (program, { node, argument }, seconds) => {
  if (program.text[node.endIndex] !== '!') {
    return undefined;
  }
  const { text } = argument;
  const header = /\sas!\s*String$/.test(text)
    ? text.replace(/as!(\s*String)$/, 'as?$1 ?? ""')
    : text.replace(/!$/, ' ?? ""');
  const written = `${node.text.replace(text, () => header)} ?? ${seconds}`;
  const whole = { startIndex: node.startIndex, endIndex: node.endIndex + 1 };
  return /!/.test(header) ? undefined : [replaced(whole, inPlace(program, whole, written))];
};

const integer = /^(?:[iu](?:8|16|32|64|128|size))$/;

/** `value.parse::<u64>().unwrap_or(60)` */
export const surviveInRust: Survival = (program, { node }, seconds) => {
  const [, value, parses, turbofish] =
    /^([^]*?)(\s*\.parse(?:::<(\w+)>)?\(\)\s*\.)(?:unwrap\(\)|expect\("[^"]*"\))$/.exec(node.text) ?? [];
  const annotated = /\blet\s+(?:mut\s+)?\w+:\s*(\w+)\s*=\s*$/.exec(
    program.text.slice(0, node.startIndex).slice(-80),
  )?.[1];
  const type = turbofish ?? annotated ?? '';
  const literal = integer.test(type) ? seconds : /^f(?:32|64)$/.test(type) ? `${seconds}.0` : undefined;
  // Where the header itself is taken for granted, more would have to change.
  return value !== undefined && parses !== undefined && literal !== undefined && !/unwrap|expect/.test(value)
    ? [replaced(node, `${value}${parses}unwrap_or(${literal})`)]
    : undefined;
};

function isTaken(program: Program, name: string): boolean {
  return program.file.occurrences(name).length > 0;
}

/** Whether a line above the statement runs right before the number is read, and each time. */
function isSimple(program: Program, node: Node): boolean {
  const statement = statementAround(program, node);
  const flow = program.flow(statement)?.is;
  const isPlain = flow === undefined || flow === 'return' || flow === 'throw';
  return isPlain && program.functionAround(statement).id === program.functionAround(node).id;
}
