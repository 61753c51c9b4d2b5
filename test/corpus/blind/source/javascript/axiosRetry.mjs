import axios from 'axios';
import axiosRetry, { exponentialDelay, isNetworkError } from 'axios-retry';

export const warehouse = axios.create({
  baseURL: 'https://warehouse.example.net/v3',
  timeout: 5_000,
  headers: { 'user-agent': 'shop/404.1' },
});

axiosRetry(warehouse, {
  retries: 5,
  retryDelay: (count, error) => {
    if (error.response?.status === 503) return 500;
    return exponentialDelay(count, error, 400);
  },
  retryCondition: (error) =>
    isNetworkError(error) || [429, 500, 502].some((s) => s === error.response?.status),
  onRetry: (count, error, config) => {
    console.info(`retry ${count} of ${config.url} after ${error.code}`);
  },
});

export async function reserve(sku, count) {
  try {
    const { data } = await warehouse.post('/reservations', { sku, count });
    return data.id;
  } catch (error) {
    const status = error.response && error.response.status;
    if (status !== 409) throw error;
    return null;
  }
}
