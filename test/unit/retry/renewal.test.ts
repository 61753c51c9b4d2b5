import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const script = 'async function refreshToken() {}\nasync function load() {\n';
const branch = '  if (r.status === 40$$CURSOR$$1) {\n    throw new Error(r.statusText);\n  }\n}\n';

describe('a call whose credentials can be renewed', () => {
  it('is sent once more by the handler in TypeScript', async () => {
    const { text, plan } = await apply(
      'typescript',
      `${script}  const r = await fetch(url, { headers: authHeaders() });\n${branch}`,
      'refresh-credentials',
    );
    expect(plan.title).toBe('Renew with refreshToken and send fetch once more');
    expect(text).toContain('const r = await withRenewal(() => fetch(url, { headers: authHeaders() }), {');
    expect(text.match(/function withRenewal/g)).toHaveLength(1);
  });

  it('keeps the backoff that is around it', async () => {
    const call =
      'const r = await withBackoff((signal) => fetch(url, { signal, headers: authHeaders() }), { idempotent: true });';
    const { text } = await apply('javascript', `${script}  ${call}\n${branch}`, 'refresh-credentials');
    expect(text).toMatch(
      /withBackoff\(\s*\(signal\) =>\s*withRenewal\(\s*\(\) => fetch\(url, \{ signal, headers: authHeaders\(\) \}\),/,
    );
  });

  it('is sent once more by the handler in Python', async () => {
    const text =
      'import requests\n\n\ndef renew_session():\n    pass\n\n\ndef load():\n    r = requests.get(url, auth=token())\n';
    const after = await apply(
      'python',
      `${text}    if r.status_code == 40$$CURSOR$$1:\n        raise Gone()\n`,
      'refresh-credentials',
    );
    expect(after.text).toContain('r = call_with_renewal(lambda: requests.get(url, auth=token()), renew=renew_session)');
  });

  it('is wrapped once', async () => {
    const call = 'const r = await withRenewal(() => fetch(url), { renew: refreshToken });';
    expect(await refusal('javascript', `${script}  ${call}\n${branch}`, 'refresh-credentials')).toMatch(/already/);
  });

  it.each([
    [
      'the file has no function that renews',
      `async function load() {\n  const r = await fetch(url, { headers: authHeaders() });\n${branch}`,
    ],
    ['that function asks for arguments', `${script.replace('()', '(user)')}  const r = await fetch(url);\n${branch}`],
    ['two functions could be meant', `function renewSession() {}\n${script}  const r = await fetch(url);\n${branch}`],
    [
      'it is renewed by hand',
      `${script}  const r = await fetch(url, { headers: authHeaders() });\n  if (!r.ok) await refreshToken();\n${branch}`,
    ],
    ['the call is the renewal', `async function refreshToken() {\n  const r = await fetch(url);\n${branch}`],
  ])('is left alone when %s', async (_name, text) => {
    expect(await refusal('typescript', text, 'refresh-credentials')).toMatch(/before the credentials are renewed/);
  });
});
