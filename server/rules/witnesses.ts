import type { Node } from '@vscode/tree-sitter-wasm';
import { isEquality, isOrder } from '../recogniser/source/operators';
import { operatorBeside } from './conditions';
import { covers, type Program } from './program';
import type { Request } from './requests';

/** Calls that report, wait, read or make something, and ask no server. */
const noRequest =
  /^(?:log|debug|info|warn(?:ing)?|error|exception|print\w*|sprintf|errorf|format|console|sleep|delay|wait\w*|json|text|parse\w*|loads?|dumps?|stringify|append|push|add|len|str|int|range|set|get_logger|new|assert\w*|expect\w*|raise_for_status|encode|decode|read|close|cancel|getenv|json_\w+|getBody|getContents|body|headers?|status|code|first|last|dig|\w*errors?|message|NewRequest\w*|Marshal|Unmarshal|Decode|Encode|ReadAll|join|abs|min|max|now|time)$/i;
/** Tools of shells that read, change or print a text. */
const tools =
  /^(?:tail|head|jq|yq|e?grep|g?awk|sed|cut|tr|cat|wc|sort|uniq|xargs|date|expr|test|true|false|basename|dirname|mktemp|rm|mv|cp|python3?|node|perl|seq|let|local|export|shift|trap|cd|command|which|(?:Convert(?:From|To)|Write|Out|Select|Where|ForEach|Sort|Measure|New|Join|Split|Get)-\w+|Get-Content|Start-Sleep)$/i;

/**
 * Calls that must have sent a request, whatever library they belong to, because what came of them is asked for a
 * status or an error's code: the call whose result is asked, or the one in the try block whose clause asks.
 */
export function witnessedRequests(program: Program): Request[] {
  const found = new Map<number, Request>();
  for (const { finding, entry } of program.errors) {
    if (finding.isInComment || (entry.kind !== 'status' && entry.kind !== 'code')) {
      continue;
    }
    const { start, end } = finding.range;
    const node = program.root.descendantForIndex(start, end - 1);
    const call = node && (givenBy(program, node) ?? attemptedBefore(program, node) ?? failedBefore(program, node));
    if (call && !found.has(call.id)) {
      const { name } = program.file.callee(call);
      const unknown = { client: '', name, method: 'unknown', hasLimit: true, hasIdempotencyKey: false, args: call };
      found.set(call.id, { node: call, call: unknown });
    }
  }
  return [...found.values()];
}

/** The call whose result is compared: `res` in `res.status == 429` where `res = client.fetch(…)`. */
function givenBy(program: Program, literal: Node): Node | undefined {
  const { file } = program;
  let operand = literal;
  for (let level = 0; operand.parent && level < 12; level++) {
    const { parent } = operand;
    const operator = file.shape(parent)?.is === 'binary' ? operatorBeside(program, parent, operand) : '';
    if (isEquality(operator) || isOrder(operator)) {
      const other = parent.namedChildren.find((child) => child !== null && child.id !== operand.id);
      return other ? callBehind(program, other) : undefined;
    }
    operand = parent;
  }
  return undefined;
}

function callBehind(program: Program, holder: Node): Node | undefined {
  let node: Node | null = holder;
  while (node?.namedChild(0) && program.file.shape(node)?.is !== 'name') {
    node = node.namedChild(0);
  }
  const value = node && program.valueOf(node);
  return value ? callIn(program, value) : undefined;
}

/** The outermost call of an expression that may send a request. */
function callIn(program: Program, node: Node): Node | undefined {
  return program.calls(node).find((call) => {
    const { name } = program.file.callee(call);
    return name !== '' && !noRequest.test(name) && !tools.test(name);
  });
}

/** The first call in the try block whose clause a place lies in. */
function attemptedBefore(program: Program, place: Node): Node | undefined {
  const clause = program.around(place, 'catch');
  const attempt = clause && program.attempt(clause);
  return attempt && (!covers(attempt, place) || covers(attempt, clause)) ? callIn(program, attempt) : undefined;
}

/** The nearest call before a place whose error is kept in the name that the language's programs give to errors. */
function failedBefore(program: Program, place: Node): Node | undefined {
  const { given } = program.language.failures ?? {};
  const isGiven = (call: Node) =>
    call.endIndex <= place.startIndex &&
    given?.test(program.text.slice(Math.max(0, call.startIndex - 60), call.startIndex)) === true;
  const last = given ? program.calls(program.functionAround(place)).filter(isGiven).at(-1) : undefined;
  return last && !noRequest.test(program.file.callee(last).name) ? last : undefined;
}
