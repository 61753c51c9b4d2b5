import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnostics, eventually, extensionId, hoverNow, hoverText, open, rangeOf } from './help';

describe('the extension', () => {
  after(closeAll);

  it('is active after a log file was opened', async () => {
    await open('api.log');
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension, 'the extension is installed');
    await eventually(
      'the extension is active',
      () => extension.isActive,
      (active) => active,
    );
  });

  it('has its commands', async () => {
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['lookUp', 'explain', 'restart']) {
      assert.ok(commands.includes(`apiErrorAssist.${name}`), `apiErrorAssist.${name} exists`);
    }
  });
});

describe('hovers in a log', () => {
  after(closeAll);

  const places: readonly { text: string; line: string; says: RegExp }[] = [
    { text: '429', line: '429 Too Many Requests', says: /too many requests|rate limit/i },
    { text: '88', line: '88)', says: /rate limit/i },
    { text: '187', line: '187 - Status', says: /duplicate/i },
    { text: 'Status is a duplicate', line: 'Status is a duplicate', says: /duplicate/i },
    { text: 'x_write_unconfirmed', line: 'x_write_unconfirmed', says: /unconfirmed|confirm/i },
    { text: 'usage-capped', line: 'problems/usage-capped', says: /usage cap/i },
  ];
  for (const { text, line, says } of places) {
    it(`explain ${text}`, async () => {
      const { document } = await open('api.log');
      await hoverText(document, rangeOf(document, text, line).start.translate(0, 1), says);
    });
  }
});

describe('hovers in a log, on numbers that are no errors', () => {
  after(closeAll);

  for (const [text, line] of [
    ['403', 'loaded 403 scheduled'],
    ['88', 'line 88, in publish'],
    ['8080', '"port":8080'],
  ] as const) {
    it(`stay silent on ${text} in "${line}"`, async () => {
      const { document } = await open('api.log');
      // The server is ready once it explains something else.
      const known = rangeOf(document, '429', '429 Too Many Requests').start.translate(0, 1);
      await hoverText(document, known, /too many requests|rate limit/i);
      assert.equal(await hoverNow(document, rangeOf(document, text, line).start.translate(0, 1)), '');
    });
  }
});

describe('diagnostics in a log', () => {
  after(closeAll);

  it('are hints: dots under the code, nothing in the Problems panel', async () => {
    const { document } = await open('api.log');
    const found = await eventually(
      'diagnostics',
      () => diagnostics(document),
      (list) => list.length > 0,
    );
    const severities = new Set(found.map((diagnostic) => diagnostic.severity));
    assert.deepEqual([...severities], [vscode.DiagnosticSeverity.Hint]);
    const range = rangeOf(document, '429', '429 Too Many Requests');
    assert.ok(
      found.some((diagnostic) => diagnostic.range.intersection(range)),
      'one of them is at the 429',
    );
  });
});
