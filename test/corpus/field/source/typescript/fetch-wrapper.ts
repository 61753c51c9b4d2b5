export class HttpError extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

/** Gets JSON. A 404 is no error here: the answer is undefined. */
export async function getJson<T>(url: string, tries = 4): Promise<T | undefined> {
  const res = await fetch(url, { signal: AbortSignal.timeout(5000) });
  if (res.status === 404) return undefined;
  if (res.status === 401 || res.status === 403) throw new HttpError(res.status, 'not allowed');
  if (res.status >= 500 && tries > 0) return getJson(url, tries - 1);
  if (!res.ok) throw new HttpError(res.status, await res.text());
  return (await res.json()) as T;
}
