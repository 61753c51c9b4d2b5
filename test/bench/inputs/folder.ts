import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeResponse } from './json';
import { logRecords } from './logs';
import { Random } from './random';
import { typescriptSource } from './source';

/**
 * Writes a folder of many small files, a hundred in each folder below it: logs, responses and source, each another text.
 * @returns their bytes
 */
export function writeFolder(folder: string, files: number): number {
  const random = new Random(23);
  const records = logRecords(23);
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
          ? [
              `response-${number}.json`,
              largeResponse(random.integer(2_000, 8_000), 'pretty', random.integer(1, 1e9)).text,
            ]
          : [`client-${number}.ts`, typescriptSource(random.integer(60, 300), random.integer(1, 1e9))];
    writeFileSync(join(below, name), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
