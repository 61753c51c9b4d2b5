import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../../recogniser/source/grammar';
import { isEquality } from '../../recogniser/source/operators';
import { holdingOf } from '../../recogniser/source/values';
import { operatorBeside } from '../conditions';
import type { Program } from '../program';
import type { Check, RuleFinding } from '../rule';

/** Fields of clients that are always a number. */
const numericFields = /\.(?:status_code|statusCode|status)$/;
/** Lists of codes in clients' errors, which equal no single code. */
const codeLists = /\.(?:api_codes|api_messages)$/;
/** The list of errors in what twitter-api-v2 throws. */
const errorList = /^\w+\.errors$/;
/** The response that an error of a client holds. */
const errorResponse = /^\w+\??\.response\??\.(?:status_code|statusCode|status)$/;
const statusLiteral = /^(["']?)\d{3}\1$/;

/** Compares a code with what the client never gives. */
export const wrongComparison: Check = function* (program) {
  yield* comparisons(program);
  yield* membership(program);
  yield* arms(program);
  yield* slips(program);
  yield* miswritten(program);
};

function* comparisons(program: Program): Generator<RuleFinding> {
  for (const node of program.shapesIn(program.root, 'binary')) {
    const left = node.namedChild(0);
    const right = node.namedChild(node.namedChildCount - 1);
    if (!left || !right || left.id === right.id) {
      continue;
    }
    const operator = program.text.slice(left.endIndex, right.startIndex).trim();
    if (!isEquality(operator) || !/^(?:[=!]={1,2}|is)$/.test(operator)) {
      continue;
    }
    const range = { start: node.startIndex, end: node.endIndex };
    const [holder, literal] = isLiteral(program, left) ? [right, left] : [left, right];
    if (!isLiteral(program, literal) || isLiteral(program, holder)) {
      continue;
    }
    if (codeLists.test(holder.text)) {
      yield {
        rule: 'wrong-comparison',
        range,
        message: `${holder.text} is a list: it equals no single code. Ask whether the code is in it.`,
        ...program.fix(() => ({
          title: `Ask whether ${literal.text} is in ${holder.text}`,
          edits: [{ range, newText: `${literal.text} ${operator.startsWith('!') ? 'not in' : 'in'} ${holder.text}` }],
        })),
      };
    } else if (errorList.test(holder.text) && program.says(/\bApiResponseError\b/)) {
      const newText = `${operator.startsWith('!') ? '!' : ''}${holder.text.replace(/\.errors$/, '')}.hasErrorCode(${literal.text})`;
      yield {
        rule: 'wrong-comparison',
        range,
        message: `${holder.text} is a list: it equals no single code. Ask whether the code is in it.`,
        ...program.fix(() => ({ title: `Ask ${newText}`, edits: [{ range, newText }] })),
      };
    } else if (program.language.strictEquality?.test(operator)) {
      yield* ofOtherType(program, holder, [literal], range);
    }
  }
}

/** `status in ("500", "503")`, `['429'].includes(res.status)` */
function* membership(program: Program): Generator<RuleFinding> {
  for (const list of program.shapesIn(program.root, 'list')) {
    const items = list.namedChildren.filter((item): item is Node => item !== null);
    if (items.length === 0 || items.length > 20 || !items.every(({ text }) => statusLiteral.test(text))) {
      continue;
    }
    const call = list.parent?.parent;
    const object = call ? program.file.callee(call).object : null;
    const asked = object?.id === list.id ? call : list.parent;
    const isIncluded = /^includes?$/.test(asked ? program.file.callee(asked).name : '');
    const argument = asked && isIncluded ? program.file.args(asked)[0] : undefined;
    const isIn = list.parent !== null && /^(?:not\s+)?in$/.test(operatorBeside(program, list.parent, list));
    const holder = argument ?? (isIn ? list.parent.namedChild(0) : undefined);
    if (holder && program.language.strictEquality) {
      yield* ofOtherType(program, holder, items, { start: list.startIndex, end: list.endIndex });
    }
  }
}

/** `switch (res.status) { case '429': … }` */
function* arms(program: Program): Generator<RuleFinding> {
  for (const node of program.language.strictEquality ? program.shapesIn(program.root, 'switch') : []) {
    const shape = program.file.grammar.nodes.get(node.type);
    const subject = shape?.is === 'switch' ? program.file.bare(part(node, shape.subject)) : null;
    for (const arm of subject ? program.shapesIn(node, 'arm') : []) {
      const value = arm.namedChild(0);
      if (subject && value && statusLiteral.test(value.text)) {
        yield* ofOtherType(program, subject, [value], { start: value.startIndex, end: value.endIndex });
      }
    }
  }
}

/** A code with one wrong letter. */
function* slips(program: Program): Generator<RuleFinding> {
  for (const node of program.shapesIn(program.root, 'string')) {
    const meant = program.nearMiss(program.file.contentOf(node));
    if (meant && isCompared(program, node)) {
      // A word of a shell has none.
      const quote = /["'`]$/.exec(node.text)?.[0] ?? '';
      yield {
        rule: 'wrong-comparison',
        range: { start: node.startIndex, end: node.endIndex },
        message: `No answer has this code: it is ${meant.value} (${meant.title}).`,
        entry: meant.id,
        ...program.fix(() => ({
          title: `Replace it by ${meant.value}`,
          edits: [{ range: { start: node.startIndex, end: node.endIndex }, newText: `${quote}${meant.value}${quote}` }],
        })),
      };
    }
  }
}

/** Conditions that only look like a comparison. */
function* miswritten(program: Program): Generator<RuleFinding> {
  for (const branch of program.language.miswritten ? program.flowsIn(program.root, 'branch') : []) {
    const node = program.part(branch, 'condition');
    const text = node && program.file.textOf(node, 200);
    const mistake = text && program.language.miswritten?.find(({ condition }) => condition.test(text));
    if (mistake) {
      const range = { start: node.startIndex, end: node.endIndex };
      yield { rule: 'wrong-comparison', range, message: mistake.message };
    }
  }
}

/** Compared, listed or switched on: not a message, a key or a path. */
function isCompared(program: Program, inner: Node): boolean {
  let literal = inner;
  while (literal.parent?.namedChildCount === 1 && program.file.shape(literal.parent)?.is === 'wrap') {
    literal = literal.parent;
  }
  const own = literal.parent;
  const parent = own?.type === 'argument' ? own.parent : own;
  const is = parent && program.file.shape(parent)?.is;
  return (
    parent !== null &&
    (is === 'arm' ||
      is === 'list' ||
      (is === 'wrap' && program.file.shape(parent.parent ?? parent)?.is === 'arm') ||
      (is === 'binary' && isEquality(operatorBeside(program, parent, literal))) ||
      (is === 'call' && /^equals/i.test(program.file.callee(parent).name)) ||
      (is === 'arguments' &&
        parent.parent !== null &&
        /^(?:includes|has|contains|equals|Equals|eql\?)$/.test(program.file.callee(parent.parent).name)))
  );
}

/** Says that a status is compared with literals of a type that it never has, and puts the right ones in their places. */
function* ofOtherType(
  program: Program,
  holder: Node,
  literals: readonly Node[],
  range: { start: number; end: number },
): Generator<RuleFinding> {
  const isText = program.file.shape(literals[0] ?? holder)?.is === 'string';
  if (
    !literals.every(({ text }) => statusLiteral.test(text)) ||
    typeOf(program, holder) !== (isText ? 'number' : 'string')
  ) {
    return;
  }
  const wanted = literals.map(({ text }) => (isText ? text.replace(/\D/g, '') : `'${text}'`));
  yield {
    rule: 'wrong-comparison',
    range,
    message: `${holder.text} is a ${isText ? 'number and never equals a string' : 'string and never equals a number'}.`,
    ...(literals.every(({ type }) => type !== 'bare_string') && {
      ...program.fix(() => ({
        title: `Compare with the ${isText ? 'number' : 'string'}${wanted.length > 1 ? 's' : ''} ${wanted.join(', ')}`,
        edits: literals.map((literal, index) => ({
          range: { start: literal.startIndex, end: literal.endIndex },
          newText: wanted[index] ?? '',
        })),
      })),
    }),
  };
}

/** What a status holds in this file: what its client gives, or else a number where one is surely meant. */
function typeOf(program: Program, holder: Node): 'number' | 'string' | undefined {
  const client = clientOf(program, holder);
  const known = program.language.statusTypes?.find(
    (type) => client !== undefined && type.client.test(client) && type.field.test(holder.text),
  );
  return known?.is ?? (!program.language.statusTypes && isNumericStatus(program, holder) ? 'number' : undefined);
}

/** Whether an expression is the status of an answer or of a client's error in this file. */
function isNumericStatus(program: Program, holder: Node): boolean {
  const text = holder.text;
  const clause = clauseHead(program, holder);
  const isHttpError = /\b(?:HTTPError|HTTPStatusError|AxiosError|ClientResponseError)\b/.test(clause);
  if (errorResponse.test(text) && (program.requests.length > 0 || isHttpError)) {
    return true;
  }
  if (isHttpError && /^\w+\.(?:code|status)$/.test(text) && /urllib|\bHTTPError|ClientResponseError/.test(clause)) {
    return true;
  }
  const isResponse = /^(?:\w*\.)*(?:res|resp|response|r|reply)(?:\?|!)?\.(?:status_code|statusCode|status)$/i.test(
    text,
  );
  return (
    isResponse &&
    numericFields.test(text) &&
    holdingOf(program.file, holder)?.what === 'status' &&
    clientOf(program, holder) !== undefined
  );
}

/** The first line of the catch clause around a place. */
function clauseHead(program: Program, node: Node): string {
  const clause = program.around(node, 'catch');
  return clause ? (program.file.textOf(clause, 200).split('\n')[0] ?? '') : '';
}

/** The client of the HTTP call in this file whose result the object is. */
function clientOf(program: Program, holder: Node): string | undefined {
  const name = /^\$?(\w+)/.exec(holder.text)?.[1] ?? '';
  const before = new RegExp(`(?<![\\w.])${name}\\s*(?::[^=\\n]{1,80})?=\\s*(?:await\\s+)?\\(?$`);
  const after = new RegExp(`^\\s*as\\s+${name}(?!\\w)`);
  return program.requests.find(
    ({ node }) =>
      before.test(program.text.slice(Math.max(0, node.startIndex - 160), node.startIndex)) ||
      after.test(program.text.slice(node.endIndex, node.endIndex + 80)),
  )?.call.client;
}

function isLiteral(program: Program, node: Node): boolean {
  const is = program.file.shape(node)?.is;
  return is === 'number' || is === 'string';
}
