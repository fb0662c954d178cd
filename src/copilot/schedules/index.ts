/** The door of schedules: making and changing them for other modules, what is due and what came of it. */
export { createSchedule } from './create.ts';
export { listSchedules } from './list.ts';
export { pauseSchedule } from './pause.ts';
export { restoreSchedule } from './restore.ts';
export { resumeSchedule } from './resume.ts';
export { listRuns } from './runs/list.ts';
export { type Schedule, scheduleSchema } from './schedule.ts';
export { sayCron, sayTime, sayZone } from './trigger/say-when.ts';
export { updateSchedule } from './update.ts';
