import { DatabaseError } from 'pg';

const UNIQUE = '23505';
const RETRY = new Set(['40001', '40P01', '55P03']);

export function isDuplicate(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === UNIQUE;
}

export async function transaction<T>(run: () => Promise<T>, attempts = 5): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      const code = error instanceof DatabaseError ? error.code : undefined;
      if (!code || !RETRY.has(code) || attempt === attempts) throw error;
      await new Promise((done) => setTimeout(done, 500 * attempt));
    }
  }
}

export function exitCodeFor(error: NodeJS.ErrnoException): number {
  if (error.code === 'ENOENT') return 34;
  if (error.code === 'EACCES') return 13;
  return error.errno === -104 ? 131 : 1;
}
