/** Brings a removed lesson back. An agent asks first: a lesson changes what Nima does. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { STANDUP } from './examples.ts';
import { lessonErrors, lessonOf, lessonSchema } from './lesson.ts';
import { findLesson, moveLesson } from './store.ts';

export const restoreLesson = defineOperation({
  name: 'learning.lessons.restore',
  summary: 'Bring back a lesson that was removed',
  input: z.object({ id: z.uuid() }),
  output: lessonSchema,
  errors: lessonErrors,
  permission: 'learning:write',
  effect: 'write',
  examples: [
    { say: `restore the lesson ${STANDUP}`, input: { id: STANDUP } },
    { say: `learn the lesson ${STANDUP} again`, input: { id: STANDUP } },
    { say: `bring back lesson ${STANDUP}`, input: { id: STANDUP } },
  ],
  async preview({ owner, db }, { id }) {
    const row = await findLesson(owner, db, id);
    return row ? `Learn again: ${lessonOf(row).text}` : 'Restore a lesson that does not exist.';
  },
  async run({ owner, db }, { id }, fail) {
    const row = await moveLesson(owner, db, { id, removed_at: null });
    if (!row) throw fail.lesson_unknown({});
    return lessonOf(row);
  },
});
