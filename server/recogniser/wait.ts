import type { ServerWait } from '../../shared/finding';

const epochHeader = /^x-(?:rate-?limit|app-limit-24hour|user-limit-24hour)-reset$/i;
const deltaHeader = /^ratelimit-reset$/i;
const retryAfter = /^(?:retry[-_]?after|retry_after_seconds|retryafterseconds)$/i;

/** Smallest and largest number that is taken for a Unix time in seconds: years 2001 to 2100. */
const epochRange = [978_307_200, 4_102_444_800] as const;

/**
 * The wait that a header or body field states, or undefined when it states none.
 * `Retry-After` is a number of seconds or an HTTP date (RFC 9110, 10.2.3); X's reset headers are Unix times in
 * seconds; `RateLimit-Reset` is a number of seconds.
 */
export function waitOfField(name: string, value: string): ServerWait | undefined {
  const text = value.trim();
  const number = /^\d{1,12}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
  if (retryAfter.test(name)) {
    if (number !== undefined) {
      return isEpoch(number) ? { name, at: number * 1000 } : { name, seconds: number };
    }
    const at = /\d{4}/.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? undefined : { name, at };
  }
  if (epochHeader.test(name) || (/^reset$/i.test(name) && number !== undefined && isEpoch(number))) {
    return number !== undefined && isEpoch(number) ? { name, at: number * 1000 } : undefined;
  }
  if (deltaHeader.test(name) && number !== undefined) {
    return isEpoch(number) ? { name, at: number * 1000 } : { name, seconds: number };
  }
  return undefined;
}

function isEpoch(seconds: number): boolean {
  return seconds >= epochRange[0] && seconds <= epochRange[1];
}

const timestamp = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\s*(?:Z|[+-]\d\d:?\d\d)?/;
const clfTimestamp = /\b(\d\d)\/(\w{3})\/(\d{4}):(\d\d:\d\d:\d\d) ([+-]\d{4})/;

/** The time that a log line was written, in milliseconds since 1970; undefined when the line does not say. A line without zone is local time. */
export function timeOfLine(line: string): number | undefined {
  const head = line.slice(0, 200);
  const clf = clfTimestamp.exec(head);
  const iso = timestamp.exec(head)?.[0];
  const text = clf
    ? `${clf[1] ?? ''} ${clf[2] ?? ''} ${clf[3] ?? ''} ${clf[4] ?? ''} ${clf[5] ?? ''}`
    : iso
        ?.replace(',', '.')
        .replace(/^(\S+) (\S+)/, '$1T$2')
        .replace(/\s+(?=[Z+-])/, '')
        .replace(/\.(\d{3})\d+/, '.$1');
  const time = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** How much of a response's head is read on either side of a place, in UTF-16 units. */
const longestHalfOfHead = 2_000;
/** The end of a head as a client prints it: an empty line, or the mark of a direction alone. */
const endOfHead = /\n[ \t]*[<>*]?[ \t]*\r?\n/g;
const dateHeader = /^[ \t]*[<*]?[ \t]*date:[ \t]*(\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT)/im;

/**
 * When the server wrote the response whose head a place lies in, by the header `date`, in milliseconds since 1970;
 * undefined without one.
 */
export function dateOfHead(text: string, at: number): number | undefined {
  const before = text.slice(Math.max(0, at - longestHalfOfHead), at);
  const start = [...before.matchAll(endOfHead)].at(-1);
  const after = text.slice(at, at + longestHalfOfHead);
  const end = after.search(endOfHead);
  const head = before.slice(start ? start.index + start[0].length : 0) + (end < 0 ? after : after.slice(0, end));
  const date = dateHeader.exec(head)?.[1];
  const time = date === undefined ? NaN : Date.parse(date);
  return Number.isNaN(time) ? undefined : time;
}
