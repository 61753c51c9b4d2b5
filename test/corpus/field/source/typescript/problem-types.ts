import { TwitterApi } from 'twitter-api-v2';

export const X_DUPLICATE_FIXTURE = {
  title: 'Forbidden',
  status: 403,
  detail: 'You are not allowed to create a Tweet with duplicate content.',
  type: 'about:blank',
} as const;

const FATAL = [
  'https://api.twitter.com/2/problems/usage-capped',
  'https://api.twitter.com/2/problems/rule-cap',
  'https://api.x.com/2/problems/credits',
];

export const isFatal = (type: string) => FATAL.includes(type);
export const client = (token: string) => new TwitterApi(token);
