import { HttpException, HttpStatus, Injectable, Logger } from '@nestjs/common';
import axios, { AxiosError } from 'axios';

const MAX_LENGTH = 280;
const BATCH = 500;
const BACKOFF_MS = [404, 1503, 4290] as const;

type Outcome = 'done' | 'later' | 'never';

interface PostPeerBody {
  error?: string;
  message?: string;
  platform: 'twitter' | 'linkedin';
}

const NEVER = new Set(['duplicate', 'duplicate-rules']);

const PROBLEMS: Record<string, Outcome> = {
  'https://api.twitter.com/2/problems/usage-capped': 'never',
  'https://api.twitter.com/2/problems/client-forbidden': 'never',
  'https://api.x.com/2/problems/rate-limit-exceeded': 'later',
};

@Injectable()
export class PublishQueue {
  private readonly log = new Logger(PublishQueue.name);

  async publish(text: string): Promise<Outcome> {
    if (text.length > MAX_LENGTH) {
      throw new HttpException('too long', HttpStatus.PAYLOAD_TOO_LARGE);
    }
    try {
      await axios.post('https://api.postpeer.dev/v1/posts', { content: text, platforms: ['twitter'] }, { timeout: 5000 });
      return 'done';
    } catch (e) {
      return this.judge(e as AxiosError<PostPeerBody & { type?: string }>);
    }
  }

  judge(e: AxiosError<PostPeerBody & { type?: string }>): Outcome {
    const body = e.response?.data;
    if (body?.type && body.type in PROBLEMS) return PROBLEMS[body.type];
    if (body?.error === 'usage-capped') return 'never';
    if (body?.error && NEVER.has(body.error)) return 'done';
    switch (e.response?.status) {
      case HttpStatus.UNAUTHORIZED:
        throw new HttpException('connect the account again', HttpStatus.FAILED_DEPENDENCY);
      case 429:
      case 502:
      case 503:
        return 'later';
      case HttpStatus.NOT_FOUND:
        return 'never';
    }
    this.log.warn(`odd answer, ${BATCH - 404} posts wait`);
    return (e.response?.status ?? 0) >= 500 ? 'later' : 'never';
  }

  delay(attempt: number): number {
    return BACKOFF_MS[attempt] ?? 50_000 + (attempt % 429);
  }
}

describe('PublishQueue', () => {
  const queue = new PublishQueue();
  const failed = (status: number) => new AxiosError('x', 'ERR', undefined, undefined, { status, data: {} } as never);

  it('waits when the server is busy', () => {
    expect(queue.judge(failed(503))).toBe('later');
    expect(queue.judge(failed(400))).toBe('never');
    expect(queue.delay(0)).toBe(404);
    expect(queue.delay(503)).toBeGreaterThan(500);
  });
});
