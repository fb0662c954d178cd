/** Manifest of the goals module. */
import { defineModule } from '../../kernel/module.ts';
import { completeGoal } from './complete.ts';
import { createGoal } from './create.ts';
import { createEvidence } from './evidence/create.ts';
import { listEvidence } from './evidence/list.ts';
import { removeEvidence } from './evidence/remove.ts';
import { restoreEvidence } from './evidence/restore.ts';
import { forecastGoal } from './forecast.ts';
import { getGoal } from './get.ts';
import { checkGoals } from './jobs/check.ts';
import { forgetConversation } from './jobs/forget.ts';
import { readProgress } from './jobs/progress.ts';
import { purgeRemovedGoals } from './jobs/purge.ts';
import { countTask } from './jobs/task.ts';
import { watchGoals } from './jobs/watch.ts';
import { listGoals } from './list.ts';
import { completeMilestone } from './milestones/complete.ts';
import { createMilestone } from './milestones/create.ts';
import { listMilestones } from './milestones/list.ts';
import { removeMilestone } from './milestones/remove.ts';
import { reopenMilestone } from './milestones/reopen.ts';
import { restoreMilestone } from './milestones/restore.ts';
import { updateMilestone } from './milestones/update.ts';
import { pauseGoal } from './pause.ts';
import { portableGoals } from './portable/store.ts';
import { removeGoal } from './remove.ts';
import { restoreGoal } from './restore.ts';
import { resumeGoal } from './resume.ts';
import { acceptStep } from './steps/accept.ts';
import { askSteps } from './steps/ask.ts';
import { declineStep } from './steps/decline.ts';
import { listSteps } from './steps/list.ts';
import { resetSteps } from './steps/reset.ts';
import { restoreStep } from './steps/restore.ts';
import { weightsOfSteps } from './steps/weights.ts';
import { suggestionsForGoal } from './suggestions.ts';
import { updateGoal } from './update.ts';

export const goals = defineModule({
  name: 'goals',
  purpose: 'What its owner wants to reach, how far it is and why, where it is heading, and what to do next',
  folder: import.meta.dirname,
  uses: ['alerts', 'conversations', 'knowledge', 'learning', 'memory', 'tasks'],
  operations: [
    listGoals,
    createGoal,
    getGoal,
    updateGoal,
    pauseGoal,
    resumeGoal,
    completeGoal,
    removeGoal,
    restoreGoal,
    suggestionsForGoal,
    forecastGoal,
    listMilestones,
    createMilestone,
    updateMilestone,
    removeMilestone,
    restoreMilestone,
    completeMilestone,
    reopenMilestone,
    listEvidence,
    createEvidence,
    removeEvidence,
    restoreEvidence,
    listSteps,
    askSteps,
    acceptStep,
    declineStep,
    restoreStep,
    weightsOfSteps,
    resetSteps,
  ],
  jobs: [checkGoals, countTask, forgetConversation, purgeRemovedGoals, readProgress, watchGoals],
  subscriptions: [
    { event: 'chat.turn.ended', job: readProgress },
    { event: 'conversations.removed', job: forgetConversation },
    { event: 'tasks.task.succeeded', job: countTask },
    { event: 'goals.goal.updated', job: checkGoals },
    { event: 'goals.goal.removed', job: checkGoals },
    { event: 'goals.progress.changed', job: checkGoals },
  ],
  events: [
    'goals.goal.created',
    'goals.goal.updated',
    'goals.goal.removed',
    'goals.goal.restored',
    'goals.progress.changed',
  ],
  portable: portableGoals,
});
