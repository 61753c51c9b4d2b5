import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

/** The fix in a function that uses curl. */
async function curl(setup: string, exec = '$body = curl_exec($c)$$CURSOR$$;'): Promise<string> {
  const { text } = await apply(
    'php',
    `<?php\n\nfunction f($u)\n{\n    $c = curl_init($u);\n    ${setup}\n    ${exec}\n}\n`,
  );
  return /curl_init\(\$u\);\n[^\n]*\n {4}([^]*?)\n\}\n/.exec(text)?.[1] ?? text;
}

/** The fix in a method that uses Guzzle. */
async function guzzle(statement: string, client = 'new Client()'): Promise<string> {
  const { text } = await apply('php', guzzleFile(statement, client));
  return /function f\(\)\n {4}\{\n {8}([^]*?)\n {4}\}\n/.exec(text)?.[1] ?? text;
}

function guzzleFile(statement: string, client = 'new Client()'): string {
  return (
    '<?php\n\nnamespace App;\n\nuse GuzzleHttp\\Client;\n\nclass Api\n{\n    private Client $http;\n\n' +
    `    public function __construct()\n    {\n        $this->http = ${client};\n    }\n\n` +
    `    public function f()\n    {\n        ${statement}\n    }\n}\n`
  );
}

const plain = 'curl_setopt($c, CURLOPT_RETURNTRANSFER, true);';

describe('PHP with the curl extension', () => {
  it.each([
    [plain, 'idempotent: true'],
    ['curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_POST => true]);', 'idempotent: false'],
    ["curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_CUSTOMREQUEST => 'PUT']);", 'idempotent: true'],
    ['curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_CUSTOMREQUEST => $m]);', 'idempotent: false'],
    [
      "curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => 1, CURLOPT_POST => 1, CURLOPT_HTTPHEADER => ['Idempotency-Key: 1']]);",
      'idempotent: true',
    ],
    [
      'curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 5]);',
      'idempotent: true, timeout: null',
    ],
  ])('%s', async (setup, settings) => {
    expect(await curl(setup)).toBe(`$body = curlWithBackoff($c, ${settings});`);
  });

  it('finds the call from a branch on the status', async () => {
    const branch =
      '$body = curl_exec($c);\n    if (curl_getinfo($c, CURLINFO_RESPONSE_CODE) === 4$$CURSOR$$29) {\n    }';
    expect(await curl(plain, branch)).toContain('$body = curlWithBackoff($c, idempotent: true);');
  });

  it('defines functions at the end of a script, also before its closing tag', async () => {
    const { text } = await apply('php', `<?php\n$c = curl_init($u);\n${plain}\n$b = curl_exec($c)$$CURSOR$$;\n?>\n`);
    expect(text).toMatch(/idempotent: true\);\n\n\/\*\*\n[^]*\nfunction readFailure\([^]*\n\}\n\?>\n$/);
  });

  it.each([
    ['curl_setopt($c, CURLOPT_FILE, $f);', /answer is printed/],
    ['curl_setopt_array($c, [CURLOPT_RETURNTRANSFER => 1, CURLOPT_HEADERFUNCTION => $f]);', /reads its headers/],
  ])('leaves alone: %s', async (setup, reason) => {
    expect(await refusal('php', `<?php\n$c = curl_init($u);\n${setup}\ncurl_exec($c)$$CURSOR$$;\n`)).toMatch(reason);
  });
});

describe('PHP with Guzzle', () => {
  it.each([
    [
      '$r = $this->http->get($u)$$CURSOR$$;',
      "$r = self::withBackoff(fn() => $this->http->get($u, ['timeout' => 30]), idempotent: true);",
    ],
    [
      "return $this->http->request('POST', $u, ['timeout' => 5])$$CURSOR$$;",
      "return self::withBackoff(fn() => $this->http->request('POST', $u, ['timeout' => 5]), idempotent: false);",
    ],
    [
      "$this->http->post($u, ['headers' => ['Idempotency-Key' => $k]])$$CURSOR$$;",
      'self::withBackoff(\n' +
        "            fn() => $this->http->post($u, ['headers' => ['Idempotency-Key' => $k], 'timeout' => 30]),\n" +
        '            idempotent: true,\n        );',
    ],
  ])('%s', async (before, after) => {
    expect(await guzzle(before)).toBe(after);
  });

  it('leaves the limit of the client as it is', async () => {
    expect(await guzzle('$this->http->get($u)$$CURSOR$$;', "new Client(['timeout' => 3])")).toBe(
      'self::withBackoff(fn() => $this->http->get($u), idempotent: true);',
    );
  });

  it('puts the handler into the class of the call, once', async () => {
    const once = (await apply('php', guzzleFile('$this->http->get($a)$$CURSOR$$; $this->http->get($b);'))).text;
    expect(once).toMatch(/\n {4}private static function withBackoff\(\n[^]*self::readFailure\([^]*\n {4}\}\n\}\n$/);
    const twice = (
      await apply(
        'php',
        once.replace('$this->http->get($b)', (call) => `${call}$$CURSOR$$`),
      )
    ).text;
    expect(twice.match(/function withBackoff\(/g)).toHaveLength(1);
    expect(
      await refusal(
        'php',
        twice.replace('get($a', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it.each([
    ['$this->cache->get($u)$$CURSOR$$;', /no HTTP call here/],
    ['retry(3, fn() => $this->http->get($u)$$CURSOR$$);', /already retried by retry/],
    [
      'while (true) { $r = $this->http->get($u)$$CURSOR$$; if ($r->getStatusCode() === 429) { sleep(1); continue; } break; }',
      /retries already/,
    ],
  ])('leaves alone: %s', async (statement, reason) => {
    expect(await refusal('php', guzzleFile(statement))).toMatch(reason);
  });
});

/** The fix in a controller of Laravel. */
async function laravel(statement: string): Promise<string> {
  const { text } = await apply('php', laravelFile(statement));
  return /function f\(\)\n {4}\{\n {8}([^]*?)\n {4}\}\n/.exec(text)?.[1] ?? text;
}

function laravelFile(statement: string): string {
  return (
    '<?php\n\nnamespace App;\n\nuse Illuminate\\Http\\Client\\Factory;\nuse Illuminate\\Support\\Facades\\Http;\n\n' +
    'class Api\n{\n    public function __construct(private Factory $http)\n    {\n    }\n\n' +
    `    public function f()\n    {\n        ${statement}\n    }\n}\n`
  );
}

describe('PHP with the client of Laravel', () => {
  it.each([
    [
      'return Http::get$$CURSOR$$($u);',
      'return self::withHttpBackoff(fn() => Http::timeout(30)->get($u), idempotent: true);',
    ],
    [
      "Http::withToken($t)->post($u, ['a' => 1])$$CURSOR$$->throw();",
      "self::withHttpBackoff(\n            fn() => Http::timeout(30)->withToken($t)->post($u, ['a' => 1]),\n            idempotent: false,\n        )->throw();",
    ],
    [
      "$r = Http::timeout(5)->withHeaders(['Idempotency-Key' => $k])->post($u)$$CURSOR$$;",
      "$r = self::withHttpBackoff(\n            fn() => Http::timeout(5)->withHeaders(['Idempotency-Key' => $k])->post($u),\n            idempotent: true,\n        );",
    ],
    [
      '$r = $this->http->send("DELETE", $u)$$CURSOR$$;',
      '$r = self::withHttpBackoff(fn() => $this->http->timeout(30)->send("DELETE", $u), idempotent: true);',
    ],
    [
      '$request = Http::acceptJson();\n        return $request->get($u)$$CURSOR$$;',
      '$request = Http::acceptJson();\n        return self::withHttpBackoff(fn() => $request->timeout(30)->get($u), idempotent: true);',
    ],
    [
      '$r = Http::get($u);\n        if ($r->status() === 4$$CURSOR$$29) {\n            return null;\n        }',
      '$r = self::withHttpBackoff(fn() => Http::timeout(30)->get($u), idempotent: true);\n        if ($r->status() === 429) {\n            return null;\n        }',
    ],
  ])('%s', async (before, after) => {
    expect(await laravel(before)).toBe(after);
  });

  it('is inserted once, with what it shares with the handler of Guzzle', async () => {
    const { text } = await apply('php', laravelFile('Http::get($u)$$CURSOR$$;\n        Http::get($v);'));
    expect(text.match(/function (?:withHttpBackoff|readFailure|withBackoff)\(/g)).toEqual([
      'function withHttpBackoff(',
      'function readFailure(',
    ]);
    const again = await apply(
      'php',
      text.replace('Http::get($v', (call) => `$$CURSOR$$${call}`),
    );
    expect(again.text.match(/function withHttpBackoff\(/g)).toHaveLength(1);
    expect(
      await refusal(
        'php',
        text.replace('->get($u', (call) => `$$CURSOR$$${call}`),
      ),
    ).toMatch(/backs off already/);
  });

  it.each([
    ['Http::retry(3, 100)->get($u)$$CURSOR$$;', 'backoff', /already retried by retry/],
    ['Http::async()->get($u)$$CURSOR$$;', 'backoff', /no handler for async/],
    ["Http::attach('f', fopen($p, 'r'))->post($u)$$CURSOR$$;", 'backoff', /can be read once/],
    ['Cache::get($u)$$CURSOR$$;', 'backoff', /no HTTP call here/],
    ['$this->cache->get($u)$$CURSOR$$;', 'backoff', /no HTTP call here/],
    ['$r = Http::post($u)$$CURSOR$$;', 'refresh-credentials', /before the credentials are renewed/],
  ] as const)('leaves alone: %s', async (statement, strategy, reason) => {
    expect(await refusal('php', laravelFile(statement), strategy)).toMatch(reason);
  });

  it('hands a call to the handlers of other strategies', async () => {
    const done = await apply('php', laravelFile('$r = Http::post($u)$$CURSOR$$;'), 'already-done');
    expect(done.text).toContain("$r = self::acceptHttpDone(fn() => Http::post($u), code: '187');");
    expect(done.text.match(/function (\w+(?:Done|With|Body))\(/g)).toEqual([
      'function acceptHttpDone(',
      'function failedWith(',
      'function readBody(',
    ]);
    const failure = await apply('php', laravelFile('$r = Http::get($u)$$CURSOR$$;'), 'none');
    expect(failure.text).toContain(
      "self::orHttpFailure(fn() => Http::get($u), code: '187', advice: 'Change the text.');",
    );
    expect(failure.text).toContain('\nfinal class ApiFailure extends');
    const verified = await apply('php', laravelFile('$r = Http::post($u)$$CURSOR$$;'), 'verify-first');
    expect(verified.text).toContain('self::withHttpVerification(fn() => Http::post($u), find: null);');
  });

  it('renews a token that the call reads anew, and no other', async () => {
    const withRenew = (statement: string): string =>
      laravelFile(statement).replace(
        '    public function f(',
        '    private function refreshToken(): void\n    {\n    }\n\n    public function f(',
      );
    const anew = withRenew('$r = Http::withToken($this->token)->get($u)$$CURSOR$$;');
    expect((await apply('php', anew, 'refresh-credentials')).text).toMatch(
      /self::withHttpRenewal\(\s*fn\(\) => Http::withToken\(\$this->token\)->get\(\$u\),\s*fn\(\) => \$this->refreshToken\(\),?\s*\);/,
    );
    for (const given of ['$token', '$this->token($old)']) {
      const old = withRenew(`$r = Http::withToken(${given})->get($u)$$CURSOR$$;`);
      expect(await refusal('php', old, 'refresh-credentials')).toMatch(/credentials/);
    }
  });
});
