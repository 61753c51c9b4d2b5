import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { builtInCatalogs } from '../../../shared/catalog/builtIn';
import { createLanguageService } from '../../../server/languageService';
import { readGrammar } from '../support';

const folder = 'file:///project';
const languages: Readonly<Record<string, string>> = { ts: 'typescript', py: 'python', json: 'json', go: 'go' };

/** The findings of a file among others that a hover would show: text, entry, the last evidence. */
async function found(files: Readonly<Record<string, string>>, path: string, text: string, folders = [folder]) {
  const asked: string[] = [];
  const service = createLanguageService({
    catalogs: builtInCatalogs(),
    readGrammar,
    now: () => 0,
    folders: () => folders,
    readProject(uris) {
      asked.push(...uris);
      return Promise.resolve(uris.map((uri) => files[uri.slice(folder.length + 1)] ?? null));
    },
  });
  const open = (file: string) =>
    TextDocument.create(`${folder}/${file}`, languages[file.split('.').at(-1) ?? ''] ?? 'log', 1, text);
  const of = async (file: string) => {
    const { findings } = await service.recognise(open(file));
    return findings
      .filter(({ confidence }) => confidence !== 'low')
      .map((finding) => `${finding.text} ${finding.entry} ${finding.confidence}: ${finding.evidence.at(-1) ?? ''}`);
  };
  return { findings: await of(path), of, asked, why: await service.why(open(path), 0) };
}

const dependsOn = (...names: string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '*'])) });
const compared = 'if (error.code === 187) {\n  skip();\n}\n';
const inJson = '{ "errors": [{ "code": 187 }] }';

describe('a client among the dependencies of a project', () => {
  it('says whose code it is that a file compares', async () => {
    const { findings } = await found({ 'package.json': dependsOn('twitter-api-v2') }, 'src/post.ts', compared);
    expect(findings).toEqual(['187 x-api-v1.1/187 medium: dependency twitter-api-v2 in package.json']);
  });

  it.each([
    ['post.py', 'if error.api_codes == 187:\n    pass\n', { 'requirements.txt': 'tweepy>=4\n' }],
    ['post.py', 'if err.code == 187:\n    pass\n', { 'pyproject.toml': '[project]\ndependencies = ["tweepy"]\n' }],
    [
      'post.go',
      'package a\n\nfunc f() bool { return err.Code == 187 }\n',
      { 'go.mod': 'require github.com/dghubble/go-twitter v0.1.0\n' },
    ],
    ['post.json', inJson, { 'Cargo.toml': '[dependencies]\negg-mode = "0.16"\n' }],
    [
      'post.json',
      inJson,
      { 'pom.xml': '<dependency><groupId>org.twitter4j</groupId><artifactId>twitter4j-core</artifactId></dependency>' },
    ],
    ['post.json', inJson, { 'project.csproj': '<PackageReference Include="TweetinviAPI" Version="5" />' }],
  ])('speaks in %s: %j', async (path, text, files: Record<string, string>) => {
    expect((await found(files, path, text)).findings).toHaveLength(1);
    expect((await found({}, path, text)).findings).toEqual([]);
  });

  it.each([
    ['a number that a status has, too', 'if (error.code === 403) skip();\nfetch(u);\n', 'post.ts', 'http/403'],
    ['a file that names another system', `import { x } from 'xquik';\n${compared}`, 'post.ts', ''],
    ['a file of another language', 'if error.code == 187:\n    pass\n', 'post.py', ''],
    ['a number that says nothing', 'const width = 187;\nif (size === 88) grow();\n', 'post.ts', ''],
    ['a table', "fetch(u);\nconst towns = [{ code: 187, name: 'Ulm' }];\n", 'post.ts', ''],
    ['gRPC', "import * as grpc from '@grpc/grpc-js';\nif (error.code === 13) skip();\n", 'post.ts', ''],
    ['a text', '{ "error": { "message": "Over capacity" } }', 'post.json', ''],
    ['records with a text', '[{ "code": 187, "message": "left the depot" }]', 'post.json', ''],
    ['records', '[{ "code": 187, "name": "Ulm" }, { "code": 88, "name": "Aalen" }]', 'towns.json', ''],
  ])('says nothing of %s', async (_, text, path, expected) => {
    const { findings } = await found({ 'package.json': dependsOn('twitter-api-v2') }, path, text);
    expect(findings.map((finding) => finding.split(' ')[1]).join()).toBe(expected);
  });

  it('is looked for in the nearest manifest that names dependencies', async () => {
    const files = {
      'package.json': dependsOn('twitter-api-v2'),
      'shop/package.json': dependsOn('stripe'),
      'bot/package.json': '{ "type": "module" }',
    };
    const { of } = await found(files, 'shop/src/pay.ts', compared);
    expect(await of('shop/src/pay.ts')).toEqual([]);
    expect(await of('shop/fixtures/answer.json')).toEqual([]);
    expect(await of('bot/src/post.ts')).toHaveLength(1);
  });

  it('is not looked for outside of the workspace', async () => {
    const files = { 'package.json': dependsOn('twitter-api-v2') };
    const { findings, asked } = await found(files, 'app/src/post.ts', compared, [`${folder}/app`]);
    expect(findings).toEqual([]);
    expect(asked.filter((uri) => !uri.startsWith(`${folder}/app/`))).toEqual([]);
  });

  it('is read once for the files of a folder', async () => {
    const { of, asked } = await found({ 'package.json': dependsOn('twit') }, 'src/a.ts', compared);
    const before = asked.length;
    expect(await of('src/b.ts')).toHaveLength(1);
    expect(asked).toHaveLength(before);
  });

  it('is named as what would decide', async () => {
    const { why } = await found({}, 'post.ts', compared);
    expect(why.places[0]?.needed.join()).toContain('tweepy among the dependencies of the nearest manifest');
    const { why: known } = await found({ 'package.json': dependsOn('twit') }, 'post.ts', compared);
    expect(known.places[0]?.for).toContain('dependency twit in package.json');
  });
});
