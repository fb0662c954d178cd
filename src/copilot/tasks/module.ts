/** Manifest of the tasks module. */
import { defineModule } from '../../kernel/module.ts';
import { cancelTask } from './cancel.ts';
import { cloneRepository } from './clone.ts';
import { executeTask } from './execute.ts';
import { followTask } from './follow.ts';
import { getTask } from './get.ts';
import { historyOfTasks } from './history.ts';
import { getIntegration } from './integrations/get.ts';
import { listIntegrations } from './integrations/list.ts';
import { updateIntegration } from './integrations/update.ts';
import { recoverTasks } from './jobs/recover.ts';
import { runTask } from './jobs/run.ts';
import { tidyIntegrations } from './jobs/tidy.ts';
import { wakeTasks } from './jobs/wake.ts';
import { listTasks } from './list.ts';
import { portableTasks } from './portable/store.ts';
import { previewTask } from './preview.ts';
import { restartWorkload } from './restart.ts';
import { retryTask } from './retry.ts';
import { scaleWorkload } from './scale.ts';
import { statusOfTask } from './status.ts';

export const tasks = defineModule({
  name: 'tasks',
  purpose: 'What Nima does outside: queued, approved, tried again, never twice, and stopped within two seconds',
  folder: import.meta.dirname,
  uses: ['approvals'],
  operations: [
    executeTask,
    previewTask,
    listTasks,
    historyOfTasks,
    getTask,
    statusOfTask,
    followTask,
    cancelTask,
    retryTask,
    scaleWorkload,
    restartWorkload,
    cloneRepository,
    listIntegrations,
    getIntegration,
    updateIntegration,
  ],
  jobs: [runTask, wakeTasks, recoverTasks, tidyIntegrations],
  subscriptions: [{ event: 'approvals.resumed', job: wakeTasks }],
  events: ['tasks.task.queued', 'tasks.task.succeeded', 'tasks.task.failed', 'tasks.task.cancelled'],
  portable: portableTasks,
});
