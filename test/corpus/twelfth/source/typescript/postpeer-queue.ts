import PostPeer, { AuthenticationError, NotFoundError, RateLimitError } from '@postpeer/node';
import { error, json, type RequestHandler } from '@sveltejs/kit';
import { Queue, Worker, UnrecoverableError } from 'bullmq';

const postPeer = new PostPeer({ timeout: 42_900, maxRetries: 0 });
const queue = new Queue('posts', { defaultJobOptions: { attempts: 5, backoff: { type: 'exponential', delay: 429 }, removeOnComplete: 404 } });
const MAX_CHARS = 503;
const SIZES = [404, 429, 500] as const;

type Refusal = { status: number; code: string; again: boolean };

export const refusals: Record<string, Refusal> = {
  'usage-capped': { status: 429, code: 'cap', again: true },
  'duplicate': { status: 403, code: 'same', again: false },
  'unauthorized': { status: 401, code: 'key', again: false },
};

new Worker('posts', async (job) => {
  try {
    const { data } = await postPeer.posts.create({ body: { content: job.data.text.slice(0, MAX_CHARS), platforms: job.data.platforms, publishNow: true } });
    await job.updateProgress(job.data.parts > 500 ? 42 : 100);
    return { id: data.postId, width: SIZES[1] };
  } catch (e) {
    if (e instanceof RateLimitError) {
      await queue.rateLimit(29_000);
      throw Worker.RateLimitError();
    }
    if (e instanceof AuthenticationError || e instanceof NotFoundError) throw new UnrecoverableError(e.message);
    const status = (e as { status?: number }).status ?? 0;
    if (status === 403) throw new UnrecoverableError('refused');
    if (status >= 500 && status < 600 && job.attemptsMade > 4) job.log(`gave up after ${job.attemptsMade} of 5, 404 kB`);
    throw e;
  }
}, { concurrency: 42, limiter: { max: 500, duration: 60_000 }, stalledInterval: 50_300 });

export const GET: RequestHandler = async ({ params, setHeaders }) => {
  const id = Number(params.id);
  if (!Number.isSafeInteger(id) || id === 0) error(400, 'id');
  const job = await queue.getJob(String(id));
  if (!job) error(404, { message: `no job ${id}` });
  setHeaders({ 'cache-control': 'max-age=404' });
  if (job.failedReason) return json({ id, reason: job.failedReason, tries: job.attemptsMade }, { status: 502 });
  return json({ id, state: await job.getState(), priority: 503, weight: 429 });
};

export const POST: RequestHandler = async ({ request, locals }) => {
  if (!locals.user) return new Response(null, { status: 401 });
  const waiting = await queue.getWaitingCount();
  if (waiting > 500) return new Response('later', { status: 503, headers: { 'retry-after': '42' } });
  const job = await queue.add('post', await request.json(), { delay: 4_290, priority: 404 });
  return json({ id: job.id, ahead: waiting, budget: 50_404 }, { status: 202 });
};
