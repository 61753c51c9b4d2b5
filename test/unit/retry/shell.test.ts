import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

/** What the fix makes of the commands of a script. */
async function fixed(commands: string): Promise<string> {
  const { text } = await apply('shellscript', `#!/bin/sh\nset -eu\n\n${commands}\n`);
  return text.slice(text.lastIndexOf('\n}\n\n') + '\n}\n\n'.length).trimEnd();
}

const retried = 'BACKOFF_IDEMPOTENT=true curl_with_backoff';
const once = 'BACKOFF_IDEMPOTENT=false curl_with_backoff';

describe('the shell', () => {
  it.each([
    ['curl -sS "$url"$$CURSOR$$', `${retried} -sS "$url"`],
    ['body=$(curl$$CURSOR$$ -s "$url" | jq .)', `body=$(${retried} -s "$url" | jq .)`],
    ['curl -d x "$url"$$CURSOR$$', `${once} -d x "$url"`],
    ['curl -sXPOST "$url"$$CURSOR$$', `${once} -sXPOST "$url"`],
    ['curl -X PUT -d x "$url"$$CURSOR$$', `${retried} -X PUT -d x "$url"`],
    ['curl -G -d x "$url"$$CURSOR$$', `${retried} -G -d x "$url"`],
    ['curl --request="$method" "$url"$$CURSOR$$', `${once} --request="$method" "$url"`],
    ['curl $options "$url"$$CURSOR$$', `${once} $options "$url"`],
    ['curl -d x -H \'Idempotency-Key: 1\' "$url"$$CURSOR$$', `${retried} -d x -H 'Idempotency-Key: 1' "$url"`],
    [
      'status=$(curl -s -o out -w "%{http_code}" "$url")\nif [ "$status" = 4$$CURSOR$$29 ]; then\n\texit 1\nfi',
      `status=$(${retried} -s -o out -w "%{http_code}" "$url")\nif [ "$status" = 429 ]; then\n\texit 1\nfi`,
    ],
    [
      'for u in $urls; do\n\tcurl$$CURSOR$$ "$u"\n\tsleep 1\ndone',
      `for u in $urls; do\n\t${retried} "$u"\n\tsleep 1\ndone`,
    ],
  ])('%s', async (before, after) => {
    expect(await fixed(before)).toBe(after);
  });

  it('puts the functions below the head of the script, once', async () => {
    const first = (await apply('shellscript', '#!/bin/bash\n# Loads.\n\nset -e\n\ncurl a$$CURSOR$$\ncurl b\n')).text;
    expect(first).toMatch(/^#!\/bin\/bash\n# Loads\.\n\nset -e\n\n# curl_with_backoff ARGUMENT/);
    const second = (
      await apply(
        'shellscript',
        first.replace('\ncurl b', (call) => `${call}$$CURSOR$$`),
      )
    ).text;
    expect(second.match(/^curl_with_backoff\(\)/gm)).toHaveLength(1);
    expect(
      await refusal(
        'shellscript',
        second.replace('backoff a', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it('stands before the first command where there is no head', async () => {
    expect((await apply('shellscript', 'curl a$$CURSOR$$\n')).text).toMatch(/^# curl_with_backoff [^]*\n\}\n\nBACKOFF/);
    expect((await apply('shellscript', '#!/bin/sh\n\n# Loads.\ncurl a$$CURSOR$$\n')).text).toMatch(
      /^#!\/bin\/sh\n\n# curl_with_backoff [^]*\n\}\n\n# Loads\.\nBACKOFF/,
    );
  });

  it.each([
    ['wget "$url"$$CURSOR$$', /no HTTP call here/],
    ['curl --retry 3 "$url"$$CURSOR$$', /already retried by curl itself/],
    ['curl -D headers "$url"$$CURSOR$$', /uses -D/],
    ['until curl$$CURSOR$$ -f "$url"; do\n\tsleep 5\ndone', /retries already/],
    ['for i in 1 2 3; do\n\tcurl$$CURSOR$$ -f "$url" && break\n\tsleep 5\ndone', /retries already/],
    ['curl_with_backoff() {\n\t:\n}\ncurl$$CURSOR$$ "$url"', /curl_with_backoff of its own/],
  ])('leaves alone: %s', async (commands, reason) => {
    expect(await refusal('shellscript', `#!/bin/sh\n\n${commands}\n`)).toMatch(reason);
  });
});

describe('a stream of curl', () => {
  it.each([
    '$$CURSOR$$curl -sSN "$url" | while IFS= read -r line; do\n\tkeep "$line"\ndone\n',
    '$$CURSOR$$curl -sSN "$url" |\n\ttr -d "\\r" | while read -r line; do\n\t\tkeep "$line"\n\tdone\n',
    'while read -r line; do\n\tkeep "$line"\ndone < <($$CURSOR$$curl -sSN "$url")\n',
  ])('is connected anew where its lines are read: %j', async (body) => {
    const { text, plan } = await apply('shellscript', `#!/bin/bash\n\n${body}`, 'reconnect');
    expect(plan.title).toBe('Reconnect curl with backoff');
    expect(text).toContain('RECONNECT_SILENCE=30 curl_with_reconnect -sSN "$url"');
    expect(text.match(/^curl_with_reconnect\(\)/gm)).toHaveLength(1);
  });

  it('is one by what its address names', async () => {
    const text =
      '#!/bin/sh\n\n$$CURSOR$$curl -N "https://api.x.com/2/tweets/search/stream" | while read -r l; do k; done\n';
    expect((await apply('shellscript', text)).plan.kind).toBe('reconnect');
  });

  it.each([
    ['is not read in a loop', '$$CURSOR$$curl -sSN "$url" >file\n', /not read in a loop/],
    [
      'is taken as a whole',
      'all=$($$CURSOR$$curl -sS "$url")\nwhile [ -n "$all" ]; do k; done\n',
      /not read in a loop/,
    ],
    ['writes', '$$CURSOR$$curl -N -d x "$url" | while read -r line; do k; done\n', /safe for GET only/],
    [
      'prints more than lines',
      '$$CURSOR$$curl -N -w "%{x}" "$url" | while read -r line; do k; done\n',
      /among the lines/,
    ],
  ])('is left alone when it %s', async (_what, body, why) => {
    expect(await refusal('shellscript', `#!/bin/bash\n\n${body}`, 'reconnect')).toMatch(why);
  });
});
