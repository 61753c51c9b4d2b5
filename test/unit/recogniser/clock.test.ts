import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../shared/finding';
import { testDocument, testService } from '../support';

async function waits(text: string): Promise<Finding['wait'][]> {
  const { findings } = await testService().recognise(testDocument('log', text));
  return findings.filter(({ lead }) => lead).map(({ wait }) => wait);
}

const head = [
  '< HTTP/2 429 ',
  '< date: Sat, 21 Nov 2026 02:11:09 GMT',
  '< x-rate-limit-remaining: 0',
  '< x-rate-limit-reset: 1795228200',
  '< ',
];

describe('the clock of a response without a time on its lines', () => {
  it('is the date of its head', async () => {
    const [wait] = await waits(head.join('\n'));
    expect(wait?.loggedAt).toBe(Date.parse('2026-11-21T02:11:09Z'));
  });

  it('is that date also below the headers of the limit', async () => {
    const [status = '', date = '', remaining = '', reset = ''] = head;
    const [wait] = await waits([status, remaining, reset, date].join('\n'));
    expect(wait?.loggedAt).toBe(Date.parse('2026-11-21T02:11:09Z'));
  });

  it('is not the date of another response', async () => {
    const other = ['< HTTP/2 200 ', '< date: Fri, 20 Nov 2026 01:00:00 GMT', '< ', ''];
    const [wait] = await waits([...other, ...head.filter((line) => !line.includes('date'))].join('\n'));
    expect(wait).toMatchObject({ at: 1795228200_000 });
    expect(wait?.loggedAt).toBeUndefined();
  });
});
