const MESSAGES: Record<number, string> = {
  400: 'The request was not understood.',
  401: 'Please sign in again.',
  403: 'You may not do this.',
  404: 'We could not find what you asked for.',
  409: 'Somebody changed it before you.',
  413: 'The file is too big.',
  429: 'Slow down a little.',
  500: 'Something broke on our side.',
};

export class HttpError extends Error {
  constructor(
    readonly statusCode: number,
    message?: string,
  ) {
    super(message ?? MESSAGES[statusCode] ?? `HTTP ${statusCode}`);
    this.name = 'HttpError';
  }

  get isClientError(): boolean {
    return this.statusCode >= 400 && this.statusCode < 500;
  }

  get isServerError(): boolean {
    return this.statusCode >= 500 && this.statusCode <= 599;
  }
}

export const notFound = (what: string) => new HttpError(404, `${what} does not exist`);
export const tooMany = () => new HttpError(429);

export function wrap(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  return new HttpError(500, String(error));
}
