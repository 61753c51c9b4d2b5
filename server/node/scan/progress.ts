import type { ScanProgress } from '../../../shared/protocol';
import { duration } from '../../render/verdict';

/** How often progress is told, in milliseconds. */
const interval = 250;

/** Tells how far a scan is: on standard error when that is a terminal, and to the process that started this one. */
export class Progress {
  readonly #start = Date.now();
  readonly #timer: NodeJS.Timeout | undefined;
  #bytes = 0;
  #total = 0;
  #files = 0;
  #findings = 0;
  #isShown = false;

  constructor() {
    if (process.stderr.isTTY || process.send) {
      this.#timer = setInterval(() => this.#tell(), interval);
      this.#timer.unref();
    }
  }

  expect(bytes: number): void {
    this.#total += bytes;
  }

  add(bytes: number, findings: number): void {
    this.#bytes += bytes;
    this.#findings += findings;
  }

  addFile(): void {
    this.#files++;
  }

  /** Takes the line away, so that others can write theirs. */
  clear(): void {
    if (this.#isShown) {
      process.stderr.write('\r\u001b[K');
      this.#isShown = false;
    }
  }

  end(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #tell(): void {
    const seconds = (Date.now() - this.#start) / 1000;
    const rate = this.#bytes / seconds;
    const state: ScanProgress = {
      bytes: this.#bytes,
      files: this.#files,
      findings: this.#findings,
      rate,
      // Compressed files hold more than their size: then nobody knows.
      ...(rate > 0 &&
        this.#total >= this.#bytes && { total: this.#total, remaining: (this.#total - this.#bytes) / rate }),
    };
    process.send?.({ progress: state });
    if (process.stderr.isTTY) {
      process.stderr.write(`\r\u001b[K${progressText(state)}`);
      this.#isShown = true;
    }
  }
}

/** A line that says how far a scan is. */
function progressText({ bytes, total, rate, remaining, files, findings }: ScanProgress): string {
  const done =
    total === undefined ? `${files} files, ${megabytes(bytes)}` : `${megabytes(bytes)} of ${megabytes(total)}`;
  const left = remaining === undefined || !Number.isFinite(remaining) ? '' : `, ${duration(remaining)} left`;
  return `${done}, ${megabytes(rate)}/s${left}, ${findings} findings`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}
