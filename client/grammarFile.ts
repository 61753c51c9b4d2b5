/** Whether a file of `dist/grammars` may be handed to the server: no other name, and no path, does. */
export function isGrammarFile(fileName: unknown): fileName is string {
  return typeof fileName === 'string' && /^tree-sitter(-[a-z-]+)?\.wasm$/.test(fileName);
}
