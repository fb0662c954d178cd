/** The door of goals: what other modules need of them. */
export type { Goal } from './goal.ts';
