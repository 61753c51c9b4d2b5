import type { Node } from '@vscode/tree-sitter-wasm';
import type { Answer } from './holding';
import { isTestOfRetries, isTestOfStatus } from './names';
import type { SourceFile } from './sourceFile';

/** What functions are called on. */

/** `fun Int.isRetryable() = this == 429`: what a test that extends numbers is about. */
export function ofReceiver(file: SourceFile, node: Node): Answer {
  const owner = file.subject.speaksHttp ? file.around(node, ['function']) : undefined;
  const name = owner ? file.nameOfFunction(owner) : '';
  return isTestOfRetries(name) || isTestOfStatus(name)
    ? { what: 'status', weight: 0.8, name: `receiver of ${name}` }
    : undefined;
}

/** `String.valueOf(x)`, `Integer.parseInt(x)`: the object is only the place of the function. */
export function isStatic(file: SourceFile, object: Node): boolean {
  const isMade = file.shape(object)?.is === 'call';
  return (
    !isMade &&
    /^(?:String|Integer|Number|Int|Int32|Convert|strconv|JSON|Math|Object|Set|List|Map|Arrays|HttpStatusCode|HashSet|HashMap|ImmutableSet|Collections|Array|str|u16|Long)$/.test(
      file.lastName(object),
    )
  );
}
