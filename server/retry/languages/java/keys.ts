import { sendByBuilder, type ValueLayout } from '../../keys/builders';
import type { KeyHeader, KeyWriting, SentKey } from '../../keys/writing';
import { statementAround } from '../../keys/place';
import type { HttpCall } from '../../httpCall';
import type { Refusal } from '../../language';
import { children, field, nodesOfType, scopesOf } from '../../nodes';
import type { Source } from '../../source';
import { insertion } from '../../textEdits';
import { indentationAt } from '../../wrapping';
import { builderOf } from './calls';
import { addJavaImports } from './place';

/** As google-java-format lays it out. */
const layout: ValueLayout = {
  holders: new Set([
    'variable_declarator',
    'resource',
    'assignment_expression',
    'return_statement',
    'expression_statement',
  ]),
  below: new Set(['variable_declarator', 'resource', 'assignment_expression']),
  levels: 2,
  breaksOuterLinks: true,
};

export const javaKeys: KeyWriting = {
  variable: 'idempotencyKey',
  make: (variable, _, source) => ({
    statement: `String ${variable} = UUID.randomUUID().toString();`,
    edits: addJavaImports(['import java.util.UUID;'], source),
  }),
  send(call, key, source) {
    if (call.client === 'spring') {
      return sendByEntity(call, key, source);
    }
    const isOkHttp = call.client === 'okhttp';
    const handed = children(isOkHttp ? field(field(call.args.parent, 'object'), 'arguments') : call.args);
    // A handler is handed the client before the request.
    const request = handed.find((value) => builderOf(value, isOkHttp ? 'Builder' : 'newBuilder'));
    return sendByBuilder(builderOf(request, isOkHttp ? 'Builder' : 'newBuilder'), key, layout, source);
  },
};

/** `headers.set(...)` of the headers with which the entity of an `exchange` was made. */
function sendByEntity(call: HttpCall, { header, variable }: KeyHeader, source: Source): SentKey | Refusal {
  const { text, style, language } = source;
  const scope = scopesOf(call.args, language.syntax)[0];
  const objects = scope ? nodesOfType(scope, 'object_creation_expression') : [];
  const sent = new Set(nodesOfType(call.args, 'identifier').map((name) => name.text));
  const entities = objects.filter((node) => {
    const name = node.parent?.type === 'variable_declarator' ? field(node.parent, 'name')?.text : undefined;
    const isSent = name === undefined ? node.startIndex > call.range.start : sent.has(name);
    return field(node, 'type')?.text.startsWith('HttpEntity') === true && isSent;
  });
  const headers = children(field(entities[0], 'arguments')).at(-1);
  const declared = objects.filter(
    ({ parent, text: written }) =>
      parent?.type === 'variable_declarator' &&
      field(parent, 'name')?.text === headers?.text &&
      /^new HttpHeaders\(/.test(written),
  );
  const [entity] = entities;
  const statement = entity && statementAround(entity, source);
  const made = declared[0];
  if (entities.length !== 1 || headers?.type !== 'identifier' || !made || declared.length !== 1 || !statement) {
    return { refusal: 'This call sends no HttpEntity whose headers are made here; send one, with exchange().' };
  }
  const line = `${headers.text}.set("${header}", ${variable});${style.eol}${indentationAt(text, statement.startIndex)}`;
  return { edits: [insertion(statement.startIndex, line)], first: entity, made };
}
