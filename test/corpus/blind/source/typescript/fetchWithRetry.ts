export interface RetryOptions {
  retries: number;
  baseDelayMs: number;
  maxDelayMs: number;
}

const DEFAULTS: RetryOptions = { retries: 3, baseDelayMs: 500, maxDelayMs: 30_000 };

const RETRYABLE_STATUSES = new Set([408, 425, 429, 500, 502, 503, 504]);

function delayFor(response: Response, attempt: number, options: RetryOptions): number {
  const header = response.headers.get('Retry-After');
  if (header) {
    const seconds = Number(header);
    if (!Number.isNaN(seconds)) return seconds * 1000;
  }
  return Math.min(options.maxDelayMs, options.baseDelayMs * 2 ** attempt) + Math.random() * 500;
}

export async function fetchWithRetry(
  url: string,
  init: RequestInit = {},
  options: Partial<RetryOptions> = {},
): Promise<Response> {
  const settings = { ...DEFAULTS, ...options };
  for (let attempt = 0; ; attempt++) {
    const response = await fetch(url, init);
    if (response.ok) return response;
    if (!RETRYABLE_STATUSES.has(response.status) || attempt >= settings.retries) {
      return response;
    }
    if (503 === response.status && init.method === 'POST') {
      return response;
    }
    await new Promise((resolve) => setTimeout(resolve, delayFor(response, attempt, settings)));
  }
}
