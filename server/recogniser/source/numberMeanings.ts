import type { Entry } from '../../../shared/catalog/catalog';
import { candidate, type Candidate } from '../candidate';
import { codeOfError } from './holding';
import { isErrorText, isOfError } from './names';
import type { Meaning } from './place';
import { isWellKnown } from '../wellKnownStatuses';
import type { Reading } from './reading';

/** The last status of a class, in `500..599` and `status <= 499`: a bound that says no more than the class does. */
const endOfClass = /^[45]99$/;

/** What only the status of an answer is called, whatever else a text is about. */
const saysHttp = /https?_?(?:status|response|error|code)|(?:response|resp)_?(?:status|code)/i;

/** What makes an error. */
const givesError = /^argument of \w*(?:[eE]rror|Exception)(?:: status)? /;

/** What a number is that the syntax gives this meaning. */
export function ofNumber(
  range: Candidate['range'],
  meaning: Meaning,
  number: string,
  reading: Reading,
  isText: boolean,
): Candidate[] {
  const { knowledge, systems, ofProject } = reading;
  const { speaksHttp, isAboutWeb } = reading.file.subject;
  const { what, evidence, name, isRanged } = meaning;
  // An error is given by a number that everybody knows for a status, whatever the text is about: `createError(415, …)`
  const isOfError = !isRanged && isWellKnown(number) && givesError.test(`${evidence} ${name}`);
  const weight =
    isAboutWeb || saysHttp.test(name)
      ? meaning.weight
      : isOfError
        ? Math.min(meaning.weight, 0.6)
        : Math.min(meaning.weight, 0.3);
  const codes = knowledge.code(number);
  const isError = Number(number) >= 400 && !(isRanged && endOfClass.test(number));
  const statuses = isError ? knowledge.status(number) : [];
  const isEverybodys = systems.size === 0 && Number(number) <= everybodys;
  const isOfTopic = codes.some(({ catalog: { id } }) => {
    const topic = ofProject.has(id) ? knowledge.systems.topics.get(id) : undefined;
    return topic !== undefined && reading.file.says(topic);
  });
  // Where no vendor is named, it may be the code of anything, in a table and of a record; and everybody counts from one.
  const isAnybodys = systems.size === 0 && (/^value of/.test(evidence) || (name === 'code' && !isOfTopic));
  // `RETRY_CODES = [88, 429]`: of a list of codes those that are no statuses.
  const isCode =
    what === 'status' && /codes$/i.test(name) && !isRanged && codes.length > 0 && !knowledge.isStatus(number);
  switch (isCode ? 'vendor-code' : what) {
    case 'status':
      // The keys of a map, and what calls itself a status of a post, are codes where they cannot be statuses.
      return Number(number) < 400 &&
        (evidence.startsWith('key of') ||
          (!knowledge.isStatus(number) && codes.some(({ catalog: { id } }) => systems.has(id))))
        ? ofNumber(range, { ...meaning, what: 'vendor-code', weight: 0.75 }, number, reading, isText)
        : candidate(range, 'status', statuses, weight, evidence);
    case 'vendor-code':
      // A status is no code for the only reason that the project talks to somebody who has such a code.
      return codes.some(({ catalog: { id } }) => systems.has(id) || (statuses.length === 0 && ofProject.has(id)))
        ? candidate(range, 'code', codes, weight * (isEverybodys ? 0.4 : 0.6), evidence)
        : candidate(range, 'status', statuses, speaksHttp ? weight : 0.3, evidence);
    case 'code':
      if (statuses.length > 0) {
        const isOfHttp = speaksHttp || (name === codeOfError && isAboutWeb);
        // No other error is numbered so: `error.code === 404`.
        const isKnown = name === codeOfError && isRanged !== true && knownStatus.test(number);
        const isCompared = isKnown && evidence.startsWith('compared with');
        return candidate(
          range,
          'status',
          statuses,
          isOfHttp ? Math.min(weight, 0.9) : isCompared ? 0.6 : 0.3,
          evidence,
        );
      }
      // A bound of a range and the code of a success name no error of a vendor.
      if (isRanged || /^20\d$/.test(number)) {
        return [];
      }
      return candidate(range, 'code', codes, weight * (isEverybodys || isAnybodys ? 0.4 : 0.5), evidence);
    // `error.message.includes('429')`
    case 'text':
      return isText && (speaksHttp || (isAboutWeb && isOfErrorText(meaning)))
        ? [...candidate(range, 'status', statuses, weight, evidence), ...ofErrorText(range, meaning, number, reading)]
        : ofErrorItself(range, meaning, statuses, isText, isAboutWeb);
    case 'phrase': {
      const phrase = name.replace(
        /^(?:HTTP_?|SC_|STATUS_?|CODE_?|ERR(?:OR)?_?|E_|k)*(?:STATUS_?|CODE_?)*(?:\d{3}_?)?/i,
        '',
      );
      // `ERROR_404`, `E503`: a name that has the number in it.
      const numbered = numberedName.exec(name);
      if (numbered?.[2] === number) {
        const isOfHttp = speaksHttp || (isAboutWeb && (numbered[1] ?? '').length > 1);
        return candidate(range, 'status', isOfHttp ? statuses : [], weight, evidence);
      }
      // `HTTP_STATUS_DENIED`: names of Windows' own, but `HTTP_STATUS_INTERVAL` is none.
      // Among constants of statuses also a name in other words than the phrase: `HTTP_RATE_LIMITED = 498`.
      const isAmongOthers = httpConstant.test(name) && !number.endsWith('00') && reading.file.says(httpConstants);
      if (speaksHttp && (windowsStatus.test(name) || isAmongOthers)) {
        return candidate(range, 'status', statuses, weight, evidence);
      }
      // `statusUnprocessable`: a name that says status may leave out a part of the phrase.
      const isShort = phrase !== name && /^(?:http|sc_|status)/i.test(name);
      const isNamed = isShort
        ? knowledge.isPartOfPhrase(number, phrase)
        : knowledge.isReasonPhrase(number, phrase) ||
          (isLongPart.test(phrase) && knowledge.isPartOfPhrase(number, phrase)) ||
          knowledge.isReasonPhrase(number, phrase.replace(/_?(?:status_?)?(?:code|status)$/i, '')) ||
          endsInPhrase(name, number, knowledge);
      // Beside the number of a success such a name and number are no accident, whatever the text is about.
      // Nor do those of a phrase that no other thing has: `UNPROCESSABLE_ENTITY = 422`.
      const isOfHttp =
        speaksHttp ||
        (knowledge.isReasonPhrase(number, phrase) &&
          (reading.file.says(successes) || (phrase.replace(/\W|_/g, '').length >= longPhrase && number !== '404')));
      return isOfHttp && isNamed ? candidate(range, 'status', statuses, weight, evidence) : [];
    }
    // `strings.Contains(err.Error(), "429")`: an error as a text; `body["error"] == 404`: an error by its number.
    case 'word':
      return isText && isAboutWeb && isOfErrorText(meaning)
        ? [...candidate(range, 'status', statuses, 0.6, evidence), ...ofErrorText(range, meaning, number, reading)]
        : ofErrorItself(range, meaning, statuses, isText, isAboutWeb);
  }
}

/** `err === 404`, `body["error"] == 404`: an error that is nothing but its status. */
function ofErrorItself(
  range: Candidate['range'],
  meaning: Meaning,
  statuses: readonly Entry[],
  isText: boolean,
  isAboutWeb: boolean,
): Candidate[] {
  const isError = /^_*(?:e|ex|exc|err|error|exception)$/i.test(meaning.name);
  const isItself = !isText && isError && meaning.isRanged !== true && meaning.evidence.startsWith('compared with');
  return candidate(range, 'status', isItself ? statuses : [], isAboutWeb ? 0.6 : 0.3, meaning.evidence);
}

/** Statuses by which everybody knows an error. */
const knownStatus = /^(?:40[134]|409|429|50[234])$/;

/** Codes up to this one number the errors of many programs. */
const everybodys = 30;

/** `'187' in str(e)`: a code of a vendor that is named, looked for in the text of an error. */
function ofErrorText(
  range: Candidate['range'],
  { evidence, name }: Meaning,
  number: string,
  { knowledge, systems }: Reading,
): Candidate[] {
  const isLookedFor = /^\d{3}$/.test(number) && evidence.startsWith('compared with') && isErrorText(name);
  const codes = isLookedFor && !knowledge.isStatus(number) ? knowledge.code(number) : [];
  return candidate(
    range,
    'code',
    codes.filter(({ catalog: { id } }) => systems.has(id)),
    0.45,
    evidence,
  );
}

/** Letters of a phrase that no other thing has. */
const longPhrase = 10;
/** Successes of HTTP by name and number: `OK = 200`, `Created(201)`. */
const successes = /(?:\bok|success(?:ful)?)\b[^\w\n]{1,6}200\b|\bcreated\b[^\w\n]{1,6}201\b/i;

/** A name that begins with what it is and ends with its number. */
const numberedName =
  /^k?(?:[A-Za-z]+_)?(HTTP|STATUS|STATUS_?CODE|CODE|ERR|ERROR|E|ERROR_?CODE|HTTP_?ERROR|RC|SC|RESP|RESPONSE|RESPONSE_?CODE)_?([45]\d\d)$/i;

/** `error.message === '403'`, `'429' in str(exc)`: what an error says. */
function isOfErrorText({ name, evidence }: Meaning): boolean {
  return (/^message$/i.test(name) || isOfError(name)) && /^(?:compared with|switched on)/.test(evidence);
}

/** `GetOrdersBadRequestCode`: a name of several words that ends in the phrase of its status. */
function endsInPhrase(name: string, number: string, knowledge: Reading['knowledge']): boolean {
  const words = name.replace(/_?(?:status_?code|status|code)$/i, '').match(/[A-Z][a-z]+/g) ?? [];
  return words.some(
    (_, at) => at > 0 && at < words.length - 1 && knowledge.isReasonPhrase(number, words.slice(at).join('')),
  );
}

const windowsStatus =
  /^HTTP_STATUS_(?!(?:.*_)?(?:MAX|MIN|FIRST|LAST|LIMIT|COUNT|SIZE|LEN|PORT|MS|SECS?|SECONDS|TIMEOUT|INTERVAL|DELAY)(?:_|$))[A-Z_]+$/;

/** What lists statuses by such names. */
const httpConstants = /\bHTTP_(?:NOT_FOUND|BAD_REQUEST|FORBIDDEN|UNAUTHORIZED|CONFLICT)\s*(?::\s*\w+\s*)?=\s*4\d\d\b/;
const httpConstant =
  /^HTTP_(?:[A-Z]+_)*(?!(?:MAX|MIN|LIMIT|COUNT|SIZE|LEN|LENGTH|PORT|MS|SECS?|SECONDS|INTERVAL|DELAY|BYTES|RETRIES)$)[A-Z]+$/;

/** A part of a phrase that no other name happens to be: `TOO_MANY`, `unprocessable`. */
const isLongPart = /^[a-zA-Z]{2,}(?:_|(?=[A-Z][a-z]))[a-zA-Z_]{3,}$|^[A-Z]{9,}$/;
