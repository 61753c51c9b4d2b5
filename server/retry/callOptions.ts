import type { Strategy } from '../../shared/catalog/catalog';
import { type HttpCall, isIdempotent } from './httpCall';

/** A setting that a wrapped call hands to its handler. Names are camel case; each language writes them its own way. */
export interface CallOption {
  readonly name: string;
  readonly value: boolean | number | Seconds;
}

/** A duration, because languages count time differently. */
export interface Seconds {
  readonly seconds: number;
}

const defaults = { retries: 3, baseDelay: 1, cap: 30, jitter: 1, totalTime: 120 };

/** What the handler must be told about a call: whether it may be repeated, and the numbers that are not the defaults. */
export function backoffOptions(call: HttpCall, strategy: Strategy | undefined): CallOption[] {
  const all = {
    retries: strategy?.attempts ?? defaults.retries,
    baseDelay: strategy?.baseDelay ?? defaults.baseDelay,
    cap: strategy?.cap ?? defaults.cap,
    jitter: strategy?.jitter ?? defaults.jitter,
    totalTime: defaults.totalTime,
  };
  let waits = 0;
  for (let retry = 0; retry < all.retries; retry++) {
    waits += Math.min(all.cap, all.baseDelay * 2 ** retry) + all.jitter;
  }
  // The time for all attempts leaves room for the waits; else the last retries could never happen.
  if (waits > defaults.totalTime / 2) {
    all.totalTime = Math.ceil((waits * 2) / 60) * 60;
  }
  const differing = Object.entries(all).filter(([name, value]) => value !== defaults[name as keyof typeof defaults]);
  return [
    { name: 'idempotent', value: isIdempotent(call) },
    ...differing.map(([name, value]) => ({ name, value: name === 'retries' ? value : { seconds: value } })),
  ];
}
