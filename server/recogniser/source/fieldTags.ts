import type { Node } from '@vscode/tree-sitter-wasm';
import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { statusOf } from './constants';
import type { Reading } from './reading';

/** The key in the tag of a field of Go. */
const key = /^`(?:json|yaml|xml|bson|mapstructure):"$/;

/** The status by which a field of Go is read that is named after it: ``HTTPNotFound int `json:"404"` ``. */
export function ofFieldTag({ file, knowledge }: Reading, text: Node, range: Candidate['range']): Candidate[] {
  const field = text.parent?.type === 'field_declaration' ? text.parent.childForFieldName('name') : null;
  if (!field || !key.test(file.text.slice(text.startIndex, range.start))) {
    return [];
  }
  const number = file.text.slice(range.start, range.end);
  const statuses: readonly Entry[] = statusOf(field.text, knowledge).filter(({ value }) => value === number);
  return candidate(range, 'status', statuses, 0.7, `tag of ${field.text}`);
}
