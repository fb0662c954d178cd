/** Forgets what was asked more than a week ago. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { deleteQuestionsBefore } from './store.ts';

const WEEK_MS = 7 * 86_400_000;

export const pruneQuestions = defineJob({
  name: 'briefs.prune',
  input: z.object({}),
  cron: '47 3 * * *',
  run: ({ db, clock }) => deleteQuestionsBefore(db, clock.now() - WEEK_MS),
});
