import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { serverArguments } from '../../../client/node/serverArguments';
import { diagnostics, eventually, open } from './help';

describe('the language server', () => {
  it('runs in a process with the arguments that keep it small', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const { document } = await open('api.log');
    await eventually(
      'the server has answered',
      () => diagnostics(document),
      (found) => found.length > 0,
    );
    // The server is a child of the extension host, in which this test runs.
    const children = execFileSync('ps', ['-eo', 'ppid=,args='], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line.trim().startsWith(`${process.pid} `));
    const server = children.find((line) => line.includes('dist/server.js'));
    assert.ok(server, `a child runs the server: ${children.join('; ')}`);
    serverArguments.forEach((argument) => assert.ok(server.includes(argument), `${argument} is in ${server}`));
  });
});
