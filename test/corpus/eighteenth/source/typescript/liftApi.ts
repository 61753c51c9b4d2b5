import axios, { AxiosError, AxiosInstance, isAxiosError } from 'axios';

const TIMEOUT_MS = 4500;
const CABINS_PER_LINE = 429;
const SUMMIT_METRES = 503;
const PORTS = { metrics: 4000, admin: 5020 };

/** What the desk shows for each answer of the lift control. */
const DESK_TEXT: Record<number, string> = {
  400: 'The control did not read the command',
  401: 'Sign in again',
  403: 'This key may only watch',
  423: 'Another desk holds the lift',
  507: 'The control is out of disk',
};

export class LiftGone extends Error {}

export function client(key: string): AxiosInstance {
  const http = axios.create({
    baseURL: 'https://control.piste.example/v3',
    timeout: TIMEOUT_MS,
    validateStatus: (status) => status < 500,
  });
  http.interceptors.response.use(
    (response) => {
      if (response.status === 404) throw new LiftGone(response.config.url);
      return response;
    },
    async (error: AxiosError) => {
      const status = error.response?.status ?? 0;
      if (status === 401) {
        await renew(key);
        return http.request(error.config!);
      }
      if (status === 429 || status === 503) {
        await pause(Number(error.response?.headers['retry-after'] ?? 5) * 1000);
        return http.request(error.config!);
      }
      // 504 means that the cable sensor did not answer
      if (status >= 500) return Promise.reject(new Error(`control failed: ${status}`));
      return Promise.reject(error);
    },
  );
  return http;
}

export async function speed(http: AxiosInstance, lift: string): Promise<number | null> {
  try {
    const { data } = await http.get(`/lifts/${lift}/speed`);
    return data.metres > SUMMIT_METRES ? 0 : data.metres % CABINS_PER_LINE;
  } catch (e) {
    if (isAxiosError(e) && e.response?.status === 410) return null;
    if (isAxiosError(e) && [502, 504].includes(e.response?.status ?? 0)) return -1;
    throw e;
  }
}

export const deskText = (e: AxiosError): string => DESK_TEXT[e.response!.status] ?? `lift ${PORTS.admin}`;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.min(ms, 500)));
