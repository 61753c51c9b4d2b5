import type { Node } from '@vscode/tree-sitter-wasm';
import { answeredBy } from './answeredNames';
import { isComparison, isStatusCall } from './calls/callNames';
import type { Part } from './grammar';
import { isAnd, isEquality, isFallback, isOperand, isOrder, isUnion } from './operators';
import { found, on, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';
import { holdingOf } from './values';

/** More operands than this are no comparison. */
const mostOperands = 6;

/** A text of which the status of an answer is the next word: `"HTTP/1.1 " + 503`. */
const endsInVersion = /^["'`]HTTP\/\d(?:\.\d)? ["'`]$/;
const longestVersion = 16;

/**
 * `status === 404`, `404 == status`, `400 <= status < 500`, `code in (88, 187)`; as a default, `status ?? 500`.
 * Not: arithmetic, and comparisons with something that holds no status or code.
 */
export function ofBinary(file: SourceFile, binary: Node, place: Place): Step {
  const outer = binary.parent && file.shape(binary.parent);
  const operands = binary.namedChildCount > mostOperands ? [] : binary.namedChildren.filter(isOperand);
  const index = operands.findIndex((operand) => operand.id === place.node.id);
  // `[[ "$out" == *"404"* ]]`: the parts of a pattern stand side by side.
  const [first, second] = operands;
  const isGlob = operands.some((operand) => operand.type === 'extglob_pattern') && index > 0;
  if (isGlob && first && second && isEquality(file.text.slice(first.endIndex, second.startIndex).trim())) {
    return found(holdingOf(file, first), 'compared with', place);
  }
  for (const other of [operands[index - 1], operands[index + 1]]) {
    if (!other) {
      continue;
    }
    const [left, right] = other.startIndex < place.node.startIndex ? [other, place.node] : [place.node, other];
    const operator = file.text.slice(left.endIndex, right.startIndex).trim();
    if (isOrder(operator) || isEquality(operator)) {
      const isRanged = place.isRanged || isOrder(operator) || outer?.is === 'range';
      // `(answer.status, body) == (404, {})`: what stands at the same place of the other list.
      const [at] = place.indexes.slice(-1);
      const item = at !== undefined && file.shape(other)?.is === 'list' ? other.namedChild(at) : undefined;
      // RSpec: `expect(answer.status).to be >= 400`
      const expected = other === left && other.text === 'be' ? expectedBy(file, binary) : undefined;
      const compared = expected ?? item ?? (other === right ? firstOf(file, other) : other);
      const answered = isEquality(operator) && !place.isText ? answeredBy(file, compared, place.node) : undefined;
      const step = found(holdingOf(file, compared) ?? answered, 'compared with', { ...place, isRanged });
      if (step) {
        return step;
      }
    } else if (isFallback(operator)) {
      // Beside another test the literal is the end of its own: `a == 404 || b == 500`, as some grammars read it.
      const holding = file.shape(other)?.is === 'binary' ? undefined : holdingOf(file, other);
      return holding?.what === 'status' ? found(holding, 'default of', place) : on(place, binary);
    } else if (operator === '&' && place.isListed) {
      // `set(error.api_codes) & GONE`
      const holding = holdingOf(file, other);
      return holding && holding.what !== 'text' && holding.what !== 'word'
        ? found(holding, 'compared with', place)
        : undefined;
    } else if (/^[+.]$/.test(operator) && other === left && endsInVersion.test(file.textOf(other, longestVersion))) {
      return found({ what: 'status', weight: 0.9, name: 'a status line' }, 'part of', place);
    } else if (/^[+.]$/.test(operator) && other === right && place.isText && outer?.is === 'arguments') {
      // `message.startsWith("403" + separator)`
      return on(place, binary);
    } else if (operator === '%' && other === left && isMockedRoute(file, other)) {
      return found({ what: 'status', weight: 0.9, name: 'a route' }, 'answer of', place);
    } else if (place.isText && /^[+.]$/.test(operator) && outer?.is === 'arguments') {
      // `message.startsWith('403' + ':')`, `new Error(address + ' 404')`
      return on(place, binary);
    } else if (place.isText && operator === '%' && other === right) {
      // `Response(status='507 %s is away' % pier)`
      return on(place, binary);
    } else if (isAnd(operator) || (isUnion(operator) && file.shape(place.node)?.is === 'list')) {
      return on(place, binary);
    }
  }
  return undefined;
}

/** What the test is about of which an operator is the matcher: `expect(answer.status).to be == 404`. */
function expectedBy(file: SourceFile, matcher: Node): Node | undefined {
  const test = file.around(matcher, ['call'], 3);
  const { name, object } = test ? file.callee(test) : { name: '', object: null };
  return object && /^(?:to|not_to|to_not|should|should_not)$/.test(name) ? object : undefined;
}

/** `failed ? error.status : 500`: what stands in for a status. */
export function ofChoice(file: SourceFile, choice: Node, test: Part | undefined, place: Place): Step {
  const ways = choice.namedChildCount > mostOperands || place.role !== 'value' ? [] : choice.namedChildren;
  const others = ways.filter((way) => way !== null && way.id !== place.node.id && !file.isPart(choice, test, way));
  const [other] = others.length === 1 ? others : [];
  const bare = file.bare(other ?? null);
  const is = bare ? file.shape(bare)?.is : undefined;
  const holding = is === 'member' || is === 'call' || is === 'name' ? holdingOf(file, bare) : undefined;
  return holding?.what === 'status' && !place.isText ? found(holding, 'default of', place) : on(place, choice);
}

/** Whether an expression is a route of respx, which answers with what stands behind it: `router.get(url) % 404`. */
function isMockedRoute(file: SourceFile, expression: Node): boolean {
  const method = file.shape(expression)?.is === 'call' ? file.callee(expression).name : '';
  return /^(?:get|post|put|patch|delete|head|options|route|request)$/.test(method) && file.says('respx');
}

/** Of `404 == status && …` what is compared, in grammars in which `&&` binds as tightly. */
function firstOf(file: SourceFile, operand: Node): Node {
  const [first, second] = file.shape(operand)?.is === 'binary' ? operand.namedChildren : [];
  const operator = first && second ? file.text.slice(first.endIndex, second.startIndex).trim() : '';
  return first && (isAnd(operator) || operator === '||') ? first : operand;
}

/** A test that is a word between its operands: `response.code shouldBe 404`. */
export function ofInfix(file: SourceFile, infix: Node, place: Place): Step {
  const [left, word, right] = infix.namedChildren;
  const other = left?.id === place.node.id ? right : left;
  // MockK: `every { response.code } returns 418`
  const stubbed = left && /^(?:returns|returnsMany|answers)$/.test(word?.text ?? '') ? lambdaOf(file, left) : undefined;
  if (stubbed && right?.id === place.node.id) {
    return found(holdingOf(file, stubbed), 'answer of', place);
  }
  // `response shouldHaveStatus 404`
  if (word && right?.id === place.node.id && /status/i.test(word.text) && isStatusCall(word.text, true)) {
    return found({ what: 'status', weight: 0.9, name: word.text }, 'argument of', place);
  }
  return word && other?.id !== word.id && isComparison(word.text)
    ? found(holdingOf(file, other), 'compared with', place)
    : undefined;
}

/** What the block of a call gives: `every { response.code }`. */
function lambdaOf(file: SourceFile, call: Node): Node | undefined {
  const [block] = call.descendantsOfType('lambda_literal');
  return file.callee(call).name === 'every' && block
    ? (block.namedChild(-1 + block.namedChildCount) ?? undefined)
    : undefined;
}
