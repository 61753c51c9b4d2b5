import axios, { AxiosError } from 'axios';

export async function retry(error: AxiosError, left: number): Promise<boolean> {
  if (left < 1) return false;
  switch (error.response?.status) {
    case 408:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
      await new Promise((r) => setTimeout(r, 400));
      return true;
    default:
      return false;
  }
}

export const http = axios.create({ timeout: 5000, maxContentLength: 50300 });
