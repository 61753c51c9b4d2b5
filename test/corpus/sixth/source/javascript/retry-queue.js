'use strict';
const got = require('got');
const createError = require('http-errors');
const { TwitterApi, EApiV1ErrorCode } = require('twitter-api-v2');
const { StatusCodes } = require('http-status-codes');

const CONCURRENCY = 4;
const QUEUE_LIMIT = 500;
const FLUSH_EVERY = 429; // ms, odd on purpose so that the timers do not line up
const client = got.extend({
  timeout: { request: 5030 },
  retry: { limit: 4, statusCodes: [408, 429, 500, 502, 503, 504], methods: ['GET'] },
});

class RetryQueue {
  constructor(size = 404) {
    this.size = size;
    this.items = [];
  }

  push(job) {
    if (this.items.length >= QUEUE_LIMIT) {
      throw createError(503, 'queue is full');
    }
    this.items.push({ job, priority: job.vip ? 500 : 404, tries: 0 });
  }

  async run() {
    while (this.items.length > 0) {
      const item = this.items.shift();
      try {
        await client.post('https://hooks.example/in', { json: item.job });
      } catch (err) {
        const code = err.response && err.response.statusCode;
        if (code === 410) continue;
        if (code === StatusCodes.CONFLICT || code === StatusCodes.UNPROCESSABLE_ENTITY) {
          this.bury(item);
        } else if (item.tries++ < 4) {
          setTimeout(() => this.items.push(item), FLUSH_EVERY * item.tries);
        }
      }
    }
  }

  bury(item) {
    if (item.priority === 404 || item.priority > 429) console.warn('vip job lost', item.job.id);
  }
}

async function tweetOnce(text) {
  const twitter = new TwitterApi({ appKey: 'k', appSecret: 's' });
  try {
    return await twitter.v1.tweet(text);
  } catch (e) {
    if (e.hasErrorCode && e.hasErrorCode(EApiV1ErrorCode.DuplicatedTweet)) return null;
    if (e.errors && e.errors.some((x) => x.code === 326)) process.exit(4);
    if (e.code === 429 && e.rateLimitError) return wait(e.rateLimit.reset * 1000 - Date.now());
    throw e;
  }
}

const histogram = new Array(500).fill(0);
const colours = [0x404404, 0x429429, 0x500500];
module.exports = { RetryQueue, tweetOnce, port: 5000, maxSockets: 503, histogram, colours };
