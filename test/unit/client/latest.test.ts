import { describe, expect, it } from 'vitest';
import { Latest } from '../../../client/lookup/latest';

function setUp() {
  const cancelled: number[] = [];
  let count = 0;
  const latest = new Latest(() => {
    const number = ++count;
    return { cancel: () => void cancelled.push(number) };
  });
  return { latest, cancelled };
}

function deferred() {
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((...both) => ([resolve, reject] = both));
  return { promise, resolve: (value: string) => resolve(value), reject: (error: Error) => reject(error) };
}

describe('Latest', () => {
  it('hands an answer on', async () => {
    const { latest, cancelled } = setUp();
    const answers: string[] = [];
    await latest.ask(
      () => Promise.resolve('a'),
      (answer) => answers.push(answer),
    );
    expect(answers).toEqual(['a']);
    expect(cancelled).toEqual([]);
  });

  it('drops the answer to an older question, even when it comes last', async () => {
    const { latest, cancelled } = setUp();
    const answers: string[] = [];
    const slow = deferred();
    const first = latest.ask(
      () => slow.promise,
      (answer) => answers.push(answer),
    );
    await latest.ask(
      () => Promise.resolve('new'),
      (answer) => answers.push(answer),
    );
    slow.resolve('old');
    await first;
    expect(answers).toEqual(['new']);
    expect(cancelled).toContain(1);
  });

  it('drops the error of an older question and throws that of the newest', async () => {
    const { latest } = setUp();
    const slow = deferred();
    const first = latest.ask(
      () => slow.promise,
      () => undefined,
    );
    await expect(
      latest.ask(
        () => Promise.reject(new Error('new')),
        () => undefined,
      ),
    ).rejects.toThrow('new');
    slow.reject(new Error('old'));
    await expect(first).resolves.toBeUndefined();
  });

  it('drops everything when cancelled', async () => {
    const { latest, cancelled } = setUp();
    const answers: string[] = [];
    const slow = deferred();
    const first = latest.ask(
      () => slow.promise,
      (answer) => answers.push(answer),
    );
    latest.cancel();
    slow.resolve('late');
    await first;
    expect(answers).toEqual([]);
    expect(cancelled).toEqual([1]);
  });
});
