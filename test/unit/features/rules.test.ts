import { describe, expect, it } from 'vitest';
import { OpenDocument } from '../../../server/document/openDocument';
import { createLanguageService } from '../../../server/languageService';
import { checkRules } from '../../../server/rules/check';
import { suppressionComment } from '../../../server/rules/suppressions';
import { SyntaxService } from '../../../server/syntax/syntax';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { linkCommands } from '../../../shared/protocol';
import { neverCancelled, readGrammar, testDocument, testService, withCursor } from '../support';

const abilities = {
  resolvesEdits: true,
  snippetEdits: true,
  documentChanges: true,
  annotations: true,
  createFiles: false,
  commands: [linkCommands.turnOffRule],
};

const python = (text: string) => testDocument('python', `import requests\n${text}`);
const diagnose = (text: string) => testService().diagnostics(python(text), 'hint', neverCancelled);

async function actions(marked: string) {
  const { document, offset } = withCursor('python', marked);
  const at = document.positionAt(offset);
  const context = { diagnostics: [], triggerKind: 1 as const };
  const found = await testService().codeActions(document, { start: at, end: at }, context, abilities, neverCancelled);
  return { document, found };
}

function applied(text: string, edit: { changes?: Record<string, { range: unknown; newText: string }[]> } | undefined) {
  const document = testDocument('python', text);
  const [edits = []] = Object.values(edit?.changes ?? {});
  return edits
    .map(({ range, newText }) => {
      const { start, end } = range as {
        start: { line: number; character: number };
        end: { line: number; character: number };
      };
      return { start: document.offsetAt(start), end: document.offsetAt(end), newText };
    })
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

describe('the rules in an editor', () => {
  it('offer the handler that sets a limit, then the limit alone, above the ways to silence them', async () => {
    const { document, offset } = withCursor('typescript', "await fe$$CURSOR$$tch('https://api.example.com');\n");
    const at = document.positionAt(offset);
    const diagnostics = await testService().diagnostics(document, 'hint', neverCancelled);
    const context = { diagnostics, triggerKind: 1 as const };
    const found = await testService().codeActions(document, { start: at, end: at }, context, abilities, neverCancelled);
    // Editors show fixes before rewrites, and of the fixes those first that name what they fix, in the order given.
    expect(found.map(({ title, kind, diagnostics: fixed }) => [title, kind, fixed?.map(({ code }) => code)])).toEqual([
      ['Retry fetch with backoff', 'quickfix', ['no-timeout']],
      ['Give up on fetch after 10 s', 'quickfix', ['no-timeout']],
      ['Ignore no-timeout here', 'quickfix', ['no-timeout']],
      ['Turn off no-timeout', 'quickfix', ['no-timeout']],
    ]);
  });

  it('offer to replace the loop that repeats what it must not, first', async () => {
    const { document, offset } = withCursor(
      'typescript',
      'async function load(url: string) {\n  for (let i = 0; i < 5; i++) {\n    const res = await fetch(url, { signal });\n    if (res.status === 4$$CURSOR$$03 || res.status === 429) {\n      await sleep(1000);\n      continue;\n    }\n    return res.json();\n  }\n  throw new Error("no answer");\n}\n',
    );
    const at = document.positionAt(offset);
    const all = await testService().diagnostics(document, 'hint', neverCancelled);
    expect(all.map(({ code }) => code)).toEqual(['retries-permanent-error', 'ignores-server-wait']);
    const here = all.filter(({ range }) => range.start.line === at.line);
    const context = { diagnostics: here, triggerKind: 1 as const };
    const found = await testService().codeActions(document, { start: at, end: at }, context, abilities, neverCancelled);
    expect(found[0]).toMatchObject({
      title: 'Replace the loop around fetch by backoff',
      kind: 'quickfix',
      diagnostics: [{ code: 'retries-permanent-error' }],
    });
  });

  it('mark the place with the code, the severity and the page of the rule', async () => {
    const [diagnostic] = await diagnose('requests.get("https://api.example.com")\n');
    expect(diagnostic).toMatchObject({
      code: 'no-timeout',
      severity: 3,
      range: { start: { line: 1, character: 0 }, end: { line: 1, character: 12 } },
    });
    expect(diagnostic?.codeDescription?.href).toMatch(/^https:.*#no-timeout$/);
  });

  it('mark the places of the text as it is, when it was edited while they looked', async () => {
    const text = `import requests\n${'requests.get("https://api.example.com")\n'.repeat(200)}`;
    const document = OpenDocument.create('file:///edited.py', 'python', 1, text);
    const report = testService().checkRules(document);
    const start = { line: 0, character: 0 };
    OpenDocument.update(document, [{ range: { start, end: start }, text: '# one line more\n' }], 2);
    const marked = (await report).findings.all.map(({ range }) => document.getText().slice(range.start, range.end));
    expect(marked).toEqual(Array.from({ length: 200 }, () => 'requests.get'));
  });

  it('look at a long file in steps, so that other requests are answered meanwhile', async () => {
    const functions = 50;
    const text = Array.from({ length: functions }, (_, at) => `def f${at}():\n    return g${at}()\n`).join('');
    const tree = await new SyntaxService(readGrammar).parse('python', text);
    const whole = { says: () => false, asksForUses: () => undefined };
    const input = {
      text,
      languageId: 'python',
      findings: [],
      entry: () => undefined,
      nearMiss: () => undefined,
      whole,
    };
    const steps = tree ? [...checkRules({ ...input, root: tree.rootNode }, () => true)] : [];
    expect(steps.length).toBeGreaterThan(functions);
    tree?.delete();
  });

  it('are silent where a comment on the line says so, and on the line below a comment', async () => {
    expect(await diagnose('requests.get("x")  # api-error-assist-ignore no-timeout: a script\n')).toEqual([]);
    expect(await diagnose('# api-error-assist-ignore no-timeout: a script\nrequests.get("x")\n')).toEqual([]);
    const other = await diagnose('requests.get("x")  # api-error-assist-ignore no-jitter, unbounded-retry\n');
    expect(other.map(({ code }) => code)).toContain('no-timeout');
  });

  it.each([
    ['shellscript', 'while true; do', '  curl -sf -m 5 "$API" && break\n  sleep 5\ndone\n'],
    ['powershell', 'while ($true) {', '  try { irm $Uri -TimeoutSec 9; break } catch { Start-Sleep 5 }\n}\n'],
  ])('are silent by a comment of %s', async (languageId, head, rest) => {
    const rulesIn = async (text: string) => {
      const diagnostics = await testService().diagnostics(testDocument(languageId, text), 'hint', neverCancelled);
      return diagnostics.map(({ code }) => code);
    };
    expect(await rulesIn(`${head}\n${rest}`)).toContain('unbounded-retry');
    const comment = `${suppressionComment(languageId, 'unbounded-retry')}it must come`;
    for (const silenced of [`${head} ${comment}\n${rest}`, `${comment}\n${head}\n${rest}`]) {
      const codes = await rulesIn(silenced);
      expect(codes).not.toContain('unbounded-retry');
      expect(codes).not.toContain('unused-suppression');
    }
  });

  it('report a comment that silences nothing, or names no rule', async () => {
    const unused = await diagnose('x = 1  # api-error-assist-ignore no-timeout: why\n');
    expect(unused.map(({ code, message }) => [code, message])).toEqual([
      ['unused-suppression', 'This comment silences nothing: the rule finds nothing here.'],
    ]);
    const unknown = await diagnose('x = 1  # api-error-assist-ignore no-such-rule\n');
    expect(unknown.map(({ message }) => message)).toEqual(['There is no rule no-such-rule.']);
  });

  it('do not call a comment unused whose rule is off', async () => {
    expect(await diagnose('x = 1  # api-error-assist-ignore no-jitter: why\n')).toEqual([]);
  });

  it('have the severity that the setting gives them', async () => {
    const service = createLanguageService({
      catalogs: builtInCatalogs(),
      rules: () => ({ 'no-timeout': 'off', 'outdated-reference': 'error' }),
      readGrammar,
      now: () => 0,
    });
    const found = await service.diagnostics(
      python('requests.get("https://api.twitter.com/2/tweets/1")\n'),
      'hint',
      neverCancelled,
    );
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['outdated-reference', 1]]);
  });

  it('explain themselves on hover', async () => {
    const { document, offset } = withCursor(
      'python',
      'import requests\nrequests.$$CURSOR$$get("https://api.example.com")\n',
    );
    const hover = await testService().hover(document, document.positionAt(offset), [], neverCancelled);
    expect(JSON.stringify(hover?.contents)).toContain('Sends a request without a time limit');
  });

  it('offer the fix, a comment above the line, and the setting', async () => {
    const text = 'def f(e):\n    return e.api_codes == 187\n';
    const { found } = await actions(text.replace('api_codes', () => 'api_$$CURSOR$$codes'));
    const byTitle = new Map(found.map((action) => [action.title, action]));
    expect(applied(text, byTitle.get('Ask whether 187 is in e.api_codes')?.edit)).toBe(
      'def f(e):\n    return 187 in e.api_codes\n',
    );
    expect(applied(text, byTitle.get('Ignore wrong-comparison here')?.edit)).toBe(
      'def f(e):\n    # api-error-assist-ignore wrong-comparison: \n    return e.api_codes == 187\n',
    );
    expect(byTitle.get('Turn off wrong-comparison')?.command).toMatchObject({
      command: linkCommands.turnOffRule,
      arguments: [{ rule: 'wrong-comparison' }],
    });
  });

  it('remove a comment that silences nothing, with its line or without', async () => {
    const alone = 'x = 1\n# api-error-assist-ignore no-timeout: why\ny = 2\n';
    const first = await actions(alone.replace('assist-ignore', () => 'assist-$$CURSOR$$ignore'));
    expect(applied(alone, first.found.find(({ title }) => title === 'Remove this comment')?.edit)).toBe(
      'x = 1\ny = 2\n',
    );
    const beside = 'x = 1  # api-error-assist-ignore no-timeout\ny = 2\n';
    const second = await actions(beside.replace('assist-ignore', () => 'assist-$$CURSOR$$ignore'));
    expect(applied(beside, second.found.find(({ title }) => title === 'Remove this comment')?.edit)).toBe(
      'x = 1\ny = 2\n',
    );
  });
});
