/** Manifest of the briefs module. */
import { defineModule } from '../../kernel/module.ts';
import { getBriefs } from './get.ts';
import { pruneQuestions } from './nudges/prune.ts';
import { noticeQuestion } from './nudges/question-repeated.ts';
import { nudgeFailure } from './nudges/task-failed.ts';
import { previewBrief } from './preview.ts';
import { tellBrief } from './tell.ts';
import { updateBrief } from './update.ts';

export const briefs = defineModule({
  name: 'briefs',
  purpose: 'What Nima says of its own accord: a morning and a weekly brief, and a nudge now and then, once asked for',
  folder: import.meta.dirname,
  uses: ['alerts', 'conversations', 'schedules'],
  operations: [getBriefs, previewBrief, updateBrief, tellBrief],
  jobs: [noticeQuestion, nudgeFailure, pruneQuestions],
  subscriptions: [
    { event: 'chat.turn.ended', job: noticeQuestion },
    { event: 'tasks.task.failed', job: nudgeFailure },
  ],
});
