import type { Position } from 'vscode-languageserver-protocol';
import { type Bench, mediansOfParts, pressKeys, type Row } from '../bench';
import { type Figure, percentile } from '../figure';
import { largeResponse } from '../inputs/json';
import { logText } from '../inputs/logs';
import { serverCommand } from '../ours';
import { root } from '../project';
import { bundleReference } from '../references/bundles';
import { Server } from '../server';

/** A document, where somebody types in it, and where the pointer rests meanwhile. */
interface Scene {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  readonly cursor: Position;
  readonly pointer: Position;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

/** The times from a key until the hover is answered, in both servers by turns. */
async function type(
  bench: Bench,
  scene: Scene,
  left: Server,
  right: Server,
): Promise<{ ours: number[]; reference: number[] }> {
  const key = async (server: Server, count: number) => {
    const begin = process.hrtime.bigint();
    await server.type(scene.cursor, String.fromCharCode(97 + (count % 26)));
    const hover = await server.hover(scene.pointer);
    const milliseconds = Number(process.hrtime.bigint() - begin) / 1e6;
    if (!hover) {
      throw new Error(`no hover in ${scene.uri}`);
    }
    return milliseconds;
  };
  for (const server of [left, right]) {
    await server.open(scene.uri, scene.languageId, scene.text);
    await server.hover(scene.pointer);
  }
  const times = { ours: [] as number[], reference: [] as number[] };
  await pressKeys(bench, async (count) => {
    times.reference.push(await key(right, count));
    times.ours.push(await key(left, count));
  });
  return times;
}

function figures(
  name: string,
  times: { ours: number[]; reference: number[] },
  goal: number,
  slowest?: number,
): Figure[] {
  const note = `${times.ours.length} keys`;
  return [
    {
      name,
      unit: 'ms',
      ours: mediansOfParts(times.ours),
      reference: mediansOfParts(times.reference),
      goals: [{ of: 'ratio', most: goal }],
      note,
    },
    {
      name: `${name}-p99`,
      unit: 'ms',
      ours: [percentile(times.ours, 0.99)],
      reference: [percentile(times.reference, 0.99)],
      goals: slowest === undefined ? [] : [{ of: 'ours', most: slowest }],
      note: `99 in 100 of ${note}`,
    },
  ];
}

export const logKey: Row = {
  name: 'log-key',
  work: 'one key in a 50 MB log until the hover is answered',
  reference: 'a bare vscode-languageserver that echoes hovers',
  async measure(bench) {
    const text = logText(bench.size(50e6, 500_000));
    const found = text.indexOf('HTTPError: ', text.length / 2) + 'HTTPError: '.length;
    const scene = {
      uri: 'file:///app.log',
      languageId: 'log',
      text,
      pointer: positionAt(text, found + 1),
      cursor: positionAt(text, text.indexOf('\n', found)),
    };
    const left = await Server.start(serverCommand);
    const right = await Server.start([await bundleReference('bareServer', bench.folder), '--stdio']);
    const times = await type(bench, scene, left, right);
    await Promise.all([left.stop(), right.stop()]);
    return figures('log-key', times, 0.1, 8);
  },
};

/** A schema for the response, so that VS Code's server has something to say on hover. */
const schema = {
  properties: { errors: { items: { properties: { status: { description: 'The HTTP status of the error.' } } } } },
};

function jsonRow(name: string, form: 'pretty' | 'one line', work: string): Row {
  return {
    name,
    work,
    reference: "VS Code's JSON server",
    async measure(bench) {
      const { text, status, detail } = largeResponse(bench.size(10e6, 100_000), form);
      const scene = {
        uri: 'file:///response.json',
        languageId: 'json',
        text,
        pointer: positionAt(text, status + 1),
        cursor: positionAt(text, detail),
      };
      const left = await Server.start(serverCommand);
      const right = await Server.start([
        `${root}node_modules/vscode-langservers-extracted/bin/vscode-json-language-server`,
        '--stdio',
      ]);
      await right.notify('workspace/didChangeConfiguration', {
        settings: { json: { validate: { enable: true }, schemas: [{ fileMatch: ['*.json'], schema }] } },
      });
      const times = await type(bench, scene, left, right);
      await Promise.all([left.stop(), right.stop()]);
      return figures(name, times, 0.02);
    },
  };
}

export const jsonKey = jsonRow('json-key', 'pretty', 'one key in a 10 MB JSON until the hover is answered');
export const jsonLineKey = jsonRow('json-line-key', 'one line', 'the same with the JSON on one line');
