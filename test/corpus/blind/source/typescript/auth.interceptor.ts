import { HttpErrorResponse, HttpInterceptorFn, HttpStatusCode } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, EMPTY, retry, throwError, timer } from 'rxjs';
import { SessionService } from './session.service';

export const authInterceptor: HttpInterceptorFn = (req, next) => {
  const session = inject(SessionService);
  const router = inject(Router);

  return next(req).pipe(
    retry({
      count: 2,
      delay: (error: HttpErrorResponse, count) =>
        error.status === HttpStatusCode.ServiceUnavailable || error.status === 0
          ? timer(500 * count)
          : throwError(() => error),
    }),
    catchError((error: HttpErrorResponse) => {
      switch (error.status) {
        case HttpStatusCode.Unauthorized:
          session.clear();
          void router.navigateByUrl('/login');
          return EMPTY;
        case HttpStatusCode.Forbidden:
          void router.navigateByUrl('/no-access');
          return EMPTY;
        case HttpStatusCode.TooManyRequests:
          session.slowDown();
          break;
        case 419:
          session.renew();
          break;
      }
      return throwError(() => error);
    }),
  );
};
