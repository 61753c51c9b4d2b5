import { describe, expect, it } from 'vitest';
import type { CodeAction, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeActionAbilities } from '../../../server/features/workspaceEdit';
import { snippetsOf } from '../../../server/features/snippets';
import { linkCommands } from '../../../shared/protocol';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { createLanguageService } from '../../../server/languageService';
import { ruleCodes } from '../../../shared/rules';
import { neverCancelled, readGrammar, testNow, withCursor } from '../support';

// The rules offer actions of their own, which have tests of their own.
const service = createLanguageService({
  catalogs: builtInCatalogs(),
  rules: () => Object.fromEntries(ruleCodes.map((code) => [code, 'off' as const])),
  readGrammar,
  now: () => testNow,
});

const full: CodeActionAbilities = {
  resolvesEdits: true,
  snippetEdits: false,
  documentChanges: true,
  annotations: true,
  createFiles: false,
  commands: Object.values(linkCommands),
};

async function actionsAt(languageId: string, marked: string, abilities = full) {
  const { document, offset } = withCursor(languageId, marked);
  const at = document.positionAt(offset);
  const actions = await service.codeActions(
    document,
    { start: at, end: at },
    { diagnostics: [] },
    abilities,
    neverCancelled,
  );
  return { document, actions };
}

async function apply(document: TextDocument, action: CodeAction | undefined): Promise<string> {
  const resolved = await service.resolveCodeAction(action ?? { title: '' }, () => document, full, neverCancelled);
  const [change] = (resolved.edit?.documentChanges ?? []) as TextDocumentEdit[];
  expect(change?.textDocument.version).toBe(document.version);
  return TextDocument.applyEdits(document, (change?.edits ?? []) as TextEdit[]);
}

describe('code actions', () => {
  it('make a call back off, once, and compute the edit only for the chosen action', async () => {
    const { document, actions } = await actionsAt(
      'typescript',
      "const res = await fetch('https://a.example');\nif (res.status === 4$$CURSOR$$29) throw new Error('limit');\n",
    );
    const retry = actions.find((action) => action.title.startsWith('Retry'));
    expect(retry?.kind).toBe('quickfix');
    expect(retry?.edit).toBeUndefined();
    const text = await apply(document, retry);
    expect(text.replace(/\s+/g, ' ')).toContain(
      "await withBackoff( (signal) => fetch('https://a.example', { signal }), { idempotent: true",
    );
    expect(text.split('async function withBackoff').length).toBe(2);
    const again = await actionsAt(
      'typescript',
      text.replace('=== 429', () => '=== 4$$CURSOR$$29'),
    );
    expect(again.actions.filter((action) => action.title.startsWith('Retry'))).toEqual([]);
  });

  it('carry their edit for a client that does not resolve', async () => {
    const { actions } = await actionsAt(
      'python',
      'import requests\n\nr = requests.$$CURSOR$$get("https://a.example")\n',
      { ...full, resolvesEdits: false, documentChanges: false },
    );
    expect(Object.keys(actions[0]?.edit?.changes ?? {}).length).toBe(1);
  });

  it('are a rewrite, not a fix, where the cursor is on no error', async () => {
    const { actions } = await actionsAt(
      'python',
      'import requests\n\nr = requests.$$CURSOR$$get("https://a.example")\n',
    );
    expect(actions.map((action) => action.kind)).toEqual(['refactor.rewrite']);
  });

  it.each([
    [
      'a code whose strategy is none',
      'typescript',
      "import { TwitterApi } from 'twitter-api-v2';\nasync function f(c: TwitterApi) {\n  try { await c.v2.me(); } catch (e: any) { if (e.hasErrorCode(3$$CURSOR$$26)) { notify(); } }\n}\n",
    ],
    [
      'a status whose strategy is none',
      'python',
      'import requests\nr = requests.get(u)\nif r.status_code == 4$$CURSOR$$03:\n    pass\n',
    ],
  ])('offer no retry for %s', async (_what, languageId, text) => {
    const { actions } = await actionsAt(languageId, text);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => /^(?:Retry|Wrap)/.test(action.title))).toEqual([]);
  });

  const axios = "import axios from 'axios';\nasync function f(u: string) {\n  try {\n    await axios.get(u);\n  }";
  const requests = 'import requests\n\ndef f(u):\n    try:\n        r = requests.get(u)\n';
  it.each([
    [
      'a code of an unclear kind',
      'typescript',
      `${axios} catch (e: any) { if (e.response.data.errors[0].code === 18$$CURSOR$$7) { g(); } }\n}\n`,
    ],
    [
      'a status that is no status',
      'typescript',
      `${axios} catch (e: any) { if (e.data?.status === 18$$CURSOR$$7) { g(); } }\n}\n`,
    ],
    [
      'a word of no known meaning',
      'typescript',
      `${axios} catch (e: any) { switch (e.kind) { case 'wo$$CURSOR$$rd': g(); } }\n}\n`,
    ],
    ['an unknown class', 'python', `${requests}    except Strange$$CURSOR$$Error:\n        pass\n`],
    [
      'a comparison in Python',
      'python',
      `${requests}        if r.kind == 98$$CURSOR$$76:\n            pass\n    finally:\n        pass\n`,
    ],
    [
      'a comparison among the arguments',
      'typescript',
      "import axios from 'axios';\nawait axios.get(u, { validateStatus: (s) => s === 9$$CURSOR$$876 });\n",
    ],
    ['the variable of a result', 'typescript', 'const r$$CURSOR$$ = await fetch(u);\n'],
  ])('offer no retry by default for %s', async (_what, languageId, text) => {
    const { document, offset } = withCursor(languageId, text);
    const { actions } = await actionsAt(languageId, text);
    expect(actions.filter((action) => /^(?:Retry|Wrap)/.test(action.title))).toEqual([]);
    const inserted = await service.insertHandler(document, document.positionAt(offset), undefined, full);
    expect(inserted.refusal).toMatch(/no HTTP call|recognised|certain|help/);
  });

  it.each([
    'aw$$CURSOR$$ait fetch(u);',
    'await fe$$CURSOR$$tch(u);',
    'await fetch(u$$CURSOR$$);',
    'if ((await fetch(u$$CURSOR$$)).ok) g();',
  ])('offer a retry by default on the call: %s', async (text) => {
    const { actions } = await actionsAt('typescript', text);
    expect(actions.map((action) => action.title)).toEqual(['Retry fetch with backoff']);
  });

  it('look an error up in a log, and only when the client runs the command', async () => {
    const { actions } = await actionsAt('log', 'HTTP/1.1 4$$CURSOR$$29 Too Many Requests');
    expect(actions.map((action) => action.command?.arguments)).toEqual([[{ entry: 'http/429' }]]);
    expect(
      (await actionsAt('log', 'HTTP/1.1 4$$CURSOR$$29 Too Many Requests', { ...full, commands: [] })).actions,
    ).toEqual([]);
  });

  it('are absent where there is nothing', async () => {
    expect((await actionsAt('log', 'listening on 4$$CURSOR$$29')).actions).toEqual([]);
    expect((await actionsAt('typescript', 'const a = 4$$CURSOR$$29;')).actions).toEqual([]);
  });
});

describe('the edits as snippets', () => {
  const call = (newText: string, indentation = '') => ({ newText, indentation });
  const handler = call(
    'function withBackoff(call, { retries = 3, totalTime = 120_000, cap = 30_000 }) {\n  return `${call}`;\n}',
  );

  it('have a place for the setting and one for the cursor, and keep the rest as text', () => {
    expect(snippetsOf([call('withBackoff(() => get(`${a}\\n`), { idempotent: true })')])).toEqual([
      'withBackoff(() => get(`\\${a\\}\\\\n`), { idempotent: ${1:true} \\})$0',
    ]);
  });

  it('have a place for each number, and none in the call itself', () => {
    expect(
      snippetsOf([call('call_with_backoff(lambda: get(cap=2), idempotent=True, retries=5, base_delay=0.5)')]),
    ).toEqual(['call_with_backoff(lambda: get(cap=2), idempotent=${1:True}, retries=${2:5}, base_delay=${3:0.5})$0']);
  });

  it.each([
    [
      'withVerification(() => get(u), { find: undefined })',
      'withVerification(() => get(u), { find: ${1:undefined} \\})$0',
    ],
    ['call_with_verification(lambda: get(u), find=None)', 'call_with_verification(lambda: get(u), find=${1:None})$0'],
    ['Verification.call(find: nil) { get(u) }', 'Verification.call(find: ${1:nil}) { get(u) \\}$0'],
    ['verifyFirst(func() { return get(nil) }, nil)', 'verifyFirst(func() { return get(nil) \\}, ${1:nil})$0'],
    ['Verification.send(() -> get(null), null)', 'Verification.send(() -> get(null), ${1:null})$0'],
    ['verification::call(None, || get(None))', 'verification::call(${1:None}, || get(None))$0'],
    ["curl_with_verification '' -d '' \"$url\"", "curl_with_verification ${1:''} -d '' \"\\$url\"$0"],
    ['Reconnect.request(http, request, silence: 30)', 'Reconnect.request(http, request, silence: ${1:30})$0'],
    [
      'withReconnect((signal) => get(u), { silence: 30_000 })',
      'withReconnect((signal) => get(u), { silence: ${1:30_000} \\})$0',
    ],
  ])('have a place for what is yet to be written, and for how long a stream may be silent: %s', (text, expected) => {
    expect(
      snippetsOf([call(text), call('/** find is undefined */\nfunction withVerification(call, { find }) {}')]),
    ).toEqual([expected, undefined]);
  });

  it('go on to the numbers of the handler', () => {
    expect(snippetsOf([call('import re'), call('withBackoff(f, { idempotent: true })'), handler])).toEqual([
      undefined,
      'withBackoff(f, { idempotent: ${1:true} \\})$0',
      'function withBackoff(call, { retries = ${2:3}, totalTime = ${3:120_000}, cap = ${4:30_000} \\}) {\n  return `\\${call\\}`;\n\\}',
    ]);
  });

  it('are none in a call of several lines, and none in a handler whose line is indented', () => {
    expect(snippetsOf([call('f(\n  a,\n  { idempotent: true },\n)'), handler])).toEqual([undefined, undefined]);
    expect(snippetsOf([call('f({ idempotent: true })', '  '), { ...handler, indentation: '  ' }])).toEqual([
      'f({ idempotent: ${1:true} \\})$0',
      undefined,
    ]);
  });

  it('are none for other edits', () => {
    expect(snippetsOf([call('import logging')])).toEqual([undefined]);
    expect(snippetsOf([handler])).toEqual([undefined]);
  });
});

describe('a preview', () => {
  it('asks about each change, and only where the client can', async () => {
    const { document, offset } = withCursor('typescript', "await fe$$CURSOR$$tch('https://a.example');\n");
    const at = document.positionAt(offset);
    const asked = await service.insertHandler(document, at, undefined, full, true);
    const [change] = (asked.edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(asked.edit?.changeAnnotations).toEqual({ handler: { label: 'Retry handler', needsConfirmation: true } });
    expect(change?.edits.length).toBeGreaterThan(1);
    expect(change?.edits.every((edit) => 'annotationId' in edit)).toBe(true);
    const plain = await service.insertHandler(document, at, undefined, { ...full, annotations: false }, true);
    expect(plain.edit?.changeAnnotations).toBeUndefined();
  });
});
