import type { Node } from '@vscode/tree-sitter-wasm';
import { addImportLines, importGroup } from '../../importLines';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import type { KeyHeader, KeyWriting, SentKey } from '../../keys/writing';
import { statementAround } from '../../keys/place';
import { children, field, nodesOfType } from '../../nodes';
import type { Source } from '../../source';
import { insertion, type TextEdit } from '../../textEdits';
import { appendItem, indentationAt } from '../../wrapping';
import { headOf, requires } from './place';

export const rubyKeys: KeyWriting = {
  variable: 'idempotency_key',
  make: (variable, _, source) => ({ statement: `${variable} = SecureRandom.uuid`, edits: requireIt(source) }),
  send,
  repeats,
};

/** `retry` runs a block, or a method, from its start. */
function repeats(node: Node, call: HttpCall): boolean {
  const isBlock = ['begin', 'body_statement', 'do_block'].includes(node.type);
  const clauses = isBlock ? children(node).filter(({ type }) => type === 'rescue') : [];
  const holds = (clause: Node): boolean => clause.startIndex <= call.range.start && call.range.end <= clause.endIndex;
  return clauses.some((clause) => nodesOfType(clause, 'retry').length > 0 && !holds(clause));
}

function requireIt(source: Source): TextEdit[] {
  const { root, text, style } = source;
  if (/^\s*require ?\(?["']securerandom["']/m.test(text)) {
    return [];
  }
  const required = requires(root);
  const quote = required.some(({ text: line }) => line.includes('"')) ? '"' : "'";
  const line = `require ${quote}securerandom${quote}`;
  const plain = required.filter(({ text: own }) => /^require ?[("']/.test(own));
  return plain.length > 0
    ? addImportLines(
        importGroup(plain, () => true),
        [line],
        (own) => own,
        source,
      )
    : [insertion(headOf(text), line + style.eol + style.eol)];
}

function send(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const { text, style } = source;
  const { quote = "'" } = style;
  const name = `${quote}${header}${quote}`;
  const node = call.args.parent;
  const args = children(call.args);
  const setting = (object: string, at: Node): TextEdit =>
    insertion(at.startIndex, `${object}[${name}] = ${variable}${style.eol}${indentationAt(text, at.startIndex)}`);
  if (call.name.endsWith('.request')) {
    const statement = statementAround(call.args, source);
    const request = args[0];
    const made = request?.type === 'identifier' ? assignmentOf(request, source) : undefined;
    return request && made && statement
      ? { edits: [setting(request.text, statement)], made }
      : { refusal: 'The request of this call has no variable here, whose header could be set.' };
  }
  if (call.name.endsWith('.post_form')) {
    return { refusal: `${call.name} takes no headers; use Net::HTTP.post.` };
  }
  const block = field(node, 'block');
  const parameter = children(field(block, 'parameters'))[0];
  const first = children(field(block, 'body'))[0];
  if (call.client === 'Faraday' && block) {
    const isOpen = first && text.slice(block.startIndex, first.startIndex).includes('\n');
    return parameter && isOpen
      ? { edits: [setting(`${parameter.text}.headers`, first)] }
      : { refusal: 'The block of this call has one line; give its statements lines of their own first.' };
  }
  const [, , third] = args;
  const isOpen = args.length === 2 || third?.type === 'pair' || third?.type === 'hash';
  if (!isOpen || args.some(({ type }) => /splat|block_argument/.test(type))) {
    return { refusal: 'The headers of this call come from elsewhere, or it has no body before them.' };
  }
  return { edits: appendItem(third?.type === 'hash' ? third : call.args, [`${name} => ${variable}`], source) };
}

/** The statement of a method that makes a request. */
function assignmentOf({ text, startIndex }: Node, { root }: Source): Node | undefined {
  return nodesOfType(root, 'assignment').findLast(
    (node) => field(node, 'left')?.text === text && node.endIndex <= startIndex,
  );
}
