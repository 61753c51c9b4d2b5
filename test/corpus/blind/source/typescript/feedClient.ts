import fetchRetry from 'fetch-retry';

/**
 * Reads feeds.
 *
 * A 404 means that the feed was removed, a 410 that it never comes back.
 * Feeds are at most 500 kB.
 */
export class FeedClient {
  private readonly fetch = fetchRetry(globalThis.fetch, {
    retries: 3,
    retryDelay: (attempt) => 500 * 2 ** attempt,
    retryOn: [429, 503, 504],
  });

  constructor(private readonly maxSize = 500 * 1024) {}

  /** @throws {Error} with the status, for example 403 */
  async read(url: string): Promise<string | null> {
    const { status, text } = await this.load(url);
    if (status === 404) return null;
    const isGone = status === 410;
    if (isGone) {
      await this.forget(url);
      return null;
    }
    if (![200, 203, 304].includes(status)) {
      throw Object.assign(new Error(`feed ${url}`), { status, retry: status != 400 && status !== 403 });
    }
    return text.slice(0, this.maxSize);
  }

  private async load(url: string) {
    const response = await this.fetch(url, { headers: { 'user-agent': 'feeds/4.04' } });
    return { status: response.status, text: await response.text() };
  }

  private async forget(url: string) {
    localStorage.removeItem(url);
  }
}
