/** Forgets lessons for good, of one subject or all: Nima is there as in the beginning. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { deleteLessons } from './lessons/store.ts';

export const resetLearning = defineOperation({
  name: 'learning.reset',
  summary: 'Forget everything learned from you, of one subject or all',
  input: z.object({
    subject: z.string().trim().min(1).max(100).optional().describe('`language`, `goals.suggestions`; all unless given'),
  }),
  output: z.object({ forgotten: z.int().describe('Lessons that counted until now') }),
  permission: 'learning:write',
  effect: 'destroy',
  examples: [
    { say: 'forget everything you learned from me', input: {} },
    { say: 'reset your learning', input: {} },
    { say: 'unlearn everything', input: {} },
    { say: 'forget all lessons', input: {} },
    { say: 'reset what you learned about "language"', input: { subject: 'language' } },
    { say: 'forget all lessons about "goals.suggestions"', input: { subject: 'goals.suggestions' } },
  ],
  preview: async (_ctx, { subject }) => `Forget every lesson${subject ? ` about ${subject}` : ''}, for good.`,
  run: async ({ owner, db }, { subject }) => ({ forgotten: await deleteLessons(owner, db, subject) }),
});
