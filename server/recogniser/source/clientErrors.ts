import { candidate, type Candidate } from '../candidate';
import type { Systems } from '../systems';
import { isUse, statusOf } from './constants';
import type { Reading } from './reading';

/** A member of a type of errors: `TwitterApiError.DuplicateStatus`, `egg_mode::error::Error::RateLimit`, `ErrorCode::LOCKED`. */
const member =
  /(?<!\w)([A-Za-z]\w{0,40}?)?((?:Api|API|Http|HTTP)?(?:Err(?:or)?|ERROR|Exception|Problem|Fault)(?:s|_?(?:Codes?|CODES?|Info|Kinds?|Types?|Reasons?))?)(?:\.|::|->)([A-Za-z_]\w{2,60})\b/g;
/** One name for all of it: `TwitterErrorStatusIsADuplicate`, `TWITTER_ERROR_RATE_LIMIT`, `ERR_TWITTER_LOCKED`. */
const joined =
  /(?<!\w)(?:([A-Z]\w{0,30}?)_?(?:Err(?:or)?|ERR(?:OR)?)_?(?:Code|CODE)?_?|(?:ERR(?:OR)?|Err(?:or)?)_?([A-Z][A-Za-z]+?)(?:_|(?=[A-Z])))([A-Z]\w{3,60})\b(?!\s*[:=(]\s*\w*\s*(?:=|class))/g;
/** A class of errors: `TwitterRateLimitException`, `TweetDuplicateError`. */
const className = /(?<!\w)([A-Z][a-z]+)((?:[A-Z][A-Za-z]*?[a-z]))(?:Api)?(?:Error|Exception)\b/g;

/**
 * Errors of a vendor by the names that clients and programs give them, where the name or the text says whose they are: members
 * of a type, constants and classes whose words are those of an error.
 */
export function* clientErrorCandidates(reading: Reading): Generator<Candidate[]> {
  const { file, knowledge, systems, ofProject } = reading;
  if (file.subject.speaksGrpc || systems.size + ofProject.size === 0) {
    return;
  }
  for (const { 0: written, 1: owner = '', 2: type = '', 3: name = '', index } of file.text.matchAll(member)) {
    // A catalog may have all of it: `Twitter::Error::DuplicateStatus`.
    const before = file.text.slice(Math.max(0, index - longestPath), index);
    const whole = (/[\w.:]*$/.exec(before)?.[0] ?? '') + written;
    const isKnown = [whole, written].some(
      (path) => knowledge.code(path).length + knowledge.problemType(path).length > 0,
    );
    const end = index + written.length;
    const range = { start: end - name.length, end };
    const of = systemsIn(owner + type, reading);
    if (!isKnown && of.size > 0) {
      yield named(reading, name, range, of, /code|info/i.test(type), `member ${written}`);
    } else if (!isKnown && owner === '') {
      // `Error::RateLimit` of the client that the text names: all that the API says, and no name of anybody's errors.
      const isOfSystem = systems.size > knowledge.systems.always.size && !anybodys.test(name);
      const codes = isOfSystem ? knowledge.errorNamed(name, true).filter(({ catalog }) => systems.has(catalog.id)) : [];
      yield candidate(range, 'code', isUse(file, range.start, end) ? codes : [], 0.7, `member ${written}`);
    }
  }
  for (const { 0: written, 1: before, 2: behind = '', 3: name = '', index } of file.text.matchAll(joined)) {
    const range = { start: index, end: index + written.length };
    yield named(reading, name, range, systemsIn(before ?? behind, reading), true, `constant ${written}`);
  }
  for (const { 0: written, 1: owner = '', 2: name = '', index } of file.text.matchAll(className)) {
    const range = { start: index, end: index + written.length };
    yield named(reading, name, range, systemsIn(owner, reading), false, `error ${written}`);
  }
}

/** How much of the path before a type is read, in UTF-16 units. */
const longestPath = 40;

/** Names of errors that every program has. */
const anybodys = /^(?:not_?found|(?:internal|server)(?:_?error)?|forbidden|unauthori[sz]ed|already_?exists|timeout)$/i;

/** A limit, by names that are those of its status as well as of a code. */
const ofLimit = /^(?:rate_?limit|too_?many_?requests)/i;

/** What a program says of itself, too, unless it lists the codes of an API. */
const ofPrograms = /url|param|internal|response|request|credential|media|coordinate|location/i;

/** What a name is, where its own words are those of an error of these systems. */
function named(
  { file, knowledge }: Reading,
  name: string,
  range: Candidate['range'],
  of: Systems,
  isOfCodes: boolean,
  evidence: string,
): Candidate[] {
  if (of.size === 0) {
    return [];
  }
  const ofStatus = !isOfCodes && ofLimit.test(name) ? knowledge.status('429') : statusOf(name, knowledge);
  const isStatus = ofStatus.some(({ catalog }) => of.has(catalog.id));
  const ofVendor =
    !isOfCodes && (isStatus || ofPrograms.test(name))
      ? []
      : knowledge.errorNamed(name, isStatus).filter(({ catalog }) => of.has(catalog.id));
  // A name that the text gives a value is told by that.
  const hasValue = () =>
    file
      .bindings(file.text.slice(range.start, range.end))
      .some(({ kind, value }) => kind === 'value' && value !== null);
  if (ofVendor.length + ofStatus.length === 0 || !isUse(file, range.start, range.end) || hasValue()) {
    return [];
  }
  return ofVendor.length > 0
    ? candidate(range, 'code', ofVendor, 0.7, evidence)
    : candidate(range, 'status', isStatus ? ofStatus : [], 0.6, evidence);
}

/** The systems of which a name speaks: `TwitterApi` of Twitter. */
export function systemsIn(name: string, { knowledge, systems, ofProject }: Reading): Systems {
  const found = new Map<string, string>();
  for (const [catalog, topic] of knowledge.systems.topics) {
    if (topic.test(name) && (systems.has(catalog) || ofProject.has(catalog))) {
      found.set(catalog, name);
    }
  }
  return found;
}
