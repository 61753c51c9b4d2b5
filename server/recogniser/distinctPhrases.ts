/** The statuses of which no other thing has the reason phrase, in logs, in data and in source. */
export const distinctPhrases = new Set(
  '400 405 407 413 414 415 416 421 422 428 429 431 451 500 502 503 504 505 511'.split(' '),
);
