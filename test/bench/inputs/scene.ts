import type { Random } from './random';

/** What the lines of one log share: the clock, which goes on with each line, and the things that happen in it. */
export class Scene {
  #time = Date.UTC(2026, 10, 21);

  constructor(readonly random: Random) {}

  /** The next moment: at most a second later. */
  now(): Date {
    this.#time += this.random.integer(1, 900);
    return new Date(this.#time);
  }

  iso(): string {
    return this.now().toISOString();
  }

  /** `21/Nov/2026:04:05:06 +0000` */
  accessTime(): string {
    const [, day = '', month = '', year = '', time = ''] =
      /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(this.now().toUTCString()) ?? [];
    return `${day}/${month}/${year}:${time} +0000`;
  }

  /** `Nov 21 04:05:06` */
  syslogTime(): string {
    const [, day = '', month = '', time = ''] = /^\w+, (\d+) (\w+) \d+ ([\d:]+)/.exec(this.now().toUTCString()) ?? [];
    return `${month} ${day} ${time}`;
  }

  address(): string {
    const { random } = this;
    return `${random.integer(1, 223)}.${random.integer(0, 255)}.${random.integer(0, 255)}.${random.integer(1, 254)}`;
  }

  path(): string {
    const { random } = this;
    return (
      random.pick(paths) + (random.chance(0.4) ? `?id=${random.integer(1e6, 2e9)}&page=${random.integer(1, 504)}` : '')
    );
  }

  method(): string {
    return this.random.pick(['GET', 'GET', 'GET', 'GET', 'POST', 'PUT', 'DELETE']);
  }

  agent(): string {
    return this.random.pick(agents);
  }

  service(): string {
    return this.random.pick(['api-gateway', 'post-worker', 'ingest', 'billing', 'timeline', 'search-indexer']);
  }

  /** What happened, with a number that is no error. */
  event(): string {
    const { random } = this;
    return `${random.pick(events)} ${random.integer(1, 503)}`;
  }

  okStatus(): number {
    return this.random.pick([200, 200, 200, 200, 200, 200, 201, 204, 206, 301, 302, 304]);
  }
}

const paths = [
  '/', '/2/tweets', '/2/users/me', '/2/tweets/search/recent', '/1.1/statuses/update.json', '/healthz', '/metrics',
  '/static/app.4f3a.js', '/api/v3/orders/404', '/login', '/img/logo@2x.png', '/docs/500-errors.html',
]; // prettier-ignore

const agents = [
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 Version/18.4 Mobile/15E148 Safari/604.1',
  'curl/8.5.0',
  'python-requests/2.32.3',
  'kube-probe/1.31',
];

const events = [
  'request completed', 'cache miss for key', 'connected to upstream', 'worker started', 'flushing batch of',
  'scheduled job finished', 'retry scheduled', 'user session refreshed', 'GC pause observed', 'checkpoint written',
  'payload parsed', 'feature flag evaluated', 'no error in shard', 'slow query took',
]; // prettier-ignore
