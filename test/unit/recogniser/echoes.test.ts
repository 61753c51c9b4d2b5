import { describe, expect, it } from 'vitest';
import { reported } from '../../../server/findings';
import { testDocument, testService } from '../support';

/** What is found in a log, in guillemets. */
async function withMarks(text: string): Promise<string> {
  const { findings } = await testService().recognise(testDocument('log', text));
  let marked = text;
  for (const { range, text: found } of reported(findings).reverse()) {
    if (/^[45]\d\d$/.test(found)) {
      marked = `${marked.slice(0, range.start)}«${found}»${marked.slice(range.end)}`;
    }
  }
  return marked;
}

describe('a line that says no more than a number', () => {
  it.each([
    'Not Found\n«404»',
    '«404»\nNot Found',
    'HTTP Error «404»: Not Found\n«404»\nNone',
    'boats.PierError: HTTP «429» slow\nerror: «429»',
    'HTTP status «503»\nint(«503»)',
    'HTTP «503» Service Unavailable\nfalse «503»',
    'HTTP «403» from a.example\n{ code: «403» }',
    "HTTP «401» from a.example\n(«401», b'who are you')",
    'HTTP «409» from a.example\n«409» None',
    'Error: HTTP «422»: boat is too long\n«422» boat is too long',
    'boats.exceptions.NotFoundError: pier 7\n«404»',
    'The key does not exist.\n«404»',
    '12:00:01 ERROR boats: HTTP «502»\n12:00:02 ERROR boats: «502»',
    '«503» {\n  status: «503»,\n  error: "busy"\n}',
    "+ sed 1d\n+ curl -w '\\n%{http_code}\\n' a.example\n\n«423»",
    "$ curl -w '%{http_code} %{time_total}s' a.example\n«503» 0.113s",
    '$ curl -w \'\\n%{http_code}\' a.example\n{"ok":1}\n«404»',
    '$ for b in 1 2; do curl -w "%{http_code}" a.example/$b; done\n200\n«503»',
    "$ curl -sI a.example | cut -d' ' -f2\n«503»",
  ])('is a status beside one that tells it: %s', async (marked) => {
    expect(await withMarks(marked.replace(/[«»]/g, ''))).toBe(marked);
  });

  it.each([
    'boats: 404\nrows: 404',
    'GET /piers 200\n404',
    'HTTP «404» Not Found\nport: 404',
    'HTTP «404» Not Found\n404 rows were read',
    'HTTP «404» Not Found\n405',
    'HTTP «503» busy\n503 503 503',
    'pier not found in book\nbytes: 404',
    'Not Found\n403',
    'piers\n404\n405\n406',
    "+ curl -w '%{size_download}' a.example\n\n423",
    "+ curl -w '%{http_code}' a.example\n+ wc -l\n404",
    "$ curl -w '%{time_total} %{http_code}' a.example\n404 200",
    '$ curl -w "%{http_code}" a.example\n{"rows":\n404',
    'piers\n404 12',
    '404\n\n\n\n\nHTTP «404» Not Found',
  ])('is nothing where nothing near tells it: %s', async (marked) => {
    expect(await withMarks(marked.replace(/[«»]/g, ''))).toBe(marked);
  });
});
