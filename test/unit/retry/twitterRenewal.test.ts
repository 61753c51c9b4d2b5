import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

/** A file that makes clients of twitter-api-v2 and renews their token, with the cursor in a branch on 401. */
const program = (
  send: string,
  renew = 'write(await renewed());',
  make = '',
): string => `import { TwitterApi } from 'twitter-api-v2';

const fixed = read();
let client = new TwitterApi(fixed);
let token = read();

async function refreshToken() {
  ${renew}
}

const makeClient = () => new TwitterApi(token).readWrite;

async function openClient() {
  const accessToken = await readToken();
  const own = new TwitterApi({ appKey: settings.key, accessToken });
  return own.readOnly;
}
${make}
async function load(old) {
  try {
    ${send}
  } catch (error) {
    if (error.code === 40$$CURSOR$$1) throw new Gone();
    throw error;
  }
}
`;

const renewing = 'withRenewal(';

describe.each(['typescript', 'javascript'] as const)('in %s, a client of twitter-api-v2', (language) => {
  it.each([
    [
      'const mine = makeClient();\n    await mine.v2.tweet(x);',
      'await withRenewal(() => makeClient().v2.tweet(x), { renew: refreshToken })',
    ],
    [
      'const mine = await openClient();\n    return await mine.v2.me();',
      'await withRenewal(async () => (await openClient()).v2.me(), {\n      renew: refreshToken,\n    })',
    ],
    [
      'const mine = makeClient();\n    return await mine.readOnly.v1.user({ id });',
      'withRenewal(() => makeClient().readOnly.v1.user({ id }), {',
    ],
  ])('is made anew by the function that made it: %s', async (send, becomes) => {
    expect((await apply(language, program(send), 'refresh-credentials')).text).toContain(becomes);
  });

  it.each(['client = new TwitterApi(await renewed());', 'client = (await openClient()).readWrite;'])(
    'stays where the renewal gives the file another: %s',
    async (renew) => {
      const text = program('return await client.v2.me();', renew);
      const becomes = `${renewing}() => client.v2.me(), { renew: refreshToken })`;
      expect((await apply(language, text, 'refresh-credentials')).text).toContain(becomes);
    },
  );

  it.each<readonly [send: string, renew: string | undefined, make: string | undefined]>([
    ['return await client.v2.me();', undefined, undefined],
    ['return await client.v2.me();', 'const client = new TwitterApi(await renewed());', undefined],
    ['return await old.client.v2.me();', undefined, undefined],
    ['const client = old;\n    return await client.v2.me();', 'client = new TwitterApi(await renewed());', undefined],
    ['const mine = makeClient(old);\n    return await mine.v2.me();', undefined, undefined],
    ['let mine = makeClient();\n    mine = old;\n    return await mine.v2.me();', undefined, undefined],
    ['const { client: mine } = await login();\n    return await mine.v2.me();', undefined, undefined],
    ...[
      'const kept = memoize(() => new TwitterApi(token));',
      'const kept = () => clients[0];',
      'const kept = () => new TwitterApi(fixed);',
      'const kept = () => new OtherApi(token);',
      'const kept = (name = first) => new TwitterApi(name);',
      'function kept() {\n  last ??= new TwitterApi(token);\n  return last;\n}',
      'async function kept() {\n  const { client } = await new TwitterApi(token).login(pin);\n  return client;\n}',
    ].map((make) => ['const mine = kept();\n    return await mine.v2.me();', undefined, make] as const),
  ])('that keeps its token is left alone: %s', async (send, renew, make) => {
    const text = program(send, renew, make);
    expect(await refusal(language, text, 'refresh-credentials')).toMatch(/keeps the token that it was made with/);
  });
});
