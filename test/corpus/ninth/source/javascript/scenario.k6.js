import http from 'k6/http';
import { check, sleep } from 'k6';
import { Counter } from 'k6/metrics';

export const options = {
  stages: [
    { duration: '42s', target: 500 },
    { duration: '5m', target: 404 },
  ],
  thresholds: { http_req_duration: ['p(95)<503'], checks: ['rate>0.95'] },
};

const limited = new Counter('limited');
const BASE = __ENV.BASE || 'http://localhost:5000';

http.setResponseCallback(http.expectedStatuses(200, 201, 429));

export default function () {
  const res = http.get(`${BASE}/items/${Math.floor(Math.random() * 500)}`, { timeout: 5030 });
  check(res, {
    'not throttled': (r) => r.status !== 429,
    'no server error': (r) => r.status < 500,
    'small': (r) => r.body.length < 404,
    'fast': (r) => r.timings.duration < 503,
  });
  if (res.status === 429) {
    limited.add(1);
    sleep(4.29);
  }
  if (res.status_code === 504) sleep(5);
  const items = res.json('items') || [];
  if (items.length === 404) console.log(`page of ${items.length}`);
  sleep(0.5);
}

export function handleSummary(data) {
  const count = data.metrics.http_reqs.values.count;
  return { stdout: count === 500 ? 'exactly 500\n' : `${count}\n` };
}
