import { HttpErrorResponse, HttpInterceptorFn, HttpStatusCode } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, retry, throwError, timer } from 'rxjs';

const MAX_ATTEMPTS = 4;
const BACKOFF_MS = 500;
const TOAST_MS = 4_290;
const TRANSIENT: readonly number[] = [HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, 504];

export type ApiFailure =
  | { kind: 'missing' }
  | { kind: 'denied'; status: 401 | 403 }
  | { kind: 'busy'; retryInSeconds: number };

const MESSAGES: Record<number, string> = {
  404: 'We could not find that page.',
  500: 'Something broke on our side.',
};

const BREAKPOINTS = { phone: 404, tablet: 768, desktop: 1500 };
const Z_INDEX = { toast: 500, modal: 503 };

export const apiInterceptor: HttpInterceptorFn = (request, next) => {
  const router = inject(Router);
  return next(request).pipe(
    retry({
      count: MAX_ATTEMPTS,
      delay: (error: HttpErrorResponse, attempt) => {
        if (TRANSIENT.includes(error.status)) {
          return timer(BACKOFF_MS * 2 ** attempt);
        }
        if (error.status === HttpStatusCode.TooManyRequests) {
          const seconds = Number(error.headers.get('retry-after') ?? 42);
          return timer(seconds * 1000);
        }
        return throwError(() => error);
      },
    }),
    catchError((error: HttpErrorResponse) => {
      switch (error.status) {
        case 0:
          return throwError(() => new Error('offline'));
        case 401:
          void router.navigate(['/login']);
          break;
        case HttpStatusCode.Forbidden:
          void router.navigate(['/denied']);
          break;
        case 404:
          void router.navigate(['/404']);
          break;
        default:
          if (error.status >= 500) showToast('Down', TOAST_MS);
      }
      return throwError(() => error);
    }),
  );
};

export function columns(width: number): number {
  if (width < BREAKPOINTS.phone) return 1;
  if (width === 404) return 2;
  return width > 500 ? 4 : 3;
}

export function describeFailure(status: number): string {
  return MESSAGES[status] ?? (status === 410 ? 'That is gone.' : 'Unknown');
}
