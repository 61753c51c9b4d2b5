import { describe, expect, it } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { createLanguageService } from '../../../server/languageService';
import { readGrammar, testDocument, testNow, testService } from '../support';

const why = (languageId: string, text: string, line = 0) => testService().why(testDocument(languageId, text), line);

describe('why', () => {
  it('names the evidence for what is recognised', async () => {
    const { places } = await why('log', 'ok\nHTTP/1.1 503 Service Unavailable', 1);
    expect(places[0]).toMatchObject({ text: '503', candidates: ['http/503'], verdict: 'recognised, confidence high' });
    expect(places[0]?.for).toContain('format: HTTP version and status');
  });

  it.each([
    ['log', 'listening on port 429', 'http/429', 'on its line'],
    ['json', '{"port": 429}', 'http/429', 'key'],
    ['typescript', 'const width = 429;', 'http/429', 'compared'],
    ['log', 'user 187 of 900', 'x-api-v1.1/187', 'on its line'],
  ])('says in %s what %s lacks', async (languageId, text, entry, needed) => {
    const { places } = await why(languageId, text);
    expect(places[0]?.candidates).toContain(entry);
    expect(places[0]?.verdict).toContain('not recognised');
    expect(places[0]?.needed.join()).toContain(needed);
  });

  it('weighs a number of a log', async () => {
    const { places, markdown } = await why('log', 'upload failed after 503 of 900 chunks');
    expect(places[0]?.for).toContain('words of trouble on the line (+1)');
    expect(places[0]?.against).toContain('a part of a whole (-12)');
    expect(places[0]?.needed.join()).toContain('a sign right beside it');
    expect(markdown).toContain('Against it:');
  });

  it('weighs a line with colours, and with a line end, as one without', async () => {
    const weighed = async (text: string) => {
      const { places } = await why('log', text);
      return places.map(({ text: part, for: seen, against, needed }) => ({ part, seen, against, needed }));
    };
    const plain = await weighed('device returned 503 for it');
    expect(plain).toHaveLength(1);
    expect(await weighed('device returned \u001b[33m503\u001b[0m for it')).toEqual(plain);
    expect(await weighed('device returned 503 for it\r\nok')).toEqual(plain);
  });

  it('tells what is for and against a number that has a sign beside it', async () => {
    const { places } = await why('log', 'device returned 503 for it');
    expect(places[0]).toMatchObject({ text: '503', for: ['an answer or a failure before it (+3)'], against: [] });
    expect(places[0]?.needed[0]).toBe('It has 3 points. A finding needs 6.');
  });

  it('says which sign of a system an ordinary word lacks', async () => {
    const { places } = await why('log', 'call failed: error: not_found');
    expect(places[0]).toMatchObject({ text: 'not_found', verdict: 'not shown: the evidence is too weak' });
    expect(places[0]?.needed.join()).toContain('Xquik');
  });

  it('says that a language is not read', async () => {
    expect((await why('markdown', '429')).note).toContain('markdown');
    expect((await why('log', 'nothing at all')).markdown).toContain('Nothing to recognise');
  });
});

describe('a pinned catalog', () => {
  it('is evidence in every document', async () => {
    const text = 'call failed: error: not_found';
    const found = async (pinnedCatalogs: readonly string[]) => {
      const service = createLanguageService({
        catalogs: builtInCatalogs(),
        pinnedCatalogs,
        readGrammar,
        now: () => testNow,
      });
      return (await service.recognise(testDocument('log', text))).findings.map((f) => [f.entry, f.confidence]);
    };
    expect(await found([])).toEqual([['xquik/not_found', 'low']]);
    expect(await found(['xquik'])).toEqual([['xquik/not_found', 'high']]);
  });
});
