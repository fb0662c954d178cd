/** The door of tasks: starting one, and reading how it stands. */
export { executeTask } from './execute.ts';
export { statusOfTask } from './status.ts';
export type { Task, TaskStatus } from './task.ts';
