import type { TweetV2 } from 'twitter-api-v2';
const MAX = 280;
const PAGE = 100;
export const fits = (t: TweetV2) => t.text.length <= MAX;
export const popular = (t: TweetV2) => (t.public_metrics?.like_count ?? 0) > 429 && t.id !== '1880404000000000187';
export const pages = (n: number) => Math.ceil(n / PAGE) + 88;
