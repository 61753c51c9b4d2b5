import type { Node, Tree } from '@vscode/tree-sitter-wasm';
import type { HttpCall } from './httpCall';
import { pythonCallReader } from './pythonCalls';
import { scriptCallReader } from './scriptCalls';

/** What differs between the grammars where calls and branches are looked for. */
export interface Dialect {
  readonly language: 'typescript' | 'javascript' | 'python';
  readonly root: Node;
  /** Node type of a call. */
  readonly call: string;
  /** The HTTP call that a node is. */
  readonly read: (node: Node) => HttpCall | undefined;
  /** Nodes that give a name its value. */
  readonly bindings: readonly string[];
  /** Fields of such a node that hold the name, and the value. */
  readonly bindingFields: readonly { readonly name: string; readonly value: string }[];
  /** Statements without a block of their own. */
  readonly simpleStatements: ReadonlySet<string>;
  /** The clause that catches what a try block throws. */
  readonly catchClause: string;
}

const scriptShape = {
  call: 'call_expression',
  bindings: ['variable_declarator', 'assignment_expression', 'for_in_statement'],
  bindingFields: [
    { name: 'name', value: 'value' },
    { name: 'left', value: 'right' },
  ],
  simpleStatements: new Set([
    'expression_statement',
    'lexical_declaration',
    'variable_declaration',
    'return_statement',
    'throw_statement',
  ]),
  catchClause: 'catch_clause',
};

const pythonShape = {
  call: 'call',
  bindings: ['assignment', 'named_expression', 'for_statement', 'as_pattern'],
  bindingFields: [
    { name: 'left', value: 'right' },
    { name: 'name', value: 'value' },
  ],
  simpleStatements: new Set(['expression_statement', 'return_statement', 'raise_statement', 'with_item']),
  catchClause: 'except_clause',
};

/** Whether there are handlers for documents of this language. */
export function hasDialect(languageId: string): boolean {
  return /^(?:typescript|javascript)(?:react)?$|^python$/.test(languageId);
}

/** The dialect of a language id; undefined when no handler exists for the language. */
export function dialectOf(tree: Tree, languageId: string): Dialect | undefined {
  const root = tree.rootNode;
  switch (languageId) {
    case 'typescript':
    case 'typescriptreact':
      return { ...scriptShape, language: 'typescript', root, read: scriptCallReader(root) };
    case 'javascript':
    case 'javascriptreact':
      return { ...scriptShape, language: 'javascript', root, read: scriptCallReader(root) };
    case 'python':
      return { ...pythonShape, language: 'python', root, read: pythonCallReader(root) };
    default:
      return undefined;
  }
}
