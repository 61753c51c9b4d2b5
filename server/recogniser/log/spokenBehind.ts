import {
  at, isBlank, isClosing, isDigit, isPunctuation, isLetter, isOfWord, isOpening, longestWord, startsWith, wordOf,
} from './bytes'; // prettier-ignore
import { beginningsOfWordings, lettersOfWording } from './meanings';
import { after, prepositions } from './spokenWords';

/** Whether what stands behind a number may speak of it as a status. @param end where the number ends */
export function isSpokenOfAfter(bytes: Uint8Array, end: number): boolean {
  let offset = end;
  for (let count = 0; count < 3 && isClosing(at(bytes, offset)); count++) {
    offset++;
  }
  offset += isBlank(at(bytes, offset)) && isPunctuation(at(bytes, offset + 1)) ? 1 : 0;
  for (let count = 0; count < 2 && isPunctuation(at(bytes, offset)); count++) {
    offset++;
  }
  for (let count = 0; count < 8 && isBlank(at(bytes, offset)); count++) {
    offset++;
  }
  const first = at(bytes, offset);
  // `404?!`
  if (offset === end && isOutcry(first) && isOutcry(at(bytes, end + 1))) {
    return true;
  }
  if (offset === end && first === slash) {
    return isCapitalised(bytes, end + 1);
  }
  // `500 <= status`
  if ((first === 0x3c || first === 0x3e) && at(bytes, offset + 1) === equals) {
    return true;
  }
  if (first === openBrace || first === equals || first === 0x21 || first === slash || first === 0x5c) {
    return first !== 0x5c || at(bytes, offset + 1) === openBrace;
  }
  const quoted = isOpening(first);
  while (isOpening(at(bytes, offset))) {
    // `(402, '{\n "error": …')`
    if (at(bytes, offset) === openBrace) {
      return true;
    }
    offset++;
  }
  if (isDigit(at(bytes, offset))) {
    return isAmount(bytes, offset);
  }
  if (!isLetter(at(bytes, offset))) {
    return at(bytes, offset) >= 128;
  }
  let wordEnd = offset;
  let isOfOtherLetters = false;
  // `card_declined`
  let isName = false;
  while (isOfWord(at(bytes, wordEnd)) && wordEnd < offset + longestWord) {
    isOfOtherLetters ||= at(bytes, wordEnd) >= 128;
    isName ||= at(bytes, wordEnd) === underscore;
    wordEnd++;
  }
  if (isOfOtherLetters) {
    return true;
  }
  if (at(bytes, wordEnd) === equals || (quoted && at(bytes, wordEnd) === quote && at(bytes, wordEnd + 1) === colon)) {
    return false;
  }
  const word = wordOf(bytes, offset, wordEnd);
  const isCapital = at(bytes, offset) < 0x61;
  // `upstream 503: busy`
  const isExplained =
    at(bytes, end) === colon || (offset > end + 1 && beginningsOfWordings.has(word.slice(0, lettersOfWording)));
  return (
    isCapital ||
    isExplained ||
    isName ||
    (after.has(word) && (!prepositions.has(word) || isFollowedByPlace(bytes, wordEnd)))
  );
}

function isOutcry(byte: number): boolean {
  return byte === 0x21 || byte === 0x3f;
}

/** Whether an address, a path, a method, an amount or a word that may be the name of a service follows. */
function isFollowedByPlace(bytes: Uint8Array, end: number): boolean {
  let offset = end + 1;
  while (isOpening(at(bytes, offset))) {
    offset++;
  }
  const first = at(bytes, offset);
  return (
    first === slash ||
    isDigit(first) ||
    (isLetter(first) && first < 0x61) ||
    isHost(bytes, offset) ||
    [
      'http',
      'url',
      'the ',
      'client',
      'caller',
      'browser',
      'user',
      'upstream',
      'uplink',
      'server',
      'backend',
      'origin',
    ].some((text) => startsWith(bytes, offset, text, false)) ||
    ['service', 'remote', 'endpoint', 'proxy', 'gateway', 'calling', 'requesting', 'fetching', 'connecting'].some(
      (text) => startsWith(bytes, offset, text, false),
    )
  );
}

/** Whether a name with a dot or a port follows: `api.example`, `cart:8080`. */
function isHost(bytes: Uint8Array, start: number): boolean {
  let end = start;
  while (isOfWord(at(bytes, end)) && end - start < longestHost) {
    end++;
  }
  const next = at(bytes, end);
  return (
    end > start && ((next === dot && isLetter(at(bytes, end + 1))) || (next === colon && isDigit(at(bytes, end + 1))))
  );
}

/** A duration or a size: a number with a unit. */
function isAmount(bytes: Uint8Array, start: number): boolean {
  let offset = start;
  while (
    offset < start + 13 &&
    (isDigit(at(bytes, offset)) || at(bytes, offset) === dot || at(bytes, offset) === comma)
  ) {
    offset++;
  }
  offset += at(bytes, offset) === 0x20 ? 1 : 0;
  return isLetter(at(bytes, offset)) || at(bytes, offset) >= 128;
}

/** `503/Service Unavailable`: a word with a capital begins at an offset. */
export function isCapitalised(bytes: Uint8Array, start: number): boolean {
  const [first, second] = [at(bytes, start), at(bytes, start + 1)];
  return isLetter(first) && first < 0x61 && isLetter(second) && second >= 0x61;
}

/** Longest name of a host, in bytes. */
const longestHost = 60;
const [quote, comma, dot, slash, colon, equals] = [0x22, 0x2c, 0x2e, 0x2f, 0x3a, 0x3d];
const [underscore, openBrace] = [0x5f, 0x7b];
