import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeResponse } from './json';
import { logRecords } from './logs';
import { Random } from './random';
import { typescriptSource } from './source';

/**
 * Writes a folder of many small files, a hundred in each folder below it: logs, responses and source.
 * @returns their bytes
 */
export function writeFolder(folder: string, files: number): number {
  const random = new Random(23);
  const records = logRecords(23);
  const responses = [2_000, 4_000, 8_000].map((length) => largeResponse(length, 'pretty').text);
  const sources = [60, 120, 300].map((lines) => typescriptSource(lines));
  let bytes = 0;
  for (let number = 0; number < files; number++) {
    const below = join(folder, `part-${Math.floor(number / 100)}`);
    if (number % 100 === 0) {
      mkdirSync(below, { recursive: true });
    }
    const share = random.next();
    const [name, text] =
      share < 0.6
        ? [
            `app-${number}.log`,
            Array.from({ length: random.integer(10, 100) }, () => records.next().value as string).join(''),
          ]
        : share < 0.85
          ? [`response-${number}.json`, random.pick(responses)]
          : [`client-${number}.ts`, random.pick(sources)];
    writeFileSync(join(below, name), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
