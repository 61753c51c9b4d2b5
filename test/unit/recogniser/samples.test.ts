import { describe, expect, it } from 'vitest';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { testDocument, testService } from '../support';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What explains a place with the entry: the entry itself, or, for a variant of a problem type or a system's word on a status, among the alternatives. */
describe.each(builtInCatalogs().map((catalog) => ({ id: catalog.id, catalog })))('samples of $id', ({ catalog }) => {
  const samples = catalog.entries.flatMap((entry) => (entry.samples ?? []).map((text) => ({ entry, text })));
  it.each(samples.map(({ entry, text }) => ({ id: `${catalog.id}/${entry.slug}`, entry, text })))(
    '$id: $text',
    async ({ id, entry, text }) => {
      const { findings } = await testService().recognise(testDocument(isJson(text) ? 'json' : 'log', text));
      const shown = findings.filter((finding) => finding.confidence !== 'low');
      const isReasonPhrase = entry.kind === 'message' && entry.value === 'Too Many Requests';
      const mayBeAlternative =
        isReasonPhrase ||
        (entry.kind === 'status' && catalog.id !== 'http') ||
        (entry.kind === 'problem-type' && (entry.slug.includes('#') || entry.slug === 'about-blank'));
      const explaining = shown.filter((f) => f.entry === id || (mayBeAlternative && f.alternatives.includes(id)));
      expect(
        explaining.length,
        JSON.stringify(findings.map((f) => [f.text, f.entry, f.confidence, f.alternatives])),
      ).toBeGreaterThan(0);
    },
  );
});
