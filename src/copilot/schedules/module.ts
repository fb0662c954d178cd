/** Manifest of the schedules module. */
import { defineModule } from '../../kernel/module.ts';
import { askSchedule } from './ask.ts';
import { createSchedule } from './create.ts';
import { getSchedule } from './get.ts';
import { runDecided } from './jobs/decided.ts';
import { fireDue } from './jobs/fire.ts';
import { hearEvent } from './jobs/hear.ts';
import { performRun } from './jobs/perform.ts';
import { pruneSchedules } from './jobs/prune.ts';
import { tickSchedules } from './jobs/tick.ts';
import { listSchedules } from './list.ts';
import { pauseSchedule } from './pause.ts';
import { portableSchedules } from './portable/store.ts';
import { previewSchedule } from './preview.ts';
import { removeSchedule } from './remove.ts';
import { restoreSchedule } from './restore.ts';
import { resumeSchedule } from './resume.ts';
import { runSchedule } from './run.ts';
import { listRuns } from './runs/list.ts';
import { updateSchedule } from './update.ts';

export const schedules = defineModule({
  name: 'schedules',
  purpose: 'What Nima does by itself: at a time, on an event or by hand, with recorded consent',
  folder: import.meta.dirname,
  uses: ['alerts', 'approvals'],
  operations: [
    listSchedules,
    createSchedule,
    askSchedule,
    getSchedule,
    updateSchedule,
    removeSchedule,
    restoreSchedule,
    pauseSchedule,
    resumeSchedule,
    runSchedule,
    previewSchedule,
    listRuns,
  ],
  jobs: [tickSchedules, fireDue, performRun, hearEvent, runDecided, pruneSchedules],
  subscriptions: [
    { event: '*', job: hearEvent },
    { event: 'approvals.decided', job: runDecided },
  ],
  events: [
    'schedules.created',
    'schedules.paused',
    'schedules.resumed',
    'schedules.removed',
    'schedules.restored',
    'schedules.run.ended',
  ],
  portable: portableSchedules,
});
