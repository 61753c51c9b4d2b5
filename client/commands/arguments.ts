import type { InsertHandlerArgument, LookUpArgument, Position } from '../../shared/protocol';
import { asQuery } from '../lookup/query';

/** The longest id a catalog can make: its own id, a slash and a slug. */
const maxEntryLength = 300;

/**
 * The argument of the lookup command, or undefined when there is none or it is not one of ours. Command links and key
 * bindings can be written by anyone, so nothing about the value is taken for granted.
 */
export function asLookUpArgument(value: unknown): LookUpArgument | undefined {
  if (typeof value === 'string') {
    return asQuery(value) || undefined;
  }
  const entry = asEntry(property(value, 'entry'));
  return entry === undefined ? undefined : { entry };
}

/** The argument of the insert command. Each part that is not as it should be is left out. */
export function asInsertHandlerArgument(value: unknown): InsertHandlerArgument {
  const uri = property(value, 'uri');
  const position = asPosition(property(value, 'position'));
  const entry = asEntry(property(value, 'entry'));
  return {
    ...(typeof uri === 'string' && { uri }),
    ...(position && { position }),
    ...(entry !== undefined && { entry }),
  };
}

/** An entry id as the catalog schema allows it: `<catalog>/<slug>` with an optional `#` part. */
function asEntry(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= maxEntryLength && entryPattern.test(value) ? value : undefined;
}

const entryPattern = /^[a-z0-9][a-z0-9.-]*\/[A-Za-z0-9_][A-Za-z0-9_.-]*(#[A-Za-z0-9_-]+)?$/;

function asPosition(value: unknown): Position | undefined {
  const line = property(value, 'line');
  const character = property(value, 'character');
  return isOffset(line) && isOffset(character) ? { line, character } : undefined;
}

/** Zero-based lines and characters, as VS Code can hold them. */
function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0x7fff_ffff;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
