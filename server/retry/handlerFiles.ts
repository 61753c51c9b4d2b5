import javascript from '../handlers/javascript/backoff.js?raw';
import python from '../handlers/python/backoff.py?raw';
import pythonAsync from '../handlers/python/backoff_async.py?raw';
import typescript from '../handlers/typescript/backoff.ts?raw';

/** A handler: the function that wraps a call, and the file that holds it. */
export interface HandlerFile {
  readonly name: string;
  readonly text: string;
  /** The names of the function's parameters. */
  readonly parameters: readonly string[];
}

const numbers = ['idempotent', 'retries', 'total_time', 'max_wait', 'base_delay', 'cap', 'jitter'];

/** The handler for a language. Awaited calls of Python need one of their own. */
export function handlerFor(language: 'typescript' | 'javascript' | 'python', async: boolean): HandlerFile {
  if (language === 'python') {
    return async
      ? { name: 'call_with_backoff_async', text: pythonAsync, parameters: ['call', ...numbers, 'timeout', 'on_retry'] }
      : { name: 'call_with_backoff', text: python, parameters: ['call', ...numbers, 'cancel', 'on_retry'] };
  }
  return {
    name: 'withBackoff',
    text: language === 'typescript' ? typescript : javascript,
    parameters: ['call', 'options'],
  };
}

/** Names of all handler functions. */
export const handlerNames: ReadonlySet<string> = new Set([
  'withBackoff',
  'call_with_backoff',
  'call_with_backoff_async',
]);
