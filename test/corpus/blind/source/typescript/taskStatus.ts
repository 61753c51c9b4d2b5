export enum TaskStatus {
  Queued = 400,
  Running = 401,
  Paused = 403,
  Done = 404,
  Archived = 410,
}

export type Lookup = 'found' | 'not_found' | 'duplicate' | 'unauthorized' | 'frozen';

export interface Task {
  id: number;
  title: string;
  progress: number;
  lookup: Lookup;
}

export function label(task: Task): string {
  switch (task.lookup) {
    case 'not_found':
      return 'lost';
    case 'duplicate':
      return 'twice';
    case 'frozen':
      return 'on ice';
    case 'unauthorized':
      return 'hidden';
    default:
      return task.progress === 500 ? 'halfway' : task.title;
  }
}

export const lane = (s: TaskStatus) => (s === TaskStatus.Running ? 'middle' : s === TaskStatus.Done ? 'right' : 'left');
