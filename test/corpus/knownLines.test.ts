import { describe, expect, it } from 'vitest';
import { Knowledge } from '../../server/recogniser/knowledge';
import { formatsOfLines, printFormats } from '../../server/recogniser/log/formats';
import { KnownLines } from '../../server/recogniser/log/knownLines';
import { LineShapes } from '../../server/recogniser/log/lineShapes';
import { LogRecogniser } from '../../server/recogniser/log/logRecogniser';
import { Scanner } from '../../server/recogniser/log/scanner';
import { speakingWords } from '../../server/recogniser/log/weighing';
import { atOnce } from '../../server/recogniser/paced';
import { builtInCatalogs } from '../../shared/catalog/builtIn';
import { CatalogSet } from '../../shared/catalog/catalogSet';
import type { Finding } from '../../shared/finding';
import { logText } from '../bench/inputs/logs';
import { Random } from '../bench/inputs/random';
import { readCorpus } from './measure';

const catalogs = new CatalogSet(builtInCatalogs());
const knowledge = new Knowledge(catalogs);
const scanner = new Scanner(catalogs.entries);
/** Looks at every line, so that every line is one that may be known. */
const everyLine: Pick<Scanner, 'scan'> = {
  *scan(text) {
    for (const { index } of text.matchAll(/^./gm)) {
      yield index;
    }
  },
};
const reader = new LogRecogniser(knowledge, scanner);
let anew = 0;
let asked = 0;
type Lines = Pick<KnownLines, 'read' | 'of' | 'rangeInLine'>;

const shapes = new LineShapes(catalogs.entries, scanner, speakingWords);

function withRead(read: Lines['read']): Lines {
  return { of: () => undefined, rangeInLine: (range) => range, read };
}

const known = new KnownLines(shapes, {
  isOfLineAlone: (line) => reader.isOfLineAlone(line),
  read(line) {
    anew++;
    return reader.read(line);
  },
});
const remembering = withRead((text, start, end) => {
  const stretch = known.read(text, start, end);
  asked += stretch ? 1 : 0;
  return stretch;
});
/** Reads every line by its shape, but none as one that came before. */
const forgetful = withRead((text, start, end) => new KnownLines(shapes, reader).read(text, start, end));
/** Reads every line as it is. */
const plainly = withRead(() => undefined);

function findings(text: string, places: Pick<Scanner, 'scan'>, lines: Lines): readonly Finding[] {
  return atOnce(new LogRecogniser(knowledge, places, lines).recognise(text)).findings;
}

const random = new Random(11);
const telling = [...new Set(catalogs.entries.map(({ value }) => value).filter((value) => /^\d+$/.test(value)))];

/** The text with other numbers of the same lengths, some of them such as catalogs know. */
function withOtherNumbers(text: string): string {
  return text.replace(/\d+/g, (number) => {
    const same = telling.filter(({ length }) => length === number.length);
    if (random.chance(0.3)) {
      return number;
    }
    return same.length > 0 && random.chance(0.3)
      ? random.pick(same)
      : Array.from(number, () => random.integer(0, 9)).join('');
  });
}

const paths = [
  '/', '/a', '/healthz', '/2/tweets/1795219200404', '/img/logo@2x.png?id=404&page=503', '/errors/not-found', '/404',
  '/download/500-errors.html', '/cb?error=access_denied&code=88', '/oauth/authorize?error=invalid_token', '/1/2/3',
  '/missing/tooManyRequests.css', '/v1/users/8f14e45fceea167a5a36dedd4bea2543?retries=3', '/rate-limit/429/exceeded',
  '/problems/client-forbidden', '/a/very/long/path/with-many.words_in-it/and~more,', '/timeout.', '/status=503',
]; // prettier-ignore
const clients = [
  'curl/8.5.0', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'python-requests/2.32.3', 'app/1.0 (error 503)',
  'HTTP/1.1 429 Too Many Requests', 'tweepy/4.14 429 Too Many Requests', 'a/1', 'down/2 not found', 'kube-probe/1.31',
]; // prettier-ignore

/** The text with other requests, addresses and clients in it, some of which speak of errors. */
function withOthersSent(text: string): string {
  return text
    .replace(/(?<=\b(?:GET|POST|PUT|DELETE) |https?:\/\/[\w.-]{1,40})\/[^\s"']*/g, (path) =>
      random.chance(0.3) ? path : random.pick(paths),
    )
    .replace(/(?<=")[A-Za-z][\w.-]*\/\d[^"]*(?=")/g, (client) => (random.chance(0.3) ? client : random.pick(clients)));
}

/** Checks that the lines of a text give the same whether or not they are known. */
function check(text: string, name: string, places = everyLine): readonly Finding[] {
  const found = findings(text, places, remembering);
  expect(found, name).toEqual(findings(text, places, forgetful));
  return found;
}

/** How many findings one reading of a text has that the other has not. */
function differences(text: string, found: readonly Finding[]): number {
  const shown = (all: readonly Finding[]) =>
    new Set(all.map(({ range, entry }) => `${entry} ${JSON.stringify(range)}`));
  const [a, b] = [shown(found), shown(findings(text, everyLine, plainly))];
  return [...a, ...b].filter((one) => !a.has(one) || !b.has(one)).length;
}

describe('known lines', () => {
  it('give what reading them anew gives, in the logs of the corpus and with others in them', async () => {
    const logs = (await readCorpus()).filter(({ kind }) => kind.endsWith('/log'));
    expect(logs.length).toBeGreaterThan(100);
    let [all, other] = [0, 0];
    for (const { name, text } of logs) {
      // A line as it is says what its shape says.
      expect(check(text, name), name).toEqual(findings(text, everyLine, plainly));
      // What came once is not kept yet.
      check(withOtherNumbers(text), name);
      for (const changed of [withOtherNumbers(text), withOthersSent(text)]) {
        const found = check(changed, name);
        all += found.length;
        other += differences(changed, found);
      }
    }
    expect(asked - anew).toBeGreaterThan(logs.length);
    // Where made-up numbers and paths lie beside others that they never are beside, the shape may tell more.
    expect(other / all).toBeLessThan(0.002);
  }, 300_000);

  it('give it for everything that a format or a catalog prints', () => {
    const lines = [
      ...[...printFormats, ...formatsOfLines].flatMap(({ matches, nonMatches }) => [...matches, ...nonMatches]),
      ...catalogs.entries.flatMap(({ samples = [] }) => samples),
    ];
    for (const line of lines) {
      for (let count = 0; count < 6; count++) {
        check(withOtherNumbers(line), line);
        check(withOthersSent(line), line);
      }
    }
  }, 300_000);

  it('give it in a long log', () => {
    const text = logText(3_000_000, 5);
    [asked, anew] = [0, 0];
    check(text, 'generated', scanner);
    check(withOtherNumbers(text), 'generated, with other numbers', scanner);
    check(withOthersSent(text), 'generated, with others sent', scanner);
    expect(asked).toBeGreaterThan(500);
    expect(anew).toBeLessThan(asked);
  });
});
