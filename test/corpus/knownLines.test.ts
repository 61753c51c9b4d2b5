import { describe, expect, it } from 'vitest';
import { Knowledge } from '../../server/recogniser/knowledge';
import { formatsWithLineBelow, printFormats, twoLineFormats } from '../../server/recogniser/log/formats';
import { KnownLines } from '../../server/recogniser/log/knownLines';
import { LogRecogniser } from '../../server/recogniser/log/logRecogniser';
import { Scanner } from '../../server/recogniser/log/scanner';
import { atOnce } from '../../server/recogniser/paced';
import { builtInCatalogs } from '../../shared/catalog/builtIn';
import { CatalogSet } from '../../shared/catalog/catalogSet';
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
let anew = 0;
let asked = 0;
const known = new KnownLines(catalogs.entries);
type Lines = Pick<KnownLines, 'read' | 'ofLine'>;
const ofLine: Lines['ofLine'] = () => undefined;
const counting: Lines = {
  ofLine,
  read(text, start, end, read, isOfLine) {
    asked++;
    const counted = () => {
      anew++;
      return read();
    };
    return known.read(text, start, end, counted, isOfLine);
  },
};
const forgetful: Lines = { ofLine, read: (_text, _start, _end, read) => read() };

function findings(text: string, places: Pick<Scanner, 'scan'>, lines: Lines): unknown {
  return atOnce(new LogRecogniser(knowledge, places, lines).recognise(text)).findings;
}

/** Checks that a text gives the same whether or not lines are known. */
function check(text: string, name: string, places = everyLine): void {
  const found = findings(text, places, counting);
  expect(found, name).toEqual(findings(text, places, forgetful));
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

describe('known lines', () => {
  it('give what reading them anew gives, in the logs of the corpus and with other numbers in them', async () => {
    const logs = (await readCorpus()).filter(({ kind }) => kind.endsWith('/log'));
    expect(logs.length).toBeGreaterThan(100);
    for (const { name, text } of logs) {
      check(text, name);
      // What came once is not kept yet.
      check(withOtherNumbers(text), name);
      check(withOtherNumbers(text), name);
    }
    expect(asked - anew).toBeGreaterThan(logs.length);
  });

  it('give it for everything that a format or a catalog prints', () => {
    const lines = [
      ...[...printFormats, ...twoLineFormats, ...formatsWithLineBelow].flatMap(({ matches, nonMatches }) => [
        ...matches,
        ...nonMatches,
      ]),
      ...catalogs.entries.flatMap(({ samples = [] }) => samples),
    ];
    for (const line of lines) {
      for (let count = 0; count < 12; count++) {
        check(withOtherNumbers(line), line);
      }
    }
  });

  it('give it in a long log', () => {
    const text = logText(3_000_000, 5);
    [asked, anew] = [0, 0];
    check(text, 'generated', scanner);
    check(withOtherNumbers(text), 'generated, with other numbers', scanner);
    expect(asked).toBeGreaterThan(500);
    expect(anew).toBeLessThan(asked);
  });
});
