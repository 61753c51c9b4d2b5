import type { CodeAction } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { neverCancelled, testService, withCursor } from '../support';

const abilities = {
  resolvesEdits: true,
  snippetEdits: false,
  documentChanges: true,
  annotations: false,
  createFiles: false,
  commands: [],
};

/** The action that asks for the exact code, and the line of the cursor after it. */
async function exact(languageId: string, marked: string): Promise<{ title: string; line: string } | undefined> {
  const { document, offset } = withCursor(languageId, marked);
  const at = document.positionAt(offset);
  const context = { diagnostics: [], triggerKind: 1 as const };
  const found = await testService().codeActions(document, { start: at, end: at }, context, abilities, neverCancelled);
  const action = found.find(({ title }: CodeAction) => title.startsWith('Ask for code'));
  const [edits = []] = Object.values(action?.edit?.changes ?? {});
  const after = TextDocument.applyEdits(document, edits).split('\n')[at.line] ?? '';
  return action && { title: action.title, line: after.trim() };
}

const python = (line: string, call = 'api.update_status(text)', caught = 'tweepy.Forbidden') =>
  `import tweepy\n\ndef post(api, text):\n    try:\n        ${call}\n    except ${caught} as e:\n        if ${line}:\n            return\n        raise\n`;
const script = (line: string, call = 'client.v1.tweet(text)') =>
  `import { TwitterApi, ApiResponseError } from 'twitter-api-v2';\n\nasync function post(client, text) {\n  try {\n    await ${call};\n  } catch (e) {\n    if (${line}) return;\n    throw e;\n  }\n}\n`;

describe('a branch on a status or a text asks for the exact code', () => {
  it.each([
    ['a status', 'python', python('e.response.status_code == 4$$CURSOR$$03'), 'if 187 in e.api_codes:'],
    ['not a status', 'python', python('e.response.status_code != 4$$CURSOR$$03'), 'if 187 not in e.api_codes:'],
    [
      'a class above',
      'python',
      python('e.response.status_code == 4$$CURSOR$$03', 'api.create_favorite(1)', 'tweepy.TweepyException'),
      'if 139 in getattr(e, "api_codes", []):',
    ],
    ['a text', 'python', python('"Status is a du$$CURSOR$$plicate" in str(e)'), 'if 187 in e.api_codes:'],
    ['a status', 'typescript', script('e.code === 4$$CURSOR$$03'), 'if (e.hasErrorCode?.(187)) return;'],
    [
      'beside the class',
      'typescript',
      script('e instanceof ApiResponseError && e.code === 4$$CURSOR$$03'),
      'if (e instanceof ApiResponseError && e.hasErrorCode(187)) return;',
    ],
    [
      'a text',
      'javascript',
      script("e.message.includes('Status is a du$$CURSOR$$plicate')"),
      'if (e.hasErrorCode?.(187)) return;',
    ],
  ])('%s in %s', async (_, languageId, text, line) => {
    expect((await exact(languageId, text))?.line).toBe(line);
  });

  it('names the code', async () => {
    const found = await exact('python', python('e.response.status_code == 4$$CURSOR$$03'));
    expect(found?.title).toBe('Ask for code 187 (Duplicate post) instead');
  });

  it.each([
    [
      'API v2, whose answer has no code',
      'python',
      python('e.response.status_code == 4$$CURSOR$$03', 'client.create_tweet(text=text)'),
    ],
    ['a call with many codes', 'python', python('e.response.status_code == 4$$CURSOR$$03', 'api.verify_credentials()')],
    ['several statuses', 'python', python('e.response.status_code in (4$$CURSOR$$03, 404)')],
    ['the code already', 'python', python('1$$CURSOR$$87 in e.api_codes')],
    ['a status without several meanings', 'python', python('e.response.status_code == 4$$CURSOR$$29')],
    ['another library', 'typescript', script('e.code === 4$$CURSOR$$03').replace('twitter-api-v2', 'got')],
  ])('not for %s', async (_, languageId, text) => {
    expect(await exact(languageId, text)).toBeUndefined();
  });
});
