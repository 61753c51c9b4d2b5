import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeActions, eventually, open } from './help';

/** Where a handler is offered: the callee, recognised by its argument, so that it is found again once it is wrapped. */
const calls = [
  {
    file: 'post-tweet.ts',
    call: /\w+(?=\(\s*'https:\/\/api\.x\.com\/2\/tweets')/,
    inserted:
      /\n {2}const response = await withBackoff\(\n {4}\(signal\) =>\n {6}fetch\([^]*\n {4}\{ idempotent: false \},\n {2}\);\n[^]*\n {2}const \{ idempotent, retries = 3, /,
  },
  {
    file: 'client.py',
    call: /[\w.]+(?=\(\s*f"https:)/,
    inserted:
      /\n {4}retries: int = 3,\n[^]*\n {4}response = call_with_backoff\(\n {8}lambda: requests\.get\(\n[^]*\n {8}idempotent=True,\n {4}\)\n/,
  },
] as const;

describe('the backoff handler', () => {
  afterEach(closeAll);

  for (const { file, call, inserted } of calls) {
    it(`is inserted once into ${file}, and one undo takes it away`, async () => {
      const { document } = await open(file);
      const before = document.getText();

      const action = await offered(document, call);
      assert.ok(action, 'a backoff handler is offered');
      await apply(action);
      const after = document.getText();
      assert.notEqual(after, before);
      const declared = declarations(after).filter((name) => !declarations(before).includes(name));
      assert.ok(declared.length > 0, 'the document declares the handler');
      assertDeclaredOnce(after, declared);
      // Places for the cursor leave neither marks nor indentation behind.
      assert.match(after, inserted);

      // A second time: not offered any more, or offered and content with the handler that is there.
      const again = await current(document, call);
      if (again) await apply(again);
      assertDeclaredOnce(document.getText(), declared);
      if (again && document.getText() !== after) await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), after);

      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });
  }
});

async function offered(document: vscode.TextDocument, call: RegExp): Promise<vscode.CodeAction | undefined> {
  return eventually(
    'a code action that inserts a backoff handler',
    () => current(document, call),
    (action) => action !== undefined,
  );
}

async function current(document: vscode.TextDocument, call: RegExp): Promise<vscode.CodeAction | undefined> {
  const start = document.getText().search(call);
  assert.notEqual(start, -1, `${document.fileName} has a call like ${String(call)}`);
  const position = document.positionAt(start);
  const actions = await codeActions(document, new vscode.Range(position, position));
  return actions.find((action) => /back\s?off/i.test(action.title));
}

async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `"${action.title}" carries an edit`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'the edit was applied');
}

/** Names of the functions and classes that a text declares, in TypeScript or Python. */
function declarations(text: string): string[] {
  return [...text.matchAll(/^\s*(?:export\s+)?(?:async\s+)?(?:function|class|def)\s+(\w+)/gm)].map(
    (match) => match[1] ?? '',
  );
}

function assertDeclaredOnce(text: string, names: readonly string[]): void {
  for (const name of names) {
    assert.equal(declarations(text).filter((other) => other === name).length, 1, `${name} is declared once`);
  }
}
