import type { Node } from '@vscode/tree-sitter-wasm';
import { part } from '../recogniser/source/grammar';
import { isAnd, isEquality, isOperand, isOr } from '../recogniser/source/operators';
import type { NamedError, Program } from './program';

/** An error that a condition asks for. */
export interface Asked extends NamedError {
  readonly node: Node;
}

/** Methods that only give a constant another form. */
const givesValue = /^(?:value|getValue|getStatusCode|code|intValue|as_u16|rawValue|listOf|setOf|arrayOf|intArrayOf)$/;
/** Methods that are true when they find what they are given. */
const asks =
  /^(?:includes|has|[cC]ontains\w*|indexOf|include|in_array|matches|[eE]quals\w*|eql|has\w*Code|is\w*|Is|some|any\w*|exists|Any|find|detect)$/;

const negative = /^(?:!={1,2}|not\s+in|is\s+not|ne|!in|-[ic]?(?:ne|notin|notcontains|notmatch|notlike))$/i;
/** Levels from a literal up to its condition, and up to its own comparison: some grammars have one for each precedence. */
const mostLevels = 64;
const mostOfOperand = 12;
/** Between two questions of which one is enough. */
export const alternative = /\|\||\bor\b|\s-o\s/;

/**
 * The errors for which a condition is true because it names them: `status == 429`, `code in (88, 187)`,
 * `[400, 429].includes(status)`. A range names none, and what is denied (`!= 200`) is not asked for.
 */
export function errorsAskedIn(program: Program, condition: Node): Asked[] {
  return program.errorsIn(condition).flatMap((error) => {
    const { start, end } = error.finding.range;
    const node = program.root.descendantForIndex(start, end - 1);
    return node && isAffirmed(program, node, condition) ? [{ ...error, node }] : [];
  });
}

/** The errors in lists by whose name a condition asks for them: `AGAIN.includes(code)`. */
export function errorsAskedByList(program: Program, condition: Node): Asked[] {
  return namedLists(program, condition).flatMap(({ name, list }): Asked[] =>
    isAffirmed(program, name, condition) ? program.errorsIn(list).map((error) => ({ ...error, node: name })) : [],
  );
}

/** The names in a condition that hold a list which is written out. */
function namedLists(program: Program, condition: Node): { name: Node; list: Node }[] {
  return condition.descendantsOfType(program.nameTypes).flatMap((name) => {
    const value = name && /^[A-Z_a-z$]/.test(name.text) ? program.valueOf(name) : undefined;
    const list = value && value.text.length < longestList ? value : undefined;
    return name && list && isListed(program, list) ? [{ name, list }] : [];
  });
}

const longestList = 2_000;

/** `[429, 503]`, `new Set([429, 503])` */
function isListed(program: Program, value: Node): boolean {
  const shape = program.file.shape(value);
  const [first] = shape?.is === 'call' ? program.file.args(value) : [];
  return shape?.is === 'list' || (first !== undefined && program.file.shape(first)?.is === 'list');
}

/** The errors that a condition leaves out: `status !== 429`, `status !== 429 || attempt === 5`. */
export function errorsDeniedIn(program: Program, condition: Node): Asked[] {
  return program.errorsIn(condition).flatMap((error) => {
    const { start, end } = error.finding.range;
    const node = program.root.descendantForIndex(start, end - 1);
    return node && isDenied(program, node, condition) ? [{ ...error, node }] : [];
  });
}

function isDenied(program: Program, literal: Node, condition: Node): boolean {
  let node = literal;
  for (let level = 0; node.parent && level < mostOfOperand && isWithin(node.parent, condition); level++) {
    const { parent } = node;
    if (program.file.shape(parent)?.is === 'binary') {
      return negative.test(operatorBeside(program, parent, node));
    }
    node = parent;
  }
  return false;
}

/** Whether a literal is compared for equality, and that comparison makes the condition true. */
function isAffirmed(program: Program, literal: Node, condition: Node): boolean {
  const { file } = program;
  let isCompared = false;
  let node = literal;
  for (let level = 0; level < mostLevels; level++) {
    const { parent } = node;
    const shape = parent && file.shape(parent);
    if (!parent || !isWithin(parent, condition)) {
      return isCompared;
    }
    const isReversed =
      /^(?:not_operator|unary|(?:prefix_)?unary_expression|prefix_expression|unary_op(?:_expression)?|negated_command|expression_with_unary_operator)$/.test(
        parent.type,
      ) && /^(?:!|-?not\b)/i.test(file.textOf(parent, 5));
    if (isReversed) {
      return false;
    }
    if (shape?.is === 'binary') {
      const operator = operatorBeside(program, parent, node);
      if (isEquality(operator)) {
        if (negative.test(operator)) {
          return false;
        }
        isCompared = true;
      } else if (!isAnd(operator) && !isOr(operator)) {
        return false;
      }
    } else if (shape?.is === 'call' && givesValue.test(file.callee(parent).name)) {
      // `HttpStatus.NOT_FOUND.value()`
    } else if (shape?.is === 'call') {
      // `[429, 503].includes(status)`, `codes.has(429)`, `error.hasErrorCode(187)`
      if (!asks.test(file.callee(parent).name)) {
        return false;
      }
      isCompared = true;
    } else if (shape?.is === 'choice' || (shape?.is === 'function' && !isAskedOfEach(program, parent))) {
      return false;
    }
    node = parent;
  }
  return false;
}

/** Whether a function is asked of each item until one fits: `errors.some((error) => error.code === 88)`. */
export function isAskedOfEach(program: Program, owner: Node): boolean {
  const call = owner.parent?.parent;
  return Boolean(call) && /^(?:some|any|anyMatch|exists|Any|find|detect)$/.test(program.file.callee(call as Node).name);
}

function isWithin(node: Node, outer: Node): boolean {
  return node.startIndex >= outer.startIndex && node.endIndex <= outer.endIndex;
}

/** The operator between an operand and the one before it, or after it if it is the first. */
export function operatorBeside(program: Program, binary: Node, operand: Node): string {
  const operands = binary.namedChildren.filter(isOperand);
  const index = operands.findIndex(({ id }) => id === operand.id);
  const other = operands[index - 1] ?? operands[index + 1];
  if (!other) {
    return '';
  }
  const [left, right] = other.startIndex < operand.startIndex ? [other, operand] : [operand, other];
  return program.text.slice(left.endIndex, right.startIndex).trim();
}

/** The errors for which a `case` of a switch is entered. */
export function errorsOfArm(program: Program, arm: Node): Asked[] {
  const shape = program.file.shape(arm);
  const value = shape?.is === 'arm' ? part(arm, shape.value) : null;
  return program.errorsIn(arm).flatMap((error) => {
    const { finding } = error;
    const node = program.root.descendantForIndex(finding.range.start, finding.range.end - 1);
    const isIn = node && program.file.around(node, ['arm'], 6)?.id === arm.id;
    const isPattern = isIn && finding.range.end <= (value?.startIndex ?? firstStatement(program, arm));
    return node && isPattern ? [{ ...error, node }] : [];
  });
}

function firstStatement(program: Program, arm: Node): number {
  const colon = program.text.indexOf(':', arm.namedChild(0)?.endIndex ?? arm.startIndex);
  return colon < 0 ? arm.endIndex : colon;
}

/** Whether a condition is true when the answer to a request got lost: a timeout, a connection that broke. */
export function isOutcomeLost(program: Program, condition: Node): boolean {
  const text = program.file.textOf(condition, 600);
  return program.language.lost.test(text) && !/!|\bnot\b/.test(text);
}
