import type { HandlerParts } from '../../handlerText';
import type { HandlerFile } from '../../language';
import { composeParts, handlerText } from '../../libraries/compose';
import type { RetryLibrary } from '../../libraries/library';
import { layOutImports } from './imports';

/** A handler for calls that are made at once, and one for calls that are awaited. */
interface Pair<T> {
  readonly plain: T;
  readonly awaited: T;
}

/** A library that repeats Python functions of either kind. `title` is its name in the title of an action. */
export function pythonLibrary(
  [name, title = name]: readonly [name: string, title?: string],
  texts: Pair<string>,
  attempts: string,
  handlers: Pair<HandlerFile>,
  split: (text: string) => HandlerParts,
): RetryLibrary {
  const pool = [split(handlers.plain.text), split(attempts)];
  const handler = (kind: keyof Pair<string>): HandlerFile => ({
    ...handlers[kind],
    text: handlerText(composeParts(split(texts[kind]), pool, layOutImports), '\n\n'),
  });
  const own = { plain: handler('plain'), awaited: handler('awaited') };
  return { name: title, packages: [name], handlerFor: ({ async }) => (async ? own.awaited : own.plain) };
}
