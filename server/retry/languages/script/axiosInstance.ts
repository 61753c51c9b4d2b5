import type { Node } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from '../../httpCall';
import { children, dottedName, field, lastName, nodesOfType } from '../../nodes';
import type { Source } from '../../source';

/** An instance of axios whose calls axios-retry repeats, or could. */
export interface AxiosInstance {
  readonly name: string;
  /** The statement that creates it; undefined when axios-retry has been told of it already. */
  readonly created: Node | undefined;
}

/**
 * The instance that sends a call, when this file decides about it: it hands the instance to axios-retry, or it creates
 * it. For an instance from elsewhere, and for axios itself, other modules may have set up retries.
 */
export function axiosInstance(call: HttpCall, { root }: Source): AxiosInstance | undefined {
  if (call.client !== 'axios') {
    return undefined;
  }
  const method = lastName(call.name);
  const name = call.name === method ? method : call.name.slice(0, -method.length - 1);
  const isSetUp = nodesOfType(root, 'call_expression').some(
    (node) =>
      /^axiosRetry(?:\.default)?$/i.test(dottedName(field(node, 'function'))) &&
      dottedName(children(field(node, 'arguments'))[0]) === name,
  );
  if (isSetUp) {
    return { name, created: undefined };
  }
  const created = children(root).find((statement) =>
    nodesOfType(field(statement, 'declaration') ?? statement, 'variable_declarator').some(
      (declared) =>
        field(declared, 'name')?.text === name &&
        dottedName(field(field(declared, 'value'), 'function')).endsWith('.create'),
    ),
  );
  return created && { name, created };
}
