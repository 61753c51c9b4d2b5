import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { giveUpLines } from './lineCounts';
import type { Part, RunOptions, Task } from './part';

interface Job {
  readonly task: Task;
  readonly resolve: (parts: Part[]) => void;
}

/** Threads that scan. Tasks begin in the order in which they are handed in. */
export class Pool {
  readonly #workers = new Map<Worker, Job | undefined>();
  readonly #waiting: Job[] = [];
  #restarts = 0;
  #isClosed = false;

  constructor(
    private readonly jobs: number,
    private readonly options: RunOptions,
  ) {
    for (let count = 0; count < jobs; count++) {
      this.#start();
    }
  }

  /** Never fails: a thread that dies says so in the parts of its task. */
  run(task: Task): Promise<Part[]> {
    return new Promise((resolve) => {
      this.#waiting.push({ task, resolve });
      this.#next();
    });
  }

  /** Ends all threads. Tasks that are not done give nothing. */
  close(): void {
    this.#isClosed = true;
    for (const [worker, job] of this.#workers) {
      job?.resolve([]);
      void worker.terminate();
    }
    this.#waiting.splice(0).forEach((job) => job.resolve([]));
  }

  #start(): void {
    const worker = new Worker(join(__dirname, 'scan-worker.js'), { workerData: this.options });
    let reason = 'the thread that read it ended';
    this.#workers.set(worker, undefined);
    worker.on('message', (parts: Part[]) => {
      const job = this.#workers.get(worker);
      this.#workers.set(worker, undefined);
      this.#next();
      job?.resolve(parts);
    });
    worker.on('error', (error) => (reason = `the thread that read it failed: ${error.message}`));
    worker.on('exit', () => {
      const job = this.#workers.get(worker);
      this.#workers.delete(worker);
      if (this.#isClosed) {
        return;
      }
      job?.resolve(failed(job.task, reason));
      // A text that kills every thread that reads it must not go on for ever.
      if (this.#restarts++ < 4 * this.jobs) {
        this.#start();
      } else if (this.#workers.size === 0) {
        this.#waiting.splice(0).forEach(({ task, resolve }) => resolve(failed(task, reason)));
      }
      this.#next();
    });
  }

  #next(): void {
    for (const [worker, job] of this.#workers) {
      const next = job ? undefined : this.#waiting.shift();
      if (next) {
        this.#workers.set(worker, next);
        worker.postMessage(next.task);
      }
    }
  }
}

function failed(task: Task, problem: string): Part[] {
  const paths = task.kind === 'range' ? [task.path] : task.paths;
  if (task.kind === 'range') {
    giveUpLines(task.lineCounts, task.index);
  }
  return paths.map((path) => ({
    path, problem, language: 'log', output: '', findings: 0, entries: [], truncated: true, bytes: 0, notes: [],
  })); // prettier-ignore
}
