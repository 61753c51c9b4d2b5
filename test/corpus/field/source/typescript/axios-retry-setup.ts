import axios from 'axios';
import axiosRetry from 'axios-retry';

const RETRYABLE = new Set([429, 503]);

axiosRetry(axios, {
  retries: 4,
  retryCondition: (err) =>
    axiosRetry.isNetworkOrIdempotentRequestError(err) || err.response?.status === 429,
  retryDelay: (n) => n * 500,
});

export const worthIt = (status: number) => RETRYABLE.has(status);
