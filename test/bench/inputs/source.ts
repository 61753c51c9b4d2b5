import { Random } from './random';

/**
 * Source in TypeScript: a client with one function for each endpoint, some of which handle errors.
 * @param seed another one gives another text
 */
export function typescriptSource(lines: number, seed = 11): string {
  const random = new Random(seed);
  const parts = ["import { log } from './log';", '', "const base = 'https://api.x.com/2';", ''];
  for (let number = 1; parts.length < lines; number++) {
    parts.push(...(random.chance(0.3) ? careful(number, random) : simple(number, random)), '');
  }
  return `${parts.slice(0, lines).join('\n')}\n`;
}

/** The same functions as methods of a class. */
export function typescriptClass(lines: number): string {
  const [imports = '', , base = '', ...functions] = typescriptSource(lines - 2).split('\n');
  // The last may be cut off.
  const whole = functions.slice(0, functions.lastIndexOf('}') + 1);
  const methods = whole.map((line) =>
    line
      .replace(/^export async function /, 'async ')
      .replace(/(?<=return )(?=post\d+\()/, 'this.')
      .replace(/^(?=.)/, '  '),
  );
  return [imports, '', base, '', 'export class Client {', ...methods, '}', ''].join('\n');
}

function simple(number: number, random: Random): string[] {
  return [
    `/** Reads page ${number} of at most ${random.integer(100, 599)} items. */`,
    `export async function readItems${number}(page: number, size = ${random.integer(10, 503)}): Promise<Item[]> {`,
    `  const query = new URLSearchParams({ page: String(page), size: String(size), port: '${random.integer(3000, 9443)}' });`,
    '  const response = await fetch(`${base}/items?${query.toString()}`);',
    '  const body = (await response.json()) as { data: Item[] };',
    `  log.debug('read', { page, took: ${random.integer(1, 500)} });`,
    `  return body.data.filter((item) => item.size > ${random.integer(100, 599)});`,
    '}',
  ];
}

function careful(number: number, random: Random): string[] {
  return [
    `export async function post${number}(text: string): Promise<string> {`,
    '  const response = await fetch(`${base}/tweets`, { method: "POST", body: JSON.stringify({ text }) });',
    `  if (response.status === ${random.pick([401, 403, 404, 429, 500, 503])}) {`,
    '    const { errors } = (await response.json()) as { errors: { code: number }[] };',
    `    if (errors.some((error) => error.code === ${random.pick([88, 187, 226, 326])})) {`,
    "      throw new Error('not posted');",
    '    }',
    `    await new Promise((resolve) => setTimeout(resolve, ${random.integer(1, 60) * 1000}));`,
    `    return post${number}(text);`,
    '  }',
    '  return response.text();',
    '}',
  ];
}
