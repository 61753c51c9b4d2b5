import attempts from '../../../handlers/rust/libraries/attempts.rs?raw';
import backoff from '../../../handlers/rust/libraries/backoff.rs?raw';
import backoffAsync from '../../../handlers/rust/libraries/backoff_async.rs?raw';
import retry from '../../../handlers/rust/libraries/retry.rs?raw';
import type { HandlerParts } from '../../handlerText';
import type { HandlerFile } from '../../language';
import { composeModule, composeParts, handlerText } from '../../libraries/compose';
import type { RetryLibrary } from '../../libraries/library';
import type { Manifest } from '../../../manifests';

/** What the module of a handler holds. An `impl` belongs to the type above it. */
const members = {
  head: /^ {4}use /,
  imports: /^ {4}use /,
  start: / {4}(?:\/\/\/ |pub |fn |async )/,
  name: /^ {4}(?:pub )?(?:async )?(?:fn|struct) (\w+)/m,
};

/**
 * The handler that is a module with members of its own (`own`), and of those of others (`others`) what these need.
 * @param shared modules, of which it gets those that it uses
 */
export function composeHandler(
  name: string,
  own: string,
  others: readonly string[],
  split: (text: string) => HandlerParts,
  isNeeded: (use: string) => boolean = () => true,
  shared = '',
): HandlerFile {
  const pool = [...others, attempts].flatMap((text) => split(text).definitions);
  const uses = (lines: readonly string[]): string[] => layOutUses(lines.filter(isNeeded));
  const definitions = split(own).definitions.map((module) => composeModule(module, pool, members, uses));
  const parts = composeParts({ imports: [], definitions }, [split(shared)], () => []);
  return { name: `${name}::call`, definition: name, text: handlerText(parts, '\n') };
}

/** The libraries that repeat the closure of a call. */
export function rustLibraries(
  handlers: { readonly plain: HandlerFile; readonly awaited: HandlerFile },
  split: (text: string) => HandlerParts,
): readonly RetryLibrary[] {
  const compose = (name: string, own: string, { text }: HandlerFile): HandlerFile =>
    composeHandler(name, own, [text], split);
  // Where a file uses a crate, its name is no longer free for a module.
  const plain = compose('http_backoff', backoff, handlers.plain);
  const awaited = compose('http_backoff_async', backoffAsync, handlers.awaited);
  const plainRetry = compose('http_retry', retry, handlers.plain);
  return [
    {
      name: 'the crate backoff',
      packages: ['backoff'],
      isEnabled: ({ name }, manifests) => name !== handlers.awaited.name || manifests.every(enablesFutures),
      handlerFor: ({ async, client }) => (client !== 'reqwest' ? undefined : async ? awaited : plain),
    },
    {
      name: 'the crate retry',
      packages: ['retry'],
      // It knows no futures.
      handlerFor: ({ async, client }) => (client !== 'reqwest' || async ? undefined : plainRetry),
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

/** Uses of the standard library stand above those of crates, which are in order. */
function layOutUses(lines: readonly string[]): string[] {
  const crateOf = (line: string): string => /^\s*use (\w+)/.exec(line)?.[1] ?? '';
  const isStandard = (line: string): boolean => crateOf(line) === 'std';
  const others = lines.filter((line) => !isStandard(line));
  return [
    ...lines.filter(isStandard).toSorted(),
    '',
    ...others.toSorted((a, b) => crateOf(a).localeCompare(crateOf(b))),
  ];
}
