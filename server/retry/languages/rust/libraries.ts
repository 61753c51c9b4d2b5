import attempts from '../../../handlers/rust/libraries/attempts.rs?raw';
import backoff from '../../../handlers/rust/libraries/backoff.rs?raw';
import backoffAsync from '../../../handlers/rust/libraries/backoff_async.rs?raw';
import type { HandlerParts } from '../../handlerText';
import type { HandlerFile } from '../../language';
import { composeModule, handlerText } from '../../libraries/compose';
import type { RetryLibrary } from '../../libraries/library';
import type { Manifest } from '../../libraries/manifests';

/** What the module of a handler holds. An `impl` belongs to the type above it. */
const members = {
  head: /^ {4}use /,
  imports: /^ {4}use /,
  start: / {4}(?:\/\/\/ |pub |fn |async )/,
  name: /^ {4}(?:pub )?(?:async )?(?:fn|struct) (\w+)/m,
};

/** Where a file uses the crate, its name is no longer free for a module. */
const prefix = 'http_';

/** The handler that is a module with members of its own (`own`), and of those of another (`other`) what these need. */
export function composeHandler(
  name: string,
  own: string,
  other: string,
  split: (text: string) => HandlerParts,
  isNeeded: (use: string) => boolean = () => true,
): HandlerFile {
  const pool = [other, attempts].flatMap((text) => split(text).definitions);
  const uses = (lines: readonly string[]): string[] => layOutUses(lines.filter(isNeeded));
  const definitions = split(own).definitions.map((module) => composeModule(module, pool, members, uses));
  return { name: `${name}::call`, definition: name, text: handlerText({ imports: [], definitions }, '\n') };
}

/** The libraries that repeat the closure of a call. */
export function rustLibraries(
  handlers: { readonly plain: HandlerFile; readonly awaited: HandlerFile },
  split: (text: string) => HandlerParts,
): readonly RetryLibrary[] {
  const compose = ({ definition = '', text }: HandlerFile, own: string): HandlerFile =>
    composeHandler(prefix + definition, own, text, split);
  const own = { plain: compose(handlers.plain, backoff), awaited: compose(handlers.awaited, backoffAsync) };
  return [
    {
      name: 'the crate backoff',
      packages: ['backoff'],
      isEnabled: ({ name }, manifests) => name !== handlers.awaited.name || manifests.every(enablesFutures),
      handlerFor: ({ async, client }) => (client !== 'reqwest' ? undefined : async ? own.awaited : own.plain),
    },
  ];
}

/** An entry of backoff among dependencies, in a line or as a table. */
const dependency =
  /^[ \t]*backoff(?=[ \t]*[=.]).*(?:\n(?![\w[]).*)*|^\[(?:[\w-]+\.)*\w*-?dependencies\.backoff\].*(?:\n(?!\[).*)*/m;

/** Whether the crate repeats futures, which it does with a feature for their runtime. A workspace may have set one. */
function enablesFutures({ text }: Manifest): boolean {
  const entry = dependency.exec(text)?.[0];
  return entry === undefined || /\b(?:tokio|async-std|workspace)\b/.test(entry);
}

/** Uses of the standard library stand above those of crates. */
function layOutUses(lines: readonly string[]): string[] {
  const isStandard = (line: string): boolean => line.startsWith('    use std::');
  return [...lines.filter(isStandard), '', ...lines.filter((line) => !isStandard(line))];
}
