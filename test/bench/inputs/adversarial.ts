import { catalogs } from '../project';

/** Texts made to be slow, by name: near misses of what is looked for, and hits as close as they can be. */
export function adversarialTexts(length: number): ReadonlyMap<string, string> {
  const codes = catalogs()
    .flatMap((catalog) => catalog.entries)
    .filter((entry) => entry.kind === 'code' && !/^\d+$/.test(entry.value))
    .map((entry) => entry.value)
    .sort((a, b) => a.length - b.length);
  const units = new Map([
    ['address of no problem', 'https://api.x.com/2/problems/'],
    ['address of no problem, by lines', 'https://api.x.com/2/problems/\n'],
    ['HTTP without status', 'HTTP/1.1 '],
    ['no status', 'status=4290 '],
    ['no status, by lines', 'status=4290\n'],
    ['shortest code', `${codes[0] ?? ''} `],
    ['shortest code, by lines', `${codes[0] ?? ''}\n`],
    ['statuses', '" 503 '],
    ['responses', 'HTTP/1.1 503\n'],
    ['opening brackets', '{"a":['],
    ['zeros', '\0'],
  ]);
  return new Map([...units].map(([name, unit]) => [name, unit.repeat(Math.ceil(length / unit.length))]));
}
