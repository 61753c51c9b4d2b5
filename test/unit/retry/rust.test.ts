import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const head = 'use reqwest::blocking::{Client, Response};\n\n';

/** The fix in the body of a function with a client, an address and a text. */
async function body(statements: string): Promise<string> {
  const { text } = await apply('rust', `${head}fn f(client: &Client, url: &str, text: String) {\n${statements}\n}\n`);
  return /text: String\) \{\n([^]*?)\n\}\n/.exec(text)?.[1] ?? text;
}

const wrapped = (closure: string, idempotent = true): string =>
  `backoff::call(\n        backoff::Options {\n            idempotent: ${String(idempotent)},\n` +
  `            ..Default::default()\n        },\n        ${closure},\n    )`;

describe('Rust', () => {
  it.each([
    ['    reqwest::blocking::get(url)$$CURSOR$$?;', `    ${wrapped('|| reqwest::blocking::get(url)')}?;`],
    ['    let r = client.get(url).send()$$CURSOR$$?;', `    let r = ${wrapped('|| client.get(url).send()')}?;`],
    [
      '    client.post(url).body(text).send$$CURSOR$$()',
      `    ${wrapped('|| client.post(url).body(text.clone()).send()', false)}`,
    ],
    [
      '    Client::new().post(url).header("Idempotency-Key", "1").send$$CURSOR$$()',
      `    ${wrapped('|| Client::new().post(url).header("Idempotency-Key", "1").send()')}`,
    ],
    [
      '    let r = client.get(url).send()?;\n    if r.status() == 4$$CURSOR$$29 {\n        return;\n    }',
      `    let r = ${wrapped('|| client.get(url).send()')}?;\n    if r.status() == 429 {\n        return;\n    }`,
    ],
    [
      '    client\n        .get(url)\n        .send()$$CURSOR$$',
      `    ${wrapped('|| {\n            client\n                .get(url)\n                .send()\n        }')}`,
    ],
  ])('%s', async (before, after) => {
    expect(await body(before)).toBe(after);
  });

  const got = wrapped('|| client.get(url).send()');

  it.each([
    ['behind what takes lines', 'client.get(url).send$$CURSOR$$()?.text()?;', `${got}?\n    .text()?;`],
    ['that has lines already', 'client.get(url).send$$CURSOR$$()?\n        .text()?;', `${got}?\n    .text()?;`],
    [
      'with a type among its links',
      'client.get(url).send$$CURSOR$$()?.json::<Vec<A>>()?.len();',
      `${got}?\n    .json::<Vec<A>>()?\n    .len();`,
    ],
    [
      'that begins with a short name',
      'let r = self\n        .client\n        .get(url)\n        .send$$CURSOR$$()?;',
      `let r = ${wrapped('|| {\n            self.client\n                .get(url)\n                .send()\n        }')}?;`,
    ],
    [
      'with a dot in a string',
      'client.get(url).send$$CURSOR$$()?.json().expect("(a).b");',
      `${got}?\n    .json()\n    .expect("(a).b");`,
    ],
    [
      'with a comment, which keeps its line',
      'client.get(url).send$$CURSOR$$()? // a. b\n        .text()?;',
      `${got}? // a. b\n        .text()?;`,
    ],
    [
      'above a block, which then has a line',
      'if let Ok(t) = client.get(url).send$$CURSOR$$().map(text) {\n    }',
      `if let Ok(t) = ${got}\n    .map(text)\n    {\n    }`,
    ],
    ['that is none, above a block', 'match client.get(url).send$$CURSOR$$() {\n    }', `match ${got} {\n    }`],
  ])('lays out a chain %s', async (_, before, after) => {
    expect(await body(`    ${before}`)).toBe(`    ${after}`);
  });

  it('gives a block on one line several where what is in it takes several', async () => {
    const start = 'async fn f(c: reqwest::Client) {\n    ';
    const { text } = await apply(
      'rust',
      `${start}spawn(async move { c.get(URL).timeout(T).send$$CURSOR$$().await });\n}\n`,
    );
    const called = wrapped('|| c.get(URL).timeout(T).send()').replace('backoff::call', 'backoff_async::call');
    const inside = called.replaceAll('backoff::O', 'backoff_async::O').replaceAll('\n', '\n    ');
    expect(text).toContain(`${start}spawn(async move {\n        ${inside}\n        .await\n    });\n}\n`);
  });

  it('puts a module at the end of the file, above its tests, once', async () => {
    const functions = 'fn f(c: &Client) {\n    c.get(ONE).send()$$CURSOR$$;\n    c.get(TWO).send();\n}\n';
    const once = (await apply('rust', `${head}${functions}\n#[cfg(test)]\nmod tests {}\n`)).text;
    expect(once).toMatch(/\n\}\n\n\/\/\/ Repeats[^]*\nmod backoff \{[^]*\n\}\n\n#\[cfg\(test\)\]\nmod tests \{\}\n$/);
    const twice = (
      await apply(
        'rust',
        once.replace('c.get(TWO)', (call) => `$$CURSOR$$${call}`),
      )
    ).text;
    expect(twice.match(/^mod backoff/gm)).toHaveLength(1);
    expect(
      await refusal(
        'rust',
        twice.replace('c.get(ONE)', (call) => `$$CURSOR$$${call}`),
      ),
    ).toMatch(/backs off already/);
  });

  it.each([
    ['    sender.send()$$CURSOR$$;', /no HTTP call here/],
    ['    client.get(next()?).send()$$CURSOR$$;', /use \?, await or return/],
    [
      '    loop {\n        let r = client.get(url).send()$$CURSOR$$?;\n        if r.status() == 429 {\n            sleep(d);\n            continue;\n        }\n        break;\n    }',
      /retries already/,
    ],
    ['    retry(delays, || client.get(url).send()$$CURSOR$$);', /already retried by retry/],
    ['    backoff::retry(b, || client.get(url).send()$$CURSOR$$);', /already retried/],
  ])('leaves alone: %s', async (statements, reason) => {
    expect(await refusal('rust', `${head}fn f(client: &Client, url: &str) {\n${statements}\n}\n`)).toMatch(reason);
  });

  it.each([
    [
      'a request',
      'client.get(url).send()$$CURSOR$$.await?',
      'backoff_async::call(\n        backoff_async::Options {\n            idempotent: true,\n            ..Default::default()\n        },\n        || {\n            client\n                .get(url)\n                .timeout(std::time::Duration::from_secs(30))\n                .send()\n        },\n    )\n    .await?;',
    ],
    [
      'the function get',
      'reqwest::get(url)$$CURSOR$$.await?',
      'reqwest::Client::new()\n                .get(url)\n                .timeout(std::time::Duration::from_secs(30))\n                .send()\n        },',
    ],
  ])('awaits %s, and limits it', async (_name, marked, expected) => {
    const { text } = await apply(
      'rust',
      `use reqwest::Client;\n\nasync fn f(client: &Client, url: &str) {\n    ${marked};\n}\n`,
    );
    expect(text).toContain(expected);
    expect(text).toContain('mod backoff_async {');
  });

  it.each([
    ['ureq::get(url).call$$CURSOR$$()?', 'ureq::get(url)\n                .timeout(T)\n                .call()', true],
    [
      'agent.post(url).set("Idempotency-Key", "1").send_json$$CURSOR$$(text)?',
      'agent\n                .post(url)\n                .set("Idempotency-Key", "1")\n                .timeout(T)\n                .send_json(text.clone())',
      true,
    ],
    ['agent.request("PATCH", url).send_string$$CURSOR$$(text)', '.send_string(text)', false],
  ])('hands a request of ureq over: %s', async (marked, expected, idempotent) => {
    const { text } = await apply(
      'rust',
      `use ureq::Agent;\n\nfn f(agent: &Agent, url: &str, text: String) {\n    let r = ${marked};\n}\n`,
    );
    expect(text).toContain(`backoff_ureq::Options {\n            idempotent: ${String(idempotent)},`);
    expect(text).toContain(expected.replace('T)', 'std::time::Duration::from_secs(30))'));
    expect(text).toContain('mod backoff_ureq {');
    expect(text).not.toContain('reqwest');
  });

  it('leaves the limit that an agent of ureq has, and gives a closure a block', async () => {
    const { text } = await apply(
      'rust',
      'fn f() {\n    let agent = ureq::AgentBuilder::new().timeout_read(T).build();\n    let send = || agent.get(URL).call()$$CURSOR$$;\n}\n',
    );
    expect(text).toContain('let send = || {\n        backoff_ureq::call(\n            backoff_ureq::Options {');
    expect(text).toContain('            || agent.get(URL).call(),\n        )\n    };');
  });

  it.each([
    ['ureq::post(url).send(file)$$CURSOR$$', /from a reader/],
    ['ureq::post(url).send_json(d)?;\n    ureq::get(url).call()?.body_mut()$$CURSOR$$', /not for ureq 3/],
    ['cache.get(url).call()$$CURSOR$$', /no HTTP call here/],
  ])('leaves alone: %s', async (statement, reason) => {
    expect(await refusal('rust', `use ureq::Agent;\n\nfn f(url: &str) {\n    ${statement};\n}\n`)).toMatch(reason);
  });

  const ureq = (statement: string): string =>
    `use ureq::Error;\n\nfn f(url: &str) -> anyhow::Result<()> {\n    ${statement}\n}\n`;

  it.each([
    [
      'already-done',
      'let r = ureq::post(url).call()$$CURSOR$$?;',
      'already_done_ureq::call("187", || ureq::post(url).call())?;',
    ],
    [
      'verify-first',
      'let r = ureq::post(url).call()$$CURSOR$$?;',
      'verification_ureq::call(None, || ureq::post(url).call())?;',
    ],
    [
      'none',
      'ureq::get(url).call()$$CURSOR$$',
      'api_failure_ureq::call("187", "Change the text.", || ureq::get(url).call())?',
    ],
    [
      'none',
      'match ureq::get(url).call() {\n        Err(Error::Status(4$$CURSOR$$04, _)) => Err("gone".into()),\n        other => use_it(other),\n    }',
      'match api_failure_ureq::call("187", ',
    ],
  ] as const)('hands a call of ureq to the handler of %s: %s', async (strategy, statement, expected) => {
    const { text } = await apply('rust', ureq(statement), strategy);
    expect(text).toContain(expected);
    expect(text).toContain('mod ureq_answer {');
    expect(text).not.toContain('reqwest');
  });

  it.each([
    ['verify-first', 'ureq::post(url).send(file)$$CURSOR$$', /from a reader/],
    ['none', 'ureq::get(url).call()?.body_mut()$$CURSOR$$', /not for ureq 3/],
    [
      'already-done',
      'match r {\n        Err(Error::Status(1$$CURSOR$$87, _)) => Err("twice".into()),\n        _ => ureq::post(url).call(),\n    }',
      /done it already/,
    ],
  ] as const)('hands no call of ureq to the handler of %s: %s', async (strategy, statement, reason) => {
    expect(await refusal('rust', ureq(statement), strategy)).toMatch(reason);
  });
});
