import type { Entry } from '../../../shared/catalog/catalog';
import { numberAt, numberBefore } from './bytes';

/** The numbers that the catalogs know: which are statuses, which are vendors' codes. */
export class KnownNumbers {
  readonly #errors = new Uint8Array(1_000);
  readonly #codes = new Uint8Array(10_000);

  constructor(entries: readonly Entry[]) {
    for (const entry of entries) {
      for (const value of [entry.value, ...(entry.aliases ?? [])]) {
        const number = Number(value);
        if (entry.kind === 'status' && /^\d{3}$/.test(value) && number >= 400) {
          this.#errors[number] = 1;
        }
        if (entry.kind === 'code' && /^\d{1,4}$/.test(value)) {
          this.#codes[number] = 1;
        }
      }
    }
  }

  /** Whether the number at an offset is the status of an error. */
  isErrorAt(bytes: Uint8Array, offset: number): boolean {
    return this.isError(numberAt(bytes, offset));
  }

  /** Whether the number that ends before an offset is the status of an error. */
  isErrorBefore(bytes: Uint8Array, end: number): boolean {
    return this.isError(numberBefore(bytes, end));
  }

  isError(number: number): boolean {
    return number >= 400 && this.#errors[number] === 1;
  }

  /** Whether the number at an offset is a vendor's code or the status of an error. */
  isCodeAt(bytes: Uint8Array, offset: number): boolean {
    const number = numberAt(bytes, offset);
    return number >= 0 && (this.#codes[number] === 1 || this.isError(number));
  }
}
