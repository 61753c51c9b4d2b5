import { describe, expect, it } from 'vitest';
import { Knowledge } from '../../server/recogniser/knowledge';
import { formatsOfLines, printFormats } from '../../server/recogniser/log/formats';
import { LogRecogniser } from '../../server/recogniser/log/logRecogniser';
import { Scanner } from '../../server/recogniser/log/scanner';
import { atOnce } from '../../server/recogniser/paced';
import { builtInCatalogs } from '../../shared/catalog/builtIn';
import { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Finding } from '../../shared/finding';
import { readCorpus } from './measure';

const catalogs = new CatalogSet(builtInCatalogs());
const knowledge = new Knowledge(catalogs);
const scanning = new LogRecogniser(knowledge);

/** Reads every line, and so misses nothing. */
const reading = new LogRecogniser(knowledge, {
  *scan(text) {
    for (const { index } of text.matchAll(/^./gm)) {
      yield index;
    }
  },
});

/** What is shown unasked. What only `why` names need not be looked for. */
function shown(recogniser: LogRecogniser, text: string): readonly unknown[] {
  return atOnce(recogniser.recognise(text))
    .findings.filter(({ confidence }: Finding) => confidence !== 'low')
    .map(({ range, entry, confidence, alternatives, lead }) => ({ ...range, entry, confidence, alternatives, lead }));
}

describe('the scanner', () => {
  it('finds every place that reading every line finds something at', async () => {
    // A long line is read in parts, and where they begin depends on the places.
    const cases = (await readCorpus()).filter(
      ({ kind, text }) => kind.endsWith('/log') && text.split('\n').every((line) => line.length < 8_000),
    );
    const missed = cases
      .map(({ name, text }) => ({ name, found: shown(scanning, text), wanted: shown(reading, text) }))
      .filter(({ found, wanted }) => JSON.stringify(found) !== JSON.stringify(wanted));
    expect(cases.length).toBeGreaterThan(100);
    expect(missed.map(({ name }) => name)).toEqual([]);
  });

  it.each([...printFormats, ...formatsOfLines])('finds what the format "$name" prints', ({ matches, nonMatches }) => {
    for (const line of [...matches, ...nonMatches]) {
      expect(shown(scanning, line), line).toEqual(shown(reading, line));
    }
  });

  it('finds the samples of every catalog', () => {
    for (const { id, samples } of catalogs.entries) {
      for (const sample of samples ?? []) {
        expect(shown(scanning, sample), `${id}: ${sample}`).toEqual(shown(reading, sample));
      }
    }
  });

  it('looks at no line of successes and other numbers', () => {
    const text = [
      '203.0.113.7 - - [21/Nov/2026:02:11:09 +0000] "GET /a?b=500 HTTP/1.1" 200 404 "-" "python-requests/2.32.3"',
      'level=info msg="payload parsed 413" took=401ms size=77324 port=4246 status=201 addr=10.4.4.29:503',
      '{"res":{"statusCode":302},"responseTime":425,"msg":"no error in shard 69"}',
      '  File "/srv/app/http.py", line 426, in run',
      'worker 429 did not start',
      '2026-11-21T04:02:00.913Z INFO  [timeline] cache miss for key 473 in 409 ms, 126 left — naïve ✓',
    ].join('\n');
    expect([...new Scanner(catalogs.entries).scan(text)]).toEqual([]);
  });

  it('finds the same places in bytes as in units', () => {
    const scanner = new Scanner(catalogs.entries);
    const lines = catalogs.entries.flatMap(({ samples }) => samples ?? []).filter((line) => /^[\0-\x7f]*$/.test(line));
    const text = `${lines.join('\n')}\n`.repeat(20);
    const bytes = new TextEncoder().encode(text);
    expect(text.length).toBeGreaterThan(600_000);
    expect([...scanner.scan(text)]).toEqual(scanner.places(bytes, 0, bytes.length));
  });
});
