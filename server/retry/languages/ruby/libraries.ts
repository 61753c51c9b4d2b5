import retriable from '../../../handlers/ruby/libraries/retriable.rb?raw';
import type { HandlerParts } from '../../handlerText';
import type { HandlerFile } from '../../language';
import { composeModule, handlerText } from '../../libraries/compose';
import type { RetryLibrary } from '../../libraries/library';

/** What the module of a handler holds. */
const members = { head: /^$/, imports: /^$/, start: /  (?:# |def )/, name: /^  (?:def self\.(\w+)|(\w+) = )/m };

/** The libraries that repeat the block of a call. */
export function rubyLibraries(backoff: HandlerFile, split: (text: string) => HandlerParts): readonly RetryLibrary[] {
  const plain = split(backoff.text);
  const own = split(retriable);
  const definitions = own.definitions.map((module) => composeModule(module, plain.definitions, members, () => []));
  const imports = [...new Set([...own.imports, ...plain.imports])].toSorted();
  const handler = { ...backoff, text: handlerText({ imports, definitions }, '\n') };
  return [{ name: 'retriable', packages: ['retriable'], handlerFor: () => handler }];
}
