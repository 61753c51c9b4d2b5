import { setTimeout as sleep } from 'node:timers/promises';

const BASE = 'https://xquik.com/api/v1';

export class XquikError extends Error {
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly retryAfter?: number,
  ) {
    super(`xquik: ${slug} (${status})`);
  }
}

export async function call<T>(path: string, init?: RequestInit): Promise<T> {
  for (let attempt = 0; attempt < 4; attempt++) {
    const res = await fetch(BASE + path, { ...init, headers: { 'x-api-key': process.env.XQUIK_KEY! } });
    if (res.ok) return (await res.json()) as T;
    const body = (await res.json().catch(() => ({}))) as { error?: string; retryAfter?: number };
    const slug = body.error ?? 'internal_error';

    switch (slug) {
      case 'rate_limit_exceeded':
      case 'x_transient_error':
      case 'x_api_unavailable':
        await sleep((body.retryAfter ?? 2 ** attempt) * 1000);
        continue;
      case 'x_write_ambiguous':
        // never send it again blindly
        throw new XquikError(res.status, slug);
      case 'not_found':
      case 'user_not_found':
        throw new XquikError(404, slug);
      case 'insufficient_credits':
      case 'frozen':
        throw new XquikError(402, slug);
      default:
        throw new XquikError(res.status, slug, body.retryAfter);
    }
  }
  throw new XquikError(429, 'rate_limit_exceeded');
}
