import type { Node } from '@vscode/tree-sitter-wasm';
import { isEquality } from '../../recogniser/source/operators';
import { holdingOf } from '../../recogniser/source/values';
import type { Program } from '../program';
import type { Check } from '../rule';

/** Fields of clients that are always a number. */
const numericFields = /\.(?:status_code|statusCode|status)$/;
/** Lists of codes in clients' errors, which equal no single code. */
const codeLists = /\.(?:api_codes|api_messages)$/;

/** Compares a code with what the client never gives. */
export const wrongComparison: Check = function* (program) {
  const types = [...program.file.grammar.nodes].flatMap(([type, shape]) => (shape.is === 'binary' ? [type] : []));
  for (const node of program.root.descendantsOfType(types)) {
    const left = node?.namedChild(0);
    const right = node?.namedChild(node.namedChildCount - 1);
    if (!node || !left || !right || left.id === right.id) {
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
    const isNumber = program.file.shape(literal)?.is === 'number';
    if (codeLists.test(holder.text) && (isNumber || program.file.shape(literal)?.is === 'string')) {
      yield {
        rule: 'wrong-comparison',
        range,
        message: `${holder.text} is a list: it equals no single code. Ask whether the code is in it.`,
        fix: {
          title: `Ask whether ${literal.text} is in ${holder.text}`,
          edits: [{ range, newText: `${literal.text} ${operator.startsWith('!') ? 'not in' : 'in'} ${holder.text}` }],
        },
      };
    } else if (isStringStatus(program, holder, literal, operator)) {
      const digits = literal.text.slice(1, -1);
      yield {
        rule: 'wrong-comparison',
        range,
        message: `${holder.text} is a number and never equals a string.`,
        fix: {
          title: `Compare with the number ${digits}`,
          edits: [{ range: { start: literal.startIndex, end: literal.endIndex }, newText: digits }],
        },
      };
    }
  }
};

function isLiteral(program: Program, node: Node): boolean {
  const is = program.file.shape(node)?.is;
  return is === 'number' || is === 'string';
}

/** A status of a response compared with a string: in JavaScript only `===` keeps the types apart. */
/** The response that an error of a client holds. */
const errorResponse = /^\w+\??\.response\??\.(?:status_code|statusCode|status)$/;

function isStringStatus(program: Program, holder: Node, literal: Node, operator: string): boolean {
  if (!/^["']\d{3}["']$/.test(literal.text) || !program.language.strictEquality?.test(operator)) {
    return false;
  }
  const isResponse = /^(?:\w*\.)*(?:res|resp|response|r|reply)(?:\?|!)?\.(?:status_code|statusCode|status)$/i.test(
    holder.text,
  );
  if (errorResponse.test(holder.text) && program.requests.length > 0) {
    return true;
  }
  return (
    isResponse &&
    numericFields.test(holder.text) &&
    holdingOf(program.file, holder)?.what === 'status' &&
    comesFromClient(program, holder)
  );
}

/** Whether the object is the result of an HTTP call in this file. */
function comesFromClient(program: Program, holder: Node): boolean {
  const name = /^(\w+)/.exec(holder.text)?.[1] ?? '';
  return program.requests.some(({ node }) => {
    const owner =
      node.parent?.type === 'await_expression' || node.parent?.type === 'await' ? node.parent.parent : node.parent;
    return (
      owner !== null &&
      (owner.childForFieldName('name')?.text === name || owner.childForFieldName('left')?.text === name)
    );
  });
}
