/** Runs some tasks at a time and gives their results in the order of the tasks. */
export async function* inOrder<Task, Result>(
  tasks: Iterable<Task>,
  run: (task: Task) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const running: Promise<Result>[] = [];
  for (const task of tasks) {
    running.push(run(task));
    if (running.length >= atOnce) {
      yield (await running.shift()) as Result;
    }
  }
  for (const result of running) {
    yield await result;
  }
}
