import { OpenBrackets, type Token } from '../dump';

/** A string in a dump is read up to this many UTF-16 units; a longer one is cut there. */
const maxStringLength = 4_000;

const bareWord = /[^\s,;:=(){}[\]"'`\\<>]+/y;
// These are tried at many places of a text, so what each of them passes over has an upper bound.
/** A key of PHP, which says of some who may see them: `[code]`, `["code":"A\\B":private]`, `[code:protected]`. */
const printRKey =
  /\[\s{0,40}["']?([\w.:-]{1,80}?)["']?(?::(?:"?[\w\\]{1,120}"?:)?(?:private|protected))?["']?\s{0,40}\]\s{0,40}=>\s{0,40}/y;
/** PHP's print_r does not quote: a value ends at the line end, before the next key, or before the closing bracket. */
const printRValue =
  /(?!\s{0,40}(?:Array|\w{1,200} Object)\s{0,40}\()(?!\w{1,200}\()[^\n"'[]*?(?=\s{0,40}(?:\[[\w.:-]{1,80}\]\s{0,40}=>|\)\s{0,40}(?:\n|$)|\n|$))/y;
/** What var_dump says of a value's type before the value. */
const varDumpType = /(?:string\(\d{1,20}\)\s{0,40}(?=")|(?:int|float|bool)\(\s{0,40}([^)\s]{0,40})\s{0,40}\))/y;
/** What var_dump says of what is in brackets before them: `array(1) {`. */
const varDumpHead = /(?:array\(\d{1,10}\)|object\([\w\\@]{1,200}\)#\d{1,10} \(\d{1,10}\))\s{0,40}(?=\{)/y;
/**
 * A quote as HTML writes it: the data of a page that shows what an API answered. Of other characters in data HTML gives
 * no numbers; those of a line's shape are not the line's own.
 */
const quoteOfHtml = /&(?:quot|apos|#\d\d|#x\d\d);/y;
const joinedStrings = /["'`]\s{0,400}\+\s{0,400}["'`]/y;
const containsDump = /\\{0,20}(?:\\{1,20}n|\s){0,200}[{[](?:\\{1,20}[nrt]|\s){0,200}(?:\\{0,20}["']|[{}[\]\w])/y;

/**
 * Reads the data that a program printed into a text, however it prints: JSON, JSON escaped inside strings,
 * Python's repr, node's util.inspect, PHP's print_r and var_dump, Rust's Debug, logfmt.
 */
export function* dumpTokens(whole: string, start: number, end: number): Generator<Token> {
  // Nothing after the end may be read: what is there can be a line of any length, read again for every part of it.
  const text = whole.slice(0, end);
  /** Brackets that are open, each with the quote that was passed over just before it, if one was. */
  const open = new OpenBrackets<string>();
  let skippedQuote = '';
  let at = start;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  while (at < end) {
    const unit = text[at] ?? '';
    if (unit === '\n') {
      yield { type: 'line' };
      at++;
      continue;
    }
    if (unit === ' ' || unit === '\t' || unit === '\r') {
      at++;
      continue;
    }
    if (unit === '[') {
      const key = match(printRKey);
      if (key?.[1]) {
        const keyStart = at + key[0].indexOf(key[1]);
        yield { type: 'key', text: key[1], range: { start: keyStart, end: keyStart + key[1].length } };
        at += key[0].length;
        const value = match(printRValue);
        if (value && value[0].trim() !== '') {
          const valueText = value[0].trimEnd();
          yield { type: 'scalar', text: valueText, range: { start: at, end: at + valueText.length }, quoted: false };
          yield { type: 'end' };
          at += value[0].length;
        }
        continue;
      }
    }
    if (
      unit === '{' ||
      unit === '[' ||
      (unit === '(' && /(?:Array|Object)\s*$/.test(text.slice(Math.max(start, at - 12), at)))
    ) {
      open.open(unit, skippedQuote);
      skippedQuote = '';
      yield { type: 'open', bracket: unit, range: { start: at, end: at + 1 } };
      at++;
      continue;
    }
    if (unit === '}' || unit === ']' || unit === ')') {
      const quote = open.close(unit).at(-1);
      at++;
      if (quote !== undefined) {
        yield { type: 'close', bracket: unit, range: { start: at - 1, end: at } };
        if (quote !== '') {
          at += /^(?:\\+[nrt]|\s)*/.exec(text.slice(at, at + 20))?.[0].length ?? 0;
          if (text.startsWith(quote, at)) {
            at += quote.length;
          }
        }
      }
      continue;
    }
    if (unit === ',' || unit === ';') {
      yield { type: 'end' };
      at++;
      continue;
    }
    if (unit === ':' || unit === '=') {
      at += text[at + 1] === '>' ? 2 : 1;
      yield { type: 'is' };
      continue;
    }
    if (unit === '\\' || unit === '"' || unit === "'" || unit === '`') {
      const joined = match(joinedStrings);
      if (joined) {
        at += joined[0].length;
        continue;
      }
      const slashes = /^\\*/.exec(text.slice(at, at + 64))?.[0].length ?? 0;
      const quote = text[at + slashes] ?? '';
      if (quote !== '"' && quote !== "'" && quote !== '`') {
        // An escaped line end or tab between two parts of escaped JSON.
        at += slashes + (/[nrt]/.test(quote) ? 1 : 0) || 1;
        continue;
      }
      const opening = text.slice(at, at + slashes + 1);
      at += opening.length;
      containsDump.lastIndex = at;
      if (containsDump.test(text)) {
        skippedQuote = opening;
        continue;
      }
      const close = closeOfString(text, at, Math.min(end, at + maxStringLength), opening);
      if (holdsData(text.slice(at, close))) {
        yield* nestedTokens(text, at, close);
        at = text.startsWith(opening, close) ? close + opening.length : close;
        continue;
      }
      yield { type: 'scalar', text: text.slice(at, close), range: { start: at, end: close }, quoted: true };
      at = text.startsWith(opening, close) ? close + opening.length : close;
      continue;
    }
    const escaped = unit === '&' ? match(quoteOfHtml)?.[0] : undefined;
    if (escaped !== undefined) {
      at += escaped.length;
      const [line = ''] = text.slice(at, at + maxStringLength).split('\n', 1);
      const length = line.indexOf(escaped);
      const close = at + (length < 0 ? line.length : length);
      yield { type: 'scalar', text: text.slice(at, close), range: { start: at, end: close }, quoted: true };
      at = text.startsWith(escaped, close) ? close + escaped.length : close;
      continue;
    }
    const typeset = match(typesetString);
    if (typeset) {
      const [whole, content = ''] = typeset;
      yield { type: 'scalar', text: content, range: { start: at + 1, end: at + 1 + content.length }, quoted: true };
      at += whole.length;
      continue;
    }
    const head = unit === 'a' || unit === 'o' ? match(varDumpHead) : undefined;
    if (head) {
      at += head[0].length;
      continue;
    }
    const typed = match(varDumpType);
    if (typed) {
      if (typed[1] !== undefined) {
        const valueStart = at + typed[0].indexOf('(') + 1;
        yield {
          type: 'scalar',
          text: typed[1],
          range: { start: valueStart, end: valueStart + typed[1].length },
          quoted: false,
        };
      }
      at += typed[0].length;
      continue;
    }
    const word = match(bareWord);
    if (word) {
      const isPrefix = /^[ubrf]$/i.test(word[0]) && /["']/.test(text[at + 1] ?? '');
      if (!isPrefix) {
        yield { type: 'scalar', text: word[0], range: { start: at, end: at + word[0].length }, quoted: false };
      }
      at += word[0].length;
      continue;
    }
    at++;
  }
}

/** A string whose quotes a word processor or a forum has set anew. */
const typesetString = /[\u201c-\u201e]([^\u201c-\u201e\n]{0,10000})[\u201c-\u201e]?/y;
const printedData = /^[^{[]{0,200}[{[][^\\\]]{0,20}(?:\\+[nrt]|\s)*\\+"/;

const dataOfHtml = /[{[](?:\\{1,8}[nrt]|\s){0,20}&(?:quot|#34|#x22);/;

/** Whether the text of a string holds data behind a few words: `403 {\"errors\": …`. Its quotes are escaped, by the string or by HTML. */
export function holdsData(content: string): boolean {
  return (content.includes('\\') && printedData.test(content)) || (content.includes('&') && dataOfHtml.test(content));
}

/**
 * The tokens of the data inside a string, as one structure: what it leaves open is closed, so that the text around stays
 * whole. Data in its strings is read in the same way; each level has twice as many backslashes, so they are few.
 */
export function* nestedTokens(text: string, start: number, end: number): Generator<Token> {
  yield { type: 'open', bracket: '{', range: { start, end: start } };
  const open = new OpenBrackets<undefined>();
  for (const token of dumpTokens(text, start, end)) {
    if (token.type === 'open') {
      open.open(token.bracket, undefined);
    } else if (token.type === 'close' && open.close(token.bracket).length === 0) {
      continue;
    }
    yield token;
  }
  for (const bracket of open.missing()) {
    yield { type: 'close', bracket, range: { start: end, end } };
  }
  yield { type: 'close', bracket: '}', range: { start: end, end } };
}

/** Where a string ends: at the same quote with the same number of backslashes, or at a line end. */
function closeOfString(text: string, from: number, to: number, opening: string): number {
  const quote = opening.at(-1) ?? '"';
  const level = opening.length - 1;
  for (let at = from; at < to; at++) {
    const unit = text[at];
    if (unit === '\n') {
      return at;
    }
    if (unit === quote) {
      let slashes = 0;
      while (at - slashes - 1 >= from && text[at - slashes - 1] === '\\') {
        slashes++;
      }
      if (slashes <= level) {
        return at - slashes;
      }
    }
  }
  return to;
}
