import http from 'k6/http';
import { check, sleep } from 'k6';
import { Counter } from 'k6/metrics';

const limited = new Counter('limited');

http.setResponseCallback(http.expectedStatuses({ min: 200, max: 299 }, 404, 429));

export const options = {
  stages: [
    { duration: '30s', target: 50 },
    { duration: '2m', target: 500 },
    { duration: '30s', target: 0 },
  ],
  thresholds: {
    http_req_duration: ['p(95)<500', 'p(99)<1500'],
    http_req_failed: ['rate<0.01'],
  },
};

export default function () {
  const res = http.get(`${__ENV.BASE}/items/${Math.ceil(Math.random() * 500)}`);
  if (res.status === 429) {
    limited.add(1);
    sleep(2);
    return;
  }
  check(res, {
    'no server error': (r) => r.status < 500,
    'never 503': (r) => r.status !== 503,
    'is quick': (r) => r.timings.duration < 400,
  });
  sleep(0.5);
}
