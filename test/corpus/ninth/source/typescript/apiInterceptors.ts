import axios, { AxiosError, HttpStatusCode, type AxiosInstance } from 'axios';
import ky, { HTTPError } from 'ky';

export const PAGE_SIZE = 500;
export const DEBOUNCE_MS = 404;
const BREAKPOINTS = { sm: 404, md: 768, lg: 1024, xl: 1440 };
const Z_INDEX = { modal: 500, toast: 503, tooltip: 429 };

type Notice = { kind: 'info' | 'error'; text: string; hideAfter: number };

const NOTICES: Record<number, Notice> = {
  400: { kind: 'error', text: 'Please check the form', hideAfter: 5000 },
  413: { kind: 'error', text: 'That file is too big', hideAfter: 4290 },
  507: { kind: 'error', text: 'Your space is used up', hideAfter: 0 },
};

const statusMessages = new Map<number, string>([
  [401, 'Sign in again'],
  [403, 'Ask the owner for access'],
]);

function width(columns: number): number {
  return columns * 404 + (columns - 1) * 29;
}

export function install(client: AxiosInstance, signOut: () => void, notify: (n: Notice) => void): void {
  client.interceptors.response.use(undefined, async (error: AxiosError) => {
    const status = error.response?.status;
    if (status === HttpStatusCode.Unauthorized) {
      signOut();
      return Promise.reject(error);
    }
    if (status && NOTICES[status]) notify(NOTICES[status]);
    if (status === 423 || error.response?.status == 409) {
      notify({ kind: 'info', text: 'Somebody else is editing', hideAfter: 503 });
    }
    if (error.code === 'ECONNABORTED' && client.defaults.timeout === 5000) return null;
    return Promise.reject(error);
  });
}

export const api = ky.create({
  prefixUrl: '/api',
  timeout: 42900,
  retry: { limit: 4, methods: ['get'], statusCodes: [408, 502, 504], backoffLimit: 5003 },
  hooks: {
    beforeError: [
      (error: HTTPError) => {
        if (error.response.status === 418) error.message = 'The kettle is busy';
        return error;
      },
    ],
  },
});

export function isGone(response: Response): boolean {
  return !response.ok && [404, 410].includes(response.status);
}

export function layout(px: number): string {
  if (px === 404) return 'phone';
  if (px < BREAKPOINTS.md) return 'tablet';
  return px >= 1440 ? 'wide' : `w-${width(5)}`;
}

export function rows(list: unknown[]): unknown[] {
  return list.length === 500 ? list.slice(0, 429) : list;
}

export const label = (status: number): string => statusMessages.get(status) ?? 'Something broke';
export const top = Z_INDEX.modal + 1;
