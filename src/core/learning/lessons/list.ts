/** What was learned from the owner, newest first. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { LESSON_KINDS, lessonOf, lessonSchema } from './lesson.ts';
import { listLessonRows } from './store.ts';

export const listLessons = defineOperation({
  name: 'learning.lessons.list',
  summary: 'List what Nima learned from you',
  input: z.object({
    kind: z.enum(LESSON_KINDS).optional().describe('accepted, declined or corrected'),
    subject: z.string().trim().min(1).max(100).optional().describe('`language`, `goals.suggestions`, `alerts.nudges`'),
    about: z.string().trim().min(1).max(200).optional(),
    removed: z.stringbool().or(z.boolean()).default(false).describe('What was removed and can still be restored'),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({ lessons: z.array(lessonSchema) }),
  permission: 'learning:read',
  effect: 'read',
  examples: [
    { say: 'what have you learned from me', input: {} },
    { say: 'list my lessons', input: {} },
    { say: 'show what you learned from me', input: {} },
    { say: 'which lessons did you learn', input: {} },
    { say: 'show the corrections I made', input: { kind: 'corrected' } },
    { say: 'what did I correct', input: { kind: 'corrected' } },
    { say: 'list the lessons I declined', input: { kind: 'declined' } },
    { say: 'what do you do differently because of me', input: {} },
  ],
  async run({ owner, db }, { kind, subject, about, removed: isRemoved, limit }) {
    const rows = await listLessonRows(owner, db, { kind, subject, about, isRemoved, limit });
    return { lessons: rows.map(lessonOf) };
  },
});
