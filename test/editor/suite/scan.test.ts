import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, open } from './help';

describe('the scan of a file or folder', () => {
  after(closeAll);

  it('shows a report whose places are links into the files', async () => {
    const { document } = await open('api.log');
    await vscode.commands.executeCommand('apiErrorAssist.scan', document.uri);
    const report = await eventually(
      'a report is open',
      () => vscode.window.activeTextEditor?.document,
      (active) => active?.uri.scheme === 'api-error-assist-scan',
    );
    assert.ok(report);
    assert.match(report.getText(), /\d+ errors? of \d+ kinds? in 1 file/);
    assert.match(report.getText(), /http\/429|x-api/);
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', report.uri);
    const first = links.find((link) => link.target?.path === document.uri.path);
    assert.ok(first?.target, 'a place of the log is a link');
    assert.match(first.target.fragment, /^L\d+,\d+$/);
  });
});
