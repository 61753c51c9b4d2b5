import type { Entry, Strategy } from '../../shared/catalog/catalog';
import type { ServerWait } from '../../shared/finding';

/** The verdict on an entry. A header that only informs has none: it is no error. */
export function verdictOf({ kind, strategy }: Entry): string {
  return kind === 'header' && strategy.name === 'none' ? 'Informs about the limit' : verdict(strategy);
}

/** Whether retrying helps, in a few words: the first thing that a reader wants to know. */
export function verdict(strategy: Strategy): string {
  switch (strategy.name) {
    case 'none':
      return 'Do not retry';
    case 'backoff':
      return `Retry with backoff${numbers(strategy)}`;
    case 'wait-for-reset':
      return `Wait for the reset, then retry${strategy.period ? ` (window: ${strategy.period})` : ''}`;
    case 'wait-for-quota':
      return `Do not retry now: the quota must free up first${strategy.period ? ` (${strategy.period})` : ''}`;
    case 'verify-first':
      return 'Do not retry before checking whether it happened';
    case 'refresh-credentials':
      return 'Renew the credentials, then retry once';
    case 'reconnect':
      return `Connect again with backoff${numbers(strategy, 'tries')}`;
    case 'already-done':
      return 'Do not retry: it is already done';
  }
}

function numbers({ baseDelay, cap, attempts }: Strategy, of = 'retries'): string {
  const parts = [
    ...(baseDelay === undefined
      ? []
      : [`${seconds(baseDelay)} doubling${cap === undefined ? '' : ` to ${seconds(cap)}`}, jitter`]),
    ...(attempts === undefined ? [] : [`at most ${attempts} ${of}`]),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

/**
 * What a wait stated in the document means: the moment in local time, and how long that is from the document's own
 * time, or from now when it has none.
 * @param now milliseconds since 1970
 */
export function waitText(wait: ServerWait, now: number): string {
  const from = wait.loggedAt ?? now;
  const at =
    wait.at ??
    (wait.loggedAt === undefined || wait.seconds === undefined ? undefined : wait.loggedAt + wait.seconds * 1000);
  const length = wait.seconds ?? ((wait.at ?? from) - from) / 1000;
  const reference = wait.loggedAt === undefined ? '' : ' after this line';
  const relative =
    length < 0
      ? `${duration(-length)} ${wait.loggedAt === undefined ? 'ago' : 'before this line'}`
      : reference
        ? `${duration(length)}${reference}`
        : `in ${duration(length)}`;
  if (at === undefined) {
    return `${wait.name}: wait ${duration(length)}`;
  }
  return `${wait.name}: ${localTime(at)}, ${relative}`;
}

function localTime(at: number): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** A length of time in its two largest units: "2 h 5 min". */
export function duration(length: number): string {
  const total = Math.round(length);
  if (total < 1) {
    return '0 s';
  }
  const units: readonly (readonly [string, number])[] = [
    ['d', 86_400],
    ['h', 3_600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, size]) => total >= size);
  const [name, size] = units[first] ?? ['s', 1];
  const count = Math.floor(total / size);
  const next = units[first + 1];
  const rest = next ? Math.floor((total - count * size) / next[1]) : 0;
  return `${count} ${name}${next && rest > 0 ? ` ${rest} ${next[0]}` : ''}`;
}

function seconds(value: number): string {
  return value >= 60 && value % 60 === 0 ? `${value / 60} min` : `${value} s`;
}
