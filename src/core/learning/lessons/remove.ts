/** Takes a lesson back: what follows from it ends at once. `learning.lessons.restore` brings it back for 30 days. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { SHIP_IT } from './examples.ts';
import { lessonErrors, lessonOf, lessonSchema } from './lesson.ts';
import { moveLesson } from './store.ts';

const shipIt = (say: string) => ({ say, input: { id: SHIP_IT }, refers: { id: 'ship it' } });

export const removeLesson = defineOperation({
  name: 'learning.lessons.remove',
  summary: 'Unlearn a lesson',
  input: z.object({ id: z.uuid() }),
  output: lessonSchema,
  errors: lessonErrors,
  permission: 'learning:write',
  effect: 'write',
  undo: 'learning.lessons.restore',
  examples: [
    shipIt('unlearn ship it'),
    shipIt('unlearn the lesson ship it'),
    shipIt('remove the lesson about ship it'),
    shipIt('forget the lesson ship it'),
    shipIt('drop the correction of ship it'),
    shipIt('remove the correction for ship it'),
  ],
  preview: async () => 'Unlearn a lesson: what followed from it ends.',
  async run({ owner, db, clock }, { id }, fail) {
    const row = await moveLesson(owner, db, { id, removed_at: clock.now() });
    if (!row) throw fail.lesson_unknown({});
    return lessonOf(row);
  },
});
