const HOST = 'https://api.x.com';

export interface Problem {
  type: string;
  title: string;
  detail: string;
  status?: number;
  reason?: string;
}

export type Verdict = 'wait' | 'stop' | 'fix' | 'pay';

export function verdictOf(problem: Problem): Verdict {
  switch (problem.type.replace('https://api.twitter.com', HOST)) {
    case 'https://api.x.com/2/problems/usage-capped':
    case 'https://api.x.com/2/problems/credits':
      return 'pay';
    case 'https://api.x.com/2/problems/rate-limit-exceeded':
      return 'wait';
    case 'https://api.x.com/2/problems/client-forbidden':
      return problem.reason === 'client-not-enrolled' ? 'fix' : 'stop';
    case 'https://api.x.com/2/problems/invalid-request':
    case 'https://api.x.com/2/problems/unsupported-authentication':
      return 'fix';
    case 'https://api.x.com/2/problems/resource-not-found':
      return 'stop';
  }
  if (problem.type === 'about:blank') {
    return problem.status === 429 ? 'wait' : 'stop';
  }
  return 'stop';
}

export const isPartial = (errors: Problem[]) =>
  errors.every((e) => e.type.endsWith('/problems/not-authorized-for-resource'));
