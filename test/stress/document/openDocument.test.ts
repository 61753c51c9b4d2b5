import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { OpenDocument } from '../../../server/document/openDocument';
import { randomNumbers } from '../../unit/support';

const uri = 'test:///document';
const pieces = ['a', 'word ', '\n', '\r\n', '\r', '\n\r', 'é', '💥', '\ud83d', '\ude00', '\u2028', '\0', ''];

/** Whether two documents are the same to whoever asks: text, lines, and every place with its offset. */
function expectSame(document: OpenDocument, text: string, random: (limit: number) => number): void {
  const fresh = TextDocument.create(uri, 'log', 1, text);
  expect(document.getText() === text).toBe(true);
  expect(document.lineCount).toBe(fresh.lineCount);
  for (let probe = 0; probe < 20; probe++) {
    const offset = random(text.length + 20) - 10;
    expect(document.positionAt(offset)).toEqual(fresh.positionAt(offset));
    const position = { line: random(fresh.lineCount + 4) - 2, character: random(40) - 2 };
    expect(document.offsetAt(position)).toBe(fresh.offsetAt(position));
    expect(document.getLineRange(position.line)).toEqual(fresh.getLineRange(position.line));
    expect(document.getEOLCharacters(position.line)).toBe(fresh.getEOLCharacters(position.line));
    const end = random(text.length + 1);
    expect(document.text.slice(end - 50, end)).toBe(text.slice(Math.max(0, end - 50), end));
  }
}

/** A text of random pieces. */
function textOf(random: (limit: number) => number, count: number): string {
  return Array.from({ length: count }, () => pieces[random(pieces.length)]).join('');
}

describe('an open document', { timeout: 60_000 }, () => {
  it.each(Array.from({ length: 6 }, (_, seed) => [seed]))('is edited as the stock one is (seed %i)', (seed) => {
    const random = randomNumbers(seed);
    let text = textOf(random, [10, 2_000, 60_000][seed % 3] ?? 0);
    const document = OpenDocument.create(uri, 'log', 1, text);
    expectSame(document, text, random);
    for (let version = 2; version < 60; version++) {
      // A stock document of its own for each edit: its line table goes wrong behind the end of the text.
      const stock = TextDocument.create(uri, 'log', 1, text);
      const place = () => ({ line: random(stock.lineCount + 3) - 1, character: random(20) - 1 });
      const near = place();
      const inserted = textOf(random, random(8) === 0 ? 20_000 : random(6));
      const range = {
        start: near,
        end: random(4) === 0 ? place() : { line: near.line + random(3), character: near.character + random(9) - 4 },
      };
      const changes = random(40) === 0 ? [{ text: inserted }] : [{ range, text: inserted }];
      text = TextDocument.update(stock, changes, 2).getText();
      OpenDocument.update(document, changes, version);
      expect(document.version).toBe(version);
      expectSame(document, text, random);
    }
  });

  it('applies the changes of one message one after the other', () => {
    const document = OpenDocument.create(uri, 'log', 1, 'one\ntwo\n');
    const at = (line: number, character: number) => ({
      start: { line, character },
      end: { line, character },
    });
    OpenDocument.update(
      document,
      [
        { range: at(0, 0), text: 'zero\n' },
        { range: at(1, 3), text: '!' },
      ],
      2,
    );
    expect(document.getText()).toBe('zero\none!\ntwo\n');
  });

  it('keeps the chunks that an edit does not touch', () => {
    const document = OpenDocument.create(uri, 'log', 1, 'a line of a log\n'.repeat(100_000));
    const before = [...document.text.chunks];
    expect(before.length).toBeGreaterThan(50);
    OpenDocument.update(
      document,
      [{ range: { start: { line: 50_000, character: 2 }, end: { line: 50_000, character: 3 } }, text: 'x' }],
      2,
    );
    expect(document.text.chunks.filter((chunk) => !before.includes(chunk))).toHaveLength(1);
  });

  it('stays in chunks of bounded length while it grows and shrinks', () => {
    const document = OpenDocument.create(uri, 'log', 1, '');
    const end = { line: 1_000_000, character: 0 };
    for (let version = 2; version < 3_000; version++) {
      OpenDocument.update(
        document,
        [{ range: { start: end, end }, text: 'a line of a log that grows and grows\n' }],
        version,
      );
    }
    const lengths = document.text.chunks.map((chunk) => chunk.text.length);
    expect(Math.max(...lengths)).toBeLessThan(64_000);
    expect(lengths.length).toBeLessThan(10);
    OpenDocument.update(document, [{ range: { start: { line: 0, character: 0 }, end }, text: '' }], 3_000);
    expect(document.text.chunks).toHaveLength(0);
  });
});
