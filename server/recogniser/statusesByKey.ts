import { candidate, type Candidate } from './candidate';
import type { Field, Structure } from './dump';
import type { Knowledge } from './knowledge';

/** From so many statuses with their phrases on, the other numbers of a map are statuses, too. */
const fewest = 3;

/**
 * The statuses of errors that a map has as its keys: `{ "404": "Not Found", "429": "Slow down" }`. Each is an error of its
 * own. A number has what the status is called as its value, or is among several that do.
 */
export function statusesByKey({ fields }: Structure, knowledge: Knowledge): Candidate[] {
  const called = fields.filter((f) => isCalled(f, knowledge));
  const isTable = called.length >= fewest && fields.every(({ key, value }) => isStatus.test(key) && isText(value));
  return (isTable ? fields : called).flatMap(({ key, keyRange }) =>
    Number(key) < 400
      ? []
      : candidate(
          keyRange,
          'status',
          knowledge.status(key),
          0.7,
          isTable ? 'key of a table' : 'key of its reason phrase',
        ),
  );
}

const isStatus = /^[1-5]\d\d$/;

function isCalled({ key, value }: Field, knowledge: Knowledge): boolean {
  return isStatus.test(key) && isText(value) && knowledge.isReasonPhrase(key, value.text);
}

function isText(value: Field['value']): value is Extract<Field['value'], { type: 'scalar' }> {
  return value.type === 'scalar' && value.quoted;
}
