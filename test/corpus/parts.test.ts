import { describe, expect, it } from 'vitest';
import { CatalogSet } from '../../shared/catalog/catalogSet';
import { builtInCatalogs } from '../../shared/catalog/builtIn';
import type { Finding, OffsetRange } from '../../shared/finding';
import { Knowledge } from '../../server/recogniser/knowledge';
import { longestHead, LogRecogniser, reach } from '../../server/recogniser/log/logRecogniser';
import { atOnce } from '../../server/recogniser/paced';
import { inOneNumbering, randomNumbers } from '../unit/support';
import { readCorpus } from './measure';

const recogniser = new LogRecogniser(new Knowledge(new CatalogSet(builtInCatalogs())));
const cases = await readCorpus();
const logs = cases.filter(({ name }) => /\.(?:log|jsonl|json)$/.test(name));

/** The findings of the parts between cuts, each read with no more of the text around it than the reach. */
function inParts(text: string, cuts: readonly number[]): Finding[] {
  const ends = [...cuts, text.length];
  return ends.flatMap((end, index): Finding[] => {
    const start = ends[index - 1] ?? 0;
    const window: OffsetRange = {
      start: Math.max(0, start - reach.before),
      end: Math.min(text.length, end + reach.after),
    };
    const part = text.slice(window.start, window.end);
    const within = { start: start - window.start, end: end - window.start };
    return atOnce(recogniser.recogniseWithin(part, within, text.slice(0, longestHead))).map((finding) => ({
      ...finding,
      range: { start: finding.range.start + window.start, end: finding.range.end + window.start },
      // Each part counts its groups from 0.
      group: finding.group + start,
    }));
  });
}

describe('a log that is read in parts', { timeout: 60_000 }, () => {
  it.each(logs.map(({ name, text }, index) => ({ name, text, index })))(
    'gives the same findings: $name',
    ({ text, index }) => {
      const random = randomNumbers(index);
      const whole = atOnce(recogniser.recognise(text)).findings;
      for (let round = 0; round < 3; round++) {
        const cuts = Array.from({ length: 1 + random(6) }, () => random(text.length)).sort((a, b) => a - b);
        expect(inOneNumbering(inParts(text, cuts))).toEqual(inOneNumbering(whole));
      }
    },
  );

  it.each([1, 2, 3, 4])('gives the same findings where it is far longer than the reach (order %i)', (seed) => {
    const random = randomNumbers(seed);
    const shuffled = logs.map(({ text }) => ({ text, key: random(1_000_000) })).sort((a, b) => a.key - b.key);
    const text = shuffled.map((log) => log.text).join('\n');
    const cuts: number[] = [];
    for (let at = random(20_000); at < text.length; at += 1 + random(30_000)) {
      cuts.push(at);
    }
    const whole = inOneNumbering(atOnce(recogniser.recognise(text)).findings);
    expect(whole.length).toBeGreaterThan(1_000);
    expect(inOneNumbering(inParts(text, cuts))).toEqual(whole);
  });

  // Whatever is left open, a record ends it.
  it.each([1, 2, 3, 4, 5, 6])('gives the same findings whatever its lines leave open (order %i)', (seed) => {
    const random = randomNumbers(seed);
    const lines = [
      '{', '}', '[', ']', 'error: {', '  "errors": [{', '    code: 88,', '  "message": "Rate limit exceeded",', '',
      'HTTP/1.1 429 Too Many Requests', '< x-rate-limit-reset: 1700000000', 'retry-after: 30', '{"error":"x_daily_limit"}',
      '403 Forbidden', '187 - Status is a duplicate.', '  "status": 503, "title": "Service Unavailable"', 'api.x.com', 'plain words',
      '2024-01-01 10:00:00 INFO GET /a 500 {', '2024-01-01 10:00:00 ERROR request failed with status code 429', '})',
      `x ${'word '.repeat(1_700)} HTTP/1.1 503 Service Unavailable {`,
    ]; // prettier-ignore
    const text = Array.from({ length: 6_000 }, () => lines[random(lines.length)]).join('\n');
    const cuts = Array.from({ length: 60 }, () => random(text.length)).sort((a, b) => a - b);
    const whole = inOneNumbering(atOnce(recogniser.recognise(text)).findings);
    expect(inOneNumbering(inParts(text, cuts))).toEqual(whole);
  });
});
