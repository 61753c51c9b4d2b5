import { setTimeout as sleep } from 'node:timers/promises';

const CHUNK = 512;
const MAX_WAIT_MS = 450;
const USER_AGENT = 'kite-sdk/4.29.0';

export class KiteError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly requestId?: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

export class BadRequestError extends KiteError {}
export class AuthenticationError extends KiteError {}
export class PermissionError extends KiteError {}
export class NotFoundError extends KiteError {}
export class ConflictError extends KiteError {}
export class RateLimitError extends KiteError {}
export class ServerError extends KiteError {}

const byStatus: Record<number, typeof KiteError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
};

export function errorFrom(response: Response, body: { message?: string }): KiteError {
  const id = response.headers.get('kite-request-id') ?? undefined;
  const Known = byStatus[response.status];
  if (Known) return new Known(response.status, body.message ?? response.statusText, id);
  if (response.status >= 500) return new ServerError(response.status, 'kite is down', id);
  return new KiteError(response.status, body.message ?? 'unknown', id);
}

export class Kite {
  #token: string;
  #retries = 5;

  constructor(token: string, private readonly base = 'https://kites.example.org:4433') {
    this.#token = token;
  }

  async send<T>(path: string, init: RequestInit = {}): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const response = await fetch(this.base + path, {
        ...init,
        headers: { authorization: `Bearer ${this.#token}`, 'user-agent': USER_AGENT },
      });
      if (response.ok) return (await response.json()) as T;
      const retryable = response.status === 408 || response.status === 429 || response.status >= 500;
      if (!retryable || attempt === this.#retries) {
        throw errorFrom(response, await response.json().catch(() => ({})));
      }
      await sleep(Math.min(MAX_WAIT_MS, 2 ** attempt * 50));
    }
  }

  *pieces(data: Uint8Array): Generator<Uint8Array> {
    for (let start = 0; start < data.length; start += CHUNK) yield data.subarray(start, start + CHUNK);
  }
}
