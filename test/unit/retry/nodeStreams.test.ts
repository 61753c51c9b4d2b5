import { describe, expect, it } from 'vitest';
import { apply, definitionsOf, refusal } from './support';

const imports = `import axios from 'axios';
import got from 'got';
import { request } from 'undici';
`;

/** A function that opens a stream, with the cursor on the call. */
const follow = (body: string, head = imports): string => `${head}\nasync function follow() {\n${body}\n}\n`;

/** What stands in such a function, and the lines that stand there afterwards. */
const followed: readonly (readonly [body: string, lines: string])[] = [
  [
    `  const response = await $$CURSOR$$axios.get(url, { responseType: 'stream' });
  for await (const chunk of response.data) keep(chunk);`,
    `  const response = await withNodeReconnect(
    (signal) => axios.get(url, { responseType: 'stream', signal }),
    { silence: 30_000 },
  );
  for await (const chunk of response.data) keep(chunk);`,
  ],
  [
    `  const { data: body } = await $$CURSOR$$axios({ url, responseType: 'stream' });
  const lines = createInterface({ input: body });
  for await (const line of lines) keep(line);`,
    `(signal) => axios({ url, responseType: 'stream', signal }),`,
  ],
  [
    `  $$CURSOR$$axios.get(url, { responseType: 'stream' }).then(({ data }) => data.on('data', (chunk) => keep(chunk)));`,
    `(signal) => axios.get(url, { responseType: 'stream', signal }),`,
  ],
  [
    `  const api = 1;
  $$CURSOR$$axios.get(url, { responseType: 'stream' }).then((response) => {
    response.data.on('data', keepAll);
    response.data.on('data', (chunk) => keep(chunk));
  });`,
    `(signal) => axios.get(url, { responseType: 'stream', signal }),`,
  ],
  [
    `  const { statusCode, body } = await $$CURSOR$$request(url);
  for await (const chunk of body) keep(chunk);`,
    `  const { statusCode, body } = await withNodeReconnect(
    (signal) => request(url, { signal }),
    { silence: 30_000 },
  );`,
  ],
  [
    `  const { body } = await $$CURSOR$$request(
    address,
    { headers, signal: limit },
  );
  for await (const chunk of body) keep(chunk);`,
    `    (signal) => request(address, { headers, signal }),
    { silence: 30_000, signal: limit },`,
  ],
  [
    `  const response = await $$CURSOR$$request(url, { headers });
  response.body.on('data', (chunk) => keep(chunk));`,
    `(signal) => request(url, { headers, signal }),`,
  ],
  [
    `  for await (const chunk of $$CURSOR$$got.stream(url)) keep(chunk);`,
    `  for await (const chunk of gotWithReconnect(
    (signal) => got.stream(url, { signal, retry: { limit: 0 } }),
    { silence: 30_000 },
  )) keep(chunk);`,
  ],
  [
    `  const stream = $$CURSOR$$got.stream.get(url, { headers });
  stream.on('data', (chunk) => keep(chunk));`,
    `(signal) => got.stream.get(url, { headers, signal, retry: { limit: 0 } }),`,
  ],
  [
    `  const lines = createInterface({ input: $$CURSOR$$got(url, { isStream: true }) });
  lines.on('line', (line) => keep(line));`,
    `got(url, { isStream: true, signal, retry: { limit: 0 } }),`,
  ],
];

/** Calls that are left alone, and why. */
const refused: readonly (readonly [body: string, why: RegExp])[] = [
  [
    `  const response = await $$CURSOR$$axios.get(url);
  for await (const chunk of response.data) keep(chunk);`,
    /Without responseType: 'stream' axios.get reads the body as a whole/,
  ],
  [
    `  const response = await $$CURSOR$$axios.get(url, { responseType: 'stream' });
  response.data.pipe(createWriteStream('file'));
  response.data.on('end', () => done());`,
    /is not read in a loop/,
  ],
  [
    `  const { body } = await $$CURSOR$$request(url);
  for (const item of await body.json()) keep(item);`,
    /is not read in a loop/,
  ],
  [
    `  const { statusCode, body } = await $$CURSOR$$request(url, { method: 'POST' });
  for await (const chunk of body) keep(chunk);`,
    /safe for GET only, and this is POST/,
  ],
  [`  for await (const chunk of $$CURSOR$$got.stream.post(url)) keep(chunk);`, /safe for GET only, and this is POST/],
  [`  $$CURSOR$$got.stream(url).pipe(createWriteStream('file')).on('finish', () => done());`, /is not read in a loop/],
  [`  for (const line of (await $$CURSOR$$got(url).text()).split(end)) keep(line);`, /got.stream gives one that can/],
];

describe.each(['typescript', 'javascript'] as const)('a stream of Node.js in %s', (language) => {
  it.each(followed)('is connected anew: %s', async (body, lines) => {
    const { text, plan } = await apply(language, follow(body), 'reconnect');
    expect(plan.kind).toBe('reconnect');
    expect(text).toContain(lines);
    expect(text).toContain("import { Readable } from 'node:stream';");
    expect(definitionsOf(text, 'withReconnect')).toBe(1);
  });

  it.each(refused)('is left alone: %s', async (body, why) => {
    expect(await refusal(language, follow(body), 'reconnect')).toMatch(why);
  });

  it.each(['backoff', 'none', 'verify-first'] as const)('is no result that a handler takes: %s', async (strategy) => {
    const text = follow('  for await (const chunk of $$CURSOR$$got.stream(url)) keep(chunk);');
    expect(await refusal(language, text, strategy)).toMatch(/gives a stream.*never retried/);
  });

  it('is connected anew once', async () => {
    const [body = ''] = followed[4] ?? [];
    const { text } = await apply(language, follow(body), 'reconnect');
    const again = text.replace('request(url,', () => '$$CURSOR$$request(url,');
    expect(await refusal(language, again, 'reconnect')).toMatch(/already/);
    expect(await refusal(language, again, 'backoff')).toMatch(/already/);
  });

  it('shares the handler with one of fetch, and with the others', async () => {
    const bodies = [0, 4, 7].map((index) => followed[index]?.[0] ?? '');
    const fetched = '  for await (const chunk of (await $$CURSOR$$fetch(url)).body) keep(chunk);';
    let text = imports;
    for (const body of [...bodies, fetched]) {
      text = (await apply(language, follow(body, text), 'reconnect')).text;
    }
    const names = [...text.matchAll(/^(?:async )?(?:function|interface|type) (\w+)/gm)].map(([, name]) => name);
    const declared = names.filter((name) => name !== 'follow');
    expect(declared).toContain('gotWithReconnect');
    expect(new Set(declared).size).toBe(declared.length);
    expect(text.match(/node:stream/g)).toHaveLength(1);
  });

  it('of an instance of axios that gives streams is connected anew', async () => {
    const head = "import axios from 'axios';\nconst api = axios.create({ responseType: 'stream' });\n";
    const body = '  const { data } = await $$CURSOR$$api.get(url);\n  for await (const chunk of data) keep(chunk);';
    expect((await apply(language, follow(body, head), 'reconnect')).text).toContain('api.get(url, { signal })');
  });

  it('is left alone where a name of fetch is another', async () => {
    const head = `${imports}import { Response } from 'express';\n`;
    const [body = ''] = followed[4] ?? [];
    expect(await refusal(language, follow(body, head), 'reconnect')).toMatch(/needs the Response of fetch/);
  });
});

describe('the class that a handler makes streams of', () => {
  const body = '  const { body } = await $$CURSOR$$request(url);\n  for await (const chunk of body) keep(chunk);';
  const heads: readonly (readonly [string, string])[] = [
    ["import { Readable } from 'stream';", "import { Readable } from 'stream';"],
    ["import { pipeline } from 'node:stream';", "import { pipeline, Readable } from 'node:stream';"],
    ["import type { Readable } from 'node:stream';", "import { Readable } from 'node:stream';"],
    ["import type { Duplex, Readable } from 'node:stream';", "import { type Duplex, Readable } from 'node:stream';"],
    ["import { type Readable, pipeline } from 'node:stream';", "import { Readable, pipeline } from 'node:stream';"],
  ];

  it.each(heads)('is imported once: %s', async (head, after) => {
    const { text } = await apply(
      'typescript',
      follow(body, `${head}\nimport { request } from 'undici';\n`),
      'reconnect',
    );
    expect(text.split('\n').filter((line) => /^import.*stream'/.test(line))).toEqual([after]);
  });
});
