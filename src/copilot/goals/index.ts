/** The door of goals: which goals a text touches, and what workspace and chat need to show one. */
export type { Goal } from './goal.ts';
export { goalsFor, type TouchedGoal } from './goals-for.ts';
