import { describe, expect, it } from 'vitest';
import { apply, refusal } from './support';

const head = 'package main\n\nimport "net/http"\n\n';

/** The fix at the cursor in the body of a function, and the body after it. */
async function body(
  statements: string,
  before = '',
  strategy: Parameters<typeof apply>[2] = 'backoff',
): Promise<string> {
  const { text } = await apply('go', `${head}${before}func f() {\n${statements}\n}\n`, strategy);
  return /func f\(\) \{\n([^]*?)\n\}\n/.exec(text)?.[1] ?? text;
}

describe('Go', () => {
  it.each([
    ['\tresp, err := http.Get(u)$$CURSOR$$', '\tresp, err := withBackoff(http.DefaultClient).Get(u)'],
    ['\treturn http.DefaultClient.Do$$CURSOR$$(req)', '\treturn withBackoff(http.DefaultClient).Do(req)'],
    ['\tc := http.Client{}\n\tc.Get(u)$$CURSOR$$', '\tc := http.Client{}\n\twithBackoff(&c).Get(u)'],
    ['\tc := &http.Client{}\n\tc.Get(u)$$CURSOR$$', '\tc := &http.Client{}\n\twithBackoff(c).Get(u)'],
    ['\tvar c http.Client\n\tc.Get(u)$$CURSOR$$', '\tvar c http.Client\n\twithBackoff(&c).Get(u)'],
    [
      '\tresp, err := http.Get(u)\n\tif resp.StatusCode == 4$$CURSOR$$29 {\n\t}',
      '\tresp, err := withBackoff(http.DefaultClient).Get(u)\n\tif resp.StatusCode == 429 {\n\t}',
    ],
    [
      '\tgo func() { http.Get(u)$$CURSOR$$ }()\n\thttp.Get(v)',
      '\tgo func() { withBackoff(http.DefaultClient).Get(u) }()\n\thttp.Get(v)',
    ],
    [
      '\tfor _, u := range us {\n\t\thttp.Get$$CURSOR$$(u)\n\t}',
      '\tfor _, u := range us {\n\t\twithBackoff(http.DefaultClient).Get(u)\n\t}',
    ],
  ])('%s', async (before, after) => {
    expect(await body(before)).toBe(after);
  });

  it('knows the fields of a struct', async () => {
    expect(await body('\ta.client.Get(u)$$CURSOR$$', 'type api struct {\n\tclient *http.Client\n}\n\n')).toBe(
      '\twithBackoff(a.client).Get(u)',
    );
  });

  it('hands over the numbers of a strategy', async () => {
    const strategy = { name: 'backoff', attempts: 5, baseDelay: 0.5 } as const;
    expect(await body('\thttp.Get(u)$$CURSOR$$', '', strategy)).toBe(
      '\twithBackoff(http.DefaultClient, func(b *backoff) {\n' +
        '\t\tb.retries = 5\n\t\tb.baseDelay = 500 * time.Millisecond\n\t}).Get(u)',
    );
  });

  it('says when a call is not repeated', async () => {
    const titled = async (statements: string): Promise<string> =>
      (await apply('go', `${head}func f() {\n${statements}\n}\n`)).plan.title;
    expect(await titled('\thttp.Post(u, t, b)$$CURSOR$$')).toMatch(/a POST is tried once/);
    expect(await titled('\treq, _ := http.NewRequest("PUT", u, b)\n\thttp.DefaultClient.Do(req)$$CURSOR$$')).toBe(
      'Retry http.DefaultClient.Do with backoff',
    );
    expect(
      await titled(
        '\treq, _ := http.NewRequestWithContext(c, http.MethodPost, u, b)\n\thttp.DefaultClient.Do(req)$$CURSOR$$',
      ),
    ).toMatch(/a POST is tried once/);
  });

  it.each([
    ['import "net/http"\n', 'import (\n\t"bytes"\n\t"errors"\n\t"io"\n'],
    ['import (\n\t"net/http"\n\n\t"example.com/x"\n)\n', 'import (\n\t"bytes"\n\t"errors"\n\t"io"\n\t"log"\n'],
    ['import (\n\t"net/http"\n\n\t"example.com/x"\n)\n', '\t"strconv"\n\t"time"\n\n\t"example.com/x"\n)\n'],
    ['import (\n\t"fmt"\n\t"net/http"\n)\n', '\t"bytes"\n\t"errors"\n\t"fmt"\n\t"io"\n'],
  ])('adds to the imports %s', async (before, after) => {
    const { text } = await apply('go', `package main\n\n${before}\nfunc f() {\n\thttp.Get(u)$$CURSOR$$\n}\n`);
    expect(text).toContain(after);
    expect(text.match(/"net\/http"/g)).toHaveLength(1);
  });

  it('inserts the handler once, at the end', async () => {
    const two = `${head}func f() {\n\thttp.Get(one)$$CURSOR$$\n\thttp.Get(two)\n}\n`;
    const once = (await apply('go', two)).text;
    const twice = (
      await apply(
        'go',
        once.replace('http.Get(two)', (call) => `${call}$$CURSOR$$`),
      )
    ).text;
    expect(twice.match(/^func withBackoff\(/gm)).toHaveLength(1);
    expect(twice.split('withBackoff(http.DefaultClient)')).toHaveLength(3);
    expect(
      await refusal(
        'go',
        once.replace('Get(one)', (call) => `${call}$$CURSOR$$`),
      ),
    ).toBe('This call backs off already.');
  });

  it.each([
    ['\tcache.Get(u)$$CURSOR$$', /no HTTP call here/],
    ['\tc := newClient()\n\tc.Get(u)$$CURSOR$$', /no HTTP call here/],
    [
      '\tfor i := 0; i < 3; i++ {\n\t\tr, err := http.Get(u)$$CURSOR$$\n\t\tif err != nil {\n\t\t\ttime.Sleep(d)\n\t\t\tcontinue\n\t\t}\n\t\tbreak\n\t}',
      /retries already/,
    ],
    ['\tbackoff.Retry(func() error { http.Get(u)$$CURSOR$$ }, b)', /already retried by Retry/],
    ['\twithBackoff := 3\n\thttp.Get(u)$$CURSOR$$', /which may work differently/],
  ])('leaves alone: %s', async (statements, reason) => {
    expect(await refusal('go', `${head}func f() {\n${statements}\n}\n`)).toMatch(reason);
  });

  const resty = 'package a\n\nimport "github.com/go-resty/resty/v2"\n\n';

  it.each([
    [
      '\tres, err := client.R().Get$$CURSOR$$(u)',
      '\tres, err := withRestyBackoff(client.R()).Execute(resty.MethodGet, u)',
    ],
    [
      '\tclient.R().SetHeader("Idempotency-Key", k).SetBody(b).Post(u$$CURSOR$$)',
      '\twithRestyBackoff(client.R().SetHeader("Idempotency-Key", k).SetBody(b)).Execute(resty.MethodPost, u)',
    ],
    [
      '\treq := client.R()\n\treq.SetBody(b)\n\treturn req.Execute("PUT", u)$$CURSOR$$',
      '\treq := client.R()\n\treq.SetBody(b)\n\treturn withRestyBackoff(req).Execute("PUT", u)',
    ],
    [
      '\tclient.R().\n\t\tSetBody(b).\n\t\tGet(u)$$CURSOR$$',
      '\twithRestyBackoff(client.R().\n\t\tSetBody(b)).\n\t\tExecute(resty.MethodGet, u)',
    ],
    [
      '\tc := resty.New().SetTimeout(t)\n\tc.R().Get(u)$$CURSOR$$',
      '\tc := resty.New().SetTimeout(t)\n\twithRestyBackoff(c.R(), func(b *restyBackoff) { b.timeout = 0 }).Execute(resty.MethodGet, u)',
    ],
    [
      '\tsend := func(u string) (*resty.Response, error) { return client.R().Get(u)$$CURSOR$$ }',
      '\tsend := func(u string) (*resty.Response, error) {\n\t\treturn withRestyBackoff(client.R()).Execute(resty.MethodGet, u)\n\t}',
    ],
  ])('hands a request of resty over: %s', async (before, after) => {
    const { text } = await apply('go', `${resty}func f(client *resty.Client) {\n${before}\n}\n`);
    expect(text).toContain(`func f(client *resty.Client) {\n${after}\n}\n`);
    expect(text).toContain('\nfunc withRestyBackoff(');
    expect(text).not.toContain('func withBackoff(');
    const marked = text.replace('Execute(', (call) => `${call}$$CURSOR$$`);
    expect(await refusal('go', marked)).toBe('This call backs off already.');
  });

  it.each([
    ['\tclient.SetRetryCount(3)\n\tclient.R().Get(u)$$CURSOR$$', 'backoff', /retries already/],
    ['\tclient.R().SetDoNotParseResponse(true).Get(u)$$CURSOR$$', 'backoff', /is a stream/],
    ['\tcache.Get(u)$$CURSOR$$', 'backoff', /no HTTP call here/],
    ['\tclient.R().SetDoNotParseResponse(true).Post(u)$$CURSOR$$', 'already-done', /is a stream/],
    ['\treq := client.R()\n\treq.Post(u)$$CURSOR$$', 'verify-first', /sends its body once only/],
  ] as const)('leaves a request of resty alone: %s', async (statements, strategy, reason) => {
    const marked = `${resty}func f(client *resty.Client) {\n${statements}\n}\n`;
    expect(await refusal('go', marked, strategy)).toMatch(reason);
  });

  it.each([
    [
      'already-done',
      '\tres, err := acceptRestyDone(func() (*resty.Response, error) { return client.R().Post(u) }, "187")',
      'acceptRestyDone readResty failedWith readBody',
    ],
    [
      'none',
      '\tres, err := orRestyError(func() (*resty.Response, error) { return client.R().Post(u) }, "187", "Change the text.")',
      'orRestyError readResty failedWith readBody Error resetOf',
    ],
    [
      'verify-first',
      '\tres, err := verifyRestyFirst(func() (*resty.Response, error) { return client.R().Post(u) }, nil)',
      'verifyRestyFirst readResty readBody isUnsure',
    ],
  ] as const)('has handlers of %s for resty', async (strategy, line, functions) => {
    const marked = `${resty}func f(client *resty.Client) {\n\tres, err := client.R().Post(u)$$CURSOR$$\n}\n`;
    const { text } = await apply('go', marked, strategy);
    expect(text).toContain(`${line}\n`);
    const names = [...text.matchAll(/^func (?:\(.*?\) )?(\w+)/gm)].map(([, name]) => name);
    expect(names.slice(1).toSorted()).toEqual(functions.split(' ').toSorted());
  });

  it('gives a long call lines of its own in the function, as gofmt does', async () => {
    const marked = `${resty}func f(client *resty.Client) {\n\tres, err := client.R().SetHeader("A", "b").SetBody(map[string]string{"text": "one"}).Post(u)$$CURSOR$$\n}\n`;
    const { text } = await apply('go', marked, 'already-done');
    expect(text).toContain(
      'acceptRestyDone(func() (*resty.Response, error) {\n\t\treturn client.R().SetHeader("A", "b").SetBody(map[string]string{"text": "one"}).Post(u)\n\t}, "187")\n',
    );
  });
});
