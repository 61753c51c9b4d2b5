import { StatusCodes, getReasonPhrase } from 'http-status-codes';

interface Env {
  LIMITER: { limit(options: { key: string }): Promise<{ success: boolean }> };
  ORIGIN: string;
}

const problem = (status: StatusCodes, detail: string) =>
  Response.json({ type: 'about:blank', title: getReasonPhrase(status), status, detail }, { status });

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    if (request.method !== 'GET') {
      return problem(StatusCodes.METHOD_NOT_ALLOWED, 'only GET');
    }
    const { success } = await env.LIMITER.limit({ key: request.headers.get('cf-connecting-ip') ?? '' });
    if (!success) return problem(StatusCodes.TOO_MANY_REQUESTS, 'one a second');

    const answer = await fetch(env.ORIGIN + new URL(request.url).pathname);
    if (answer.status === 521 || answer.status === 530) {
      return new Response('origin is down', { status: 502 });
    }
    if (answer.status === StatusCodes.NOT_FOUND) {
      return new Response('', { status: 404, headers: { 'cache-control': 'max-age=500' } });
    }
    return new Response(answer.body, { status: 200 });
  },
};
