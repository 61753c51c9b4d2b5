import { describe, expect, it } from 'vitest';
import type { CreateFile, TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { ruleCodes } from '../../../shared/rules';
import { createLanguageService } from '../../../server/languageService';
import { cursorMark, neverCancelled, readGrammar, testNow } from '../support';

const abilities = {
  resolvesEdits: true,
  snippetEdits: false,
  documentChanges: true,
  createFiles: true,
  commands: [],
};

const folder = 'file:///project';

/** A project of some files, one of them open in an editor with the cursor in it. */
function project(files: Readonly<Record<string, string>>, path: string, languageId: string, marked: string) {
  const service = createLanguageService({
    catalogs: builtInCatalogs(),
    rules: () => Object.fromEntries(ruleCodes.map((code) => [code, 'off' as const])),
    readGrammar,
    now: () => testNow,
    folders: () => [folder],
    readProject: (uris) => Promise.resolve(uris.map((uri) => files[uri.slice(folder.length + 1)] ?? null)),
  });
  const document = TextDocument.create(`${folder}/${path}`, languageId, 1, marked.replace(cursorMark, ''));
  const at = document.positionAt(marked.indexOf(cursorMark));
  const actions = async () =>
    service.codeActions(document, { start: at, end: at }, { diagnostics: [] }, abilities, neverCancelled);
  return {
    titles: async () => (await actions()).map(({ title }) => title),
    /** The document after an action, and the files that it made by their paths. */
    apply: async (title: string) => {
      const action = (await actions()).find((offered) => offered.title === title);
      if (!action) {
        throw new Error(`"${title}" is not offered`);
      }
      const { edit } = await service.resolveCodeAction(action, () => document, abilities, neverCancelled);
      const changes = edit?.documentChanges ?? [];
      const made = changes
        .filter((change): change is CreateFile => 'kind' in change && change.kind === 'create')
        .map(({ uri }) => uri);
      const edits = changes.filter((change): change is TextDocumentEdit => 'textDocument' in change);
      const textOf = (uri: string, before: TextDocument) =>
        TextDocument.applyEdits(
          before,
          edits.filter(({ textDocument }) => textDocument.uri === uri).flatMap((own) => own.edits as TextEdit[]),
        );
      return {
        text: textOf(document.uri, document),
        made: new Map(
          made.map((uri) => [uri.slice(folder.length + 1), textOf(uri, TextDocument.create(uri, languageId, 1, ''))]),
        ),
      };
    },
  };
}

const manifest = (...names: string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });
const plain = 'Retry fetch with backoff';
const call = "const res = await fet$$CURSOR$$ch('https://api.example');\n";

describe('the library of a project', () => {
  it('is offered beside the handler when the nearest manifest names it', async () => {
    const files = { 'package.json': manifest('cockatiel'), 'app/package.json': manifest('p-retry') };
    const { titles } = project(files, 'app/src/a.ts', 'typescript', call);
    expect(await titles()).toEqual([
      plain,
      'Retry fetch with p-retry',
      'Retry fetch with backoff in a new file, backoff.ts',
    ]);
  });

  it('is offered when the file imports it, whatever the manifest says', async () => {
    const own = project({}, 'a.js', 'javascript', `import { retry } from 'cockatiel';\n\n${call}`);
    const { text } = await own.apply('Retry fetch with cockatiel');
    expect(text).toMatch(/^import \{ retry, handleWhenResult \} from 'cockatiel';\n\nconst/);
  });

  it('is not offered when nothing but a text or a comment names it', async () => {
    const files = { 'package.json': JSON.stringify({ name: 'p-retry', keywords: ['cockatiel'] }) };
    const { titles } = project(files, 'a.ts', 'typescript', `// p-retry\nlog('cockatiel');\n${call}`);
    expect((await titles()).filter((title) => /p-retry|cockatiel/.test(title))).toEqual([]);
  });

  it('is imported among the imports of the file, with what it lacks, and used once', async () => {
    const before = `import { a } from "a";\nimport { z } from "z";\nimport { own } from "./own";\n\n${call}`;
    const files = { 'package.json': manifest('p-retry') };
    const { text } = await project(files, 'a.ts', 'typescript', before).apply('Retry fetch with p-retry');
    expect(text).toMatch(/^import \{ a \} from "a";\nimport pRetry from "p-retry";\nimport \{ z \} from "z";\n/);
    expect(text).toMatch(/await withBackoff\(\s*\(signal\) => fetch\(/);
    expect(text).toMatch(/function readTransientFailure\(/);
    const again = project(files, 'a.ts', 'typescript', `${text}\n${call}`);
    expect(await again.titles()).toEqual([plain]);
    expect(((await again.apply(plain)).text.match(/function withBackoff/g) ?? []).length).toBe(1);
  });

  it('is required where the file requires', async () => {
    const before = `const fs = require('fs');\n\nasync function f() {\n  return fet$$CURSOR$$ch('https://api.example');\n}\n`;
    const files = { 'package.json': manifest('cockatiel') };
    const { text } = await project(files, 'a.js', 'javascript', before).apply('Retry fetch with cockatiel');
    expect(text).toMatch(/^const \{ handleWhenResult, retry \} = require\('cockatiel'\);\nconst fs = /);
  });

  it('is left alone when its names mean something else in the file', async () => {
    const before = `function retry() {}\n${call}`;
    const { titles } = project({ 'package.json': manifest('cockatiel') }, 'a.ts', 'typescript', before);
    expect(await titles()).not.toContain('Retry fetch with cockatiel');
  });

  it('is the option of a client that retries by itself', async () => {
    const before = "import got from 'got';\n\nconst text = await got.g$$CURSOR$$et('https://api.example').text();\n";
    const { titles, apply } = project({}, 'a.ts', 'typescript', before);
    expect(await titles()).toContain('Retry got.get with the retry option of got');
    const { text } = await apply('Retry got.get with the retry option of got');
    expect(text).toContain('retry: gotBackoff({ idempotent: true }),\n  timeout: { request: 30_000 },\n}).text();');
    expect(text).not.toContain('withBackoff');
    const at = text.replace('got.get(', 'got.g$$CURSOR$$et(');
    expect(await project({}, 'a.ts', 'typescript', at).titles()).toEqual([]);
  });

  it.each([
    ['axios itself, which other modules may have set up', 'await axios.g$$CURSOR$$et(u);'],
    ['an instance from elsewhere', "import { api } from './api';\nawait api.g$$CURSOR$$et(u);"],
  ])('is not axios-retry for %s', async (_what, code) => {
    const before = `import axios from 'axios';\n${code}\n`;
    const { titles } = project({ 'package.json': manifest('axios-retry') }, 'a.ts', 'typescript', before);
    expect((await titles()).filter((title) => title.includes('axios-retry'))).toEqual([]);
  });
});

describe('a file of its own', () => {
  const title = 'Retry fetch with backoff in a new file, backoff.ts';

  it('gets the handler, and the file imports it as it imports others', async () => {
    const before = `import { own } from './own.js';\n\n${call}`;
    const { text, made } = await project({}, 'src/a.ts', 'typescript', before).apply(title);
    expect(text).toMatch(
      /^import \{ withBackoff \} from '\.\/backoff\.js';\nimport \{ own \} from '\.\/own\.js';\n\nconst/,
    );
    expect(text).not.toContain('function withBackoff');
    expect([...made.keys()]).toEqual(['src/backoff.ts']);
    expect(made.get('src/backoff.ts')).toMatch(
      /^\/\*\* Settings of `withBackoff`[^]*^export async function withBackoff/m,
    );
  });

  it('has the quotes and the semicolons of the file', async () => {
    const before = `import { own } from "./own"\n\n${call.replaceAll("'", '"').replace(';', '')}`;
    const { text, made } = await project({}, 'a.ts', 'typescript', before).apply(title);
    expect(text).toMatch(/^import \{ withBackoff \} from "\.\/backoff"\nimport/);
    expect(made.get('backoff.ts')).toContain('new DOMException("Timed out", "TimeoutError")');
  });

  it.each([
    [
      'a module of a package of modules',
      'a.js',
      '{"type":"module"}',
      '',
      /^import \{ withBackoff \} from '\.\/backoff\.js';/,
    ],
    ['a file of a package of no type', 'a.js', '{}', '', /^const \{ withBackoff \} = require\('\.\/backoff'\);/],
    [
      'a file that requires',
      'a.js',
      '{"type":"module"}',
      "const fs = require('fs');\n",
      /require\('\.\/backoff\.js'\);\n/,
    ],
    ['a module by its name', 'a.mjs', '{}', '', /^import \{ withBackoff \} from '\.\/backoff\.mjs';/],
  ])('is imported by %s', async (_what, path, packageJson, head, expected) => {
    const before = `${head}async function f() {\n  return fet$$CURSOR$$ch('https://api.example');\n}\n`;
    const shown = project({ 'package.json': packageJson }, path, 'javascript', before);
    const own = (await shown.titles()).find((offered) => offered.includes('new file')) ?? '';
    const { text, made } = await shown.apply(own);
    expect(text).toMatch(expected);
    const exported = /require/.test(expected.source) ? 'module.exports = { withBackoff };\n' : 'export async function';
    expect([...made.values()][0]).toContain(exported);
  });

  it('is used when it is there, also further up, and no second handler is offered', async () => {
    const handler = 'export function withBackoff(call, options) {\n  return options.idempotent;\n}\n';
    const beside = project({ 'src/backoff.ts': handler }, 'src/a.ts', 'typescript', call);
    expect(await beside.titles()).toEqual([plain]);
    const { text, made } = await beside.apply(plain);
    expect(text).toMatch(/^import \{ withBackoff \} from '\.\/backoff';\n\nconst res = await withBackoff\(/);
    expect(made.size).toBe(0);
    const above = project({ 'lib/backoff.ts': handler }, 'src/a.ts', 'typescript', call);
    expect((await above.apply(plain)).text).toMatch(/^import \{ withBackoff \} from '\.\.\/lib\/backoff';/);
    // A second call of the file uses the import that is there.
    const second = project({ 'src/backoff.ts': handler }, 'src/a.ts', 'typescript', `${text}\n${call}`);
    expect(((await second.apply(plain)).text.match(/from '\.\/backoff'/g) ?? []).length).toBe(1);
  });

  it('gets another name when its name is taken by something else', async () => {
    const { titles } = project({ 'backoff.ts': 'export const x = 1;\n' }, 'a.ts', 'typescript', call);
    expect(await titles()).toContain('Retry fetch with backoff in a new file, with-backoff.ts');
  });

  it('is not offered to a client that makes no files', async () => {
    const { titles } = project({}, 'a.ts', 'typescript', call);
    abilities.createFiles = false;
    const offered = await titles();
    abilities.createFiles = true;
    expect(offered).toEqual([plain]);
  });
});
