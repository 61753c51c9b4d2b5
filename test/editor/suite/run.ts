import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** What a run in the extension host writes for the launcher. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly tests: readonly { readonly title: string; readonly state: 'passed' | 'failed' | 'skipped' }[];
  readonly failures: readonly { readonly title: string; readonly message: string }[];
}

/** Runs the suites that `load` defines and writes the result to the file that EDITOR_TEST_RESULT names. */
export async function runSuites(load: () => void): Promise<void> {
  const result = await collect(load).catch((error: unknown): SuiteResult => {
    const failures = [{ title: 'loading the tests', message: messageOf(error) }];
    return { passed: 0, failed: 1, skipped: 0, tests: [], failures };
  });
  const file = process.env['EDITOR_TEST_RESULT'];
  if (file) writeFileSync(file, JSON.stringify(result));
  if (result.failed > 0) throw new Error(`${result.failed} tests failed: ${JSON.stringify(result.failures, null, 2)}`);
}

async function collect(load: () => void): Promise<SuiteResult> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Silent });
  // The suites are in this bundle, so no file is given to Mocha: its globals are put in place and the suites called.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  const tests: SuiteResult['tests'][number][] = [];
  const failures: SuiteResult['failures'][number][] = [];
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => resolve());
    runner.on('pass', (test) => tests.push({ title: test.fullTitle(), state: 'passed' }));
    runner.on('pending', (test) => tests.push({ title: test.fullTitle(), state: 'skipped' }));
    runner.on('fail', (test, error: unknown) => {
      tests.push({ title: test.fullTitle(), state: 'failed' });
      failures.push({ title: test.fullTitle(), message: messageOf(error) });
    });
  });
  const count = (state: string) => tests.filter((test) => test.state === state).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped'), tests, failures };
}

/** The launcher prints the result; the extension host's console would only repeat it. */
class Silent extends Mocha.reporters.Base {}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
