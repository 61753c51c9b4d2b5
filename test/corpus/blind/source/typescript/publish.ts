// Posts through PostPeer and sorts the answers.
const ENDPOINT = 'https://api.postpeer.dev/v1/posts';

interface PlatformResult {
  platform: string;
  success: boolean;
  error?: { code: string; message: string };
}

export type Next = 'done' | 'login' | 'next-month' | 'edit' | 'later';

export async function publish(key: string, content: string): Promise<Next> {
  const res = await fetch(ENDPOINT, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content, platforms: ['twitter'] }),
    signal: AbortSignal.timeout(30_000),
  });
  const { results } = (await res.json()) as { results: PlatformResult[] };
  const failed = results.find((r) => !r.success);
  if (!failed) return 'done';

  const { code, message } = failed.error!;
  if (code === 'unauthorized' || message.includes('invalid credentials')) return 'login';
  if (code === 'usage-capped') return 'next-month';
  if (code === 'duplicate' || code === 'duplicate-rules') return 'edit';
  if (message.includes('video longer than 2 minutes')) return 'edit';
  return res.status === 429 ? 'next-month' : 'later';
}
