import { holdingOfName } from './holding';
import { isMadeFromStatus } from './values';
import { found, type Place, type Step } from './place';
import type { SourceFile } from './sourceFile';

/** Occurrences of a name among which its declaration is looked for. */
const mostOccurrences = 24;

/** What a case of the program's own enumeration holds, by its label: `case unexpected(statusCode: Int)`. */
export function ownCaseOf(file: SourceFile, name: string, place: Place): Step {
  if (!file.grammar.members || name === '') {
    return undefined;
  }
  for (const node of file.occurrencesAnywhere(name).slice(0, mostOccurrences)) {
    const data = node.parent?.type === 'enum_entry' ? node.nextNamedSibling : null;
    if (data?.type !== 'enum_type_parameters') {
      continue;
    }
    const label = data.text.split(',')[place.indexes[0] ?? 0] ?? '';
    const holding = holdingOfName(/^\W*(?:_\s+)?(\w+)\s*:/.exec(label)?.[1] ?? '');
    // `case server(Int)`, made somewhere as `.server(response.statusCode)`
    if (!holding && isMadeFromStatus(file, 'Error', name)) {
      return found({ what: 'status', weight: 0.8, name }, 'part of', { ...place, isListed: false });
    }
    if (holding?.what === 'status' || holding?.what === 'code') {
      return found(holding, `part of ${name}:`, { ...place, isListed: false });
    }
  }
  return undefined;
}

/** Whether the text declares a case of this name. */
export function isOwnCase(file: SourceFile, name: string): boolean {
  return file
    .occurrences(name)
    .slice(0, mostOccurrences)
    .some(({ parent }) => parent?.type === 'enum_entry' || parent?.type === 'enum_variant');
}
