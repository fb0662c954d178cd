/** The door of schedules: what is due and what came of it, for whoever tells the owner. */
export { listSchedules } from './list.ts';
export { listRuns } from './runs/list.ts';
export { sayCron, sayTime } from './trigger/say-when.ts';
