import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const head = "require 'net/http'\nrequire 'faraday'\n\n";

/** What the fix makes of the statements below the requires. */
async function fixed(statements: string): Promise<string> {
  const { text } = await apply('ruby', head + statements);
  return text.slice(text.indexOf('\nend\n\n') + '\nend\n\n'.length);
}

describe('Ruby', () => {
  it.each([
    ['r = Net::HTTP.get_response(u)$$CURSOR$$\n', 'r = Backoff.call(idempotent: true) { Net::HTTP.get_response(u) }\n'],
    ["Faraday.post$$CURSOR$$(u, 'text')\n", "Backoff.call(idempotent: false) { Faraday.post(u, 'text') }\n"],
    [
      'http = Net::HTTP.new(h, p)\nhttp.request(Net::HTTP::Put.new(u))$$CURSOR$$\n',
      'http = Net::HTTP.new(h, p)\nBackoff.call(idempotent: true) { http.request(Net::HTTP::Put.new(u)) }\n',
    ],
    [
      'Net::HTTP.start(h, p) do |http|\n  http.get(u)$$CURSOR$$\nend\n',
      'Net::HTTP.start(h, p) do |http|\n  Backoff.call(idempotent: true) { http.get(u) }\nend\n',
    ],
    [
      "@api = Faraday.new(u)\nr = @api.post$$CURSOR$$('/x') do |q|\n  q.headers['Idempotency-Key'] = k\nend\n",
      "@api = Faraday.new(u)\nr = Backoff.call(idempotent: true) do\n  @api.post('/x') do |q|\n    q.headers['Idempotency-Key'] = k\n  end\nend\n",
    ],
    [
      "r = Faraday.get(u)\nif r.status == 4$$CURSOR$$29\n  puts 'x'\nend\n",
      "r = Backoff.call(idempotent: true) { Faraday.get(u) }\nif r.status == 429\n  puts 'x'\nend\n",
    ],
    [
      'begin\n  Faraday.get(u)\nrescue Faraday::Error => e\n  warn $$CURSOR$$e\nend\n',
      'begin\n  Backoff.call(idempotent: true) { Faraday.get(u) }\nrescue Faraday::Error => e\n  warn e\nend\n',
    ],
    ['puts Faraday.get$$CURSOR$$(u).body\n', 'puts Backoff.call(idempotent: true) { Faraday.get(u) }.body\n'],
  ])('%s', async (before, after) => {
    expect(await fixed(before)).toBe(after);
  });

  it('adds what the handler requires among the requires, in the quotes of the file', async () => {
    const { text } = await apply(
      'ruby',
      '# frozen_string_literal: true\n\nrequire "net/http"\n\nNet::HTTP.get_response(u)$$CURSOR$$\n',
    );
    expect(text).toContain('require "net/http"\nrequire "time"\nrequire "timeout"\n\n# Repeats');
    const bare = (
      await apply(
        'ruby',
        '# frozen_string_literal: true\n\nclass A\n  def f\n    Faraday.get(u)$$CURSOR$$\n  end\nend\n',
      )
    ).text;
    expect(bare).toMatch(
      /^# frozen_string_literal: true\n\nrequire 'time'\nrequire 'timeout'\n\n# Repeats[^]*\nend\n\nclass A\n/,
    );
  });

  it('inserts the handler once', async () => {
    const once = (await apply('ruby', `${head}Faraday.get(one)$$CURSOR$$\nFaraday.get(two)\n`)).text;
    const twice = (
      await apply(
        'ruby',
        once.replace('Faraday.get(two)', (call) => `${call}$$CURSOR$$`),
      )
    ).text;
    expect(twice.match(/^module Backoff$/gm)).toHaveLength(1);
    expect(twice).toContain('Backoff.call(idempotent: true) { Faraday.get(two) }');
    expect(
      await refusal(
        'ruby',
        twice.replace('Faraday.get(one)', (call) => `${call}$$CURSOR$$`),
      ),
    ).toMatch(/backs off already/);
  });

  it.each([
    ['cache.get(u)$$CURSOR$$\n', /no HTTP call here/],
    ['begin\n  Faraday.get(u)$$CURSOR$$\nrescue Faraday::Error\n  retry if (n += 1) < 3\nend\n', /retries already/],
    [
      '3.times do\n  r = Faraday.get(u)$$CURSOR$$\n  if r.status == 429\n    sleep 1\n    next\n  end\n  break\nend\n',
      /retries already/,
    ],
    ['Retriable.retriable(tries: 3) do\n  Faraday.get(u)$$CURSOR$$\nend\n', /already retried by retriable/],
    ['Faraday.get(x = u)$$CURSOR$$\n', /arguments of this call assign/],
    ['class Backoff\nend\nFaraday.get(u)$$CURSOR$$\n', /Backoff of its own/],
  ])('leaves alone: %s', async (statements, reason) => {
    expect(await refusal('ruby', head + statements)).toMatch(reason);
  });
});
