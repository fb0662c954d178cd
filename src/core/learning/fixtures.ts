/** Lessons for tests: what the examples of this module speak of. */
import type { Context } from '../../kernel/context.ts';
import { SHIP_IT, STANDUP } from './lessons/examples.ts';
import { insertLesson } from './lessons/store.ts';

export async function givenLearningExamples({ owner, db, clock }: Context): Promise<void> {
  const at = clock.now();
  const taught = { kind: 'corrected', subject: 'language', source_type: null, source_id: null, at } as const;
  const shipIt = { said: 'ship it', meant: 'list my tasks', operation: 'tasks.list', about: 'tasks.list' };
  await insertLesson(owner, db, { ...taught, ...shipIt, id: SHIP_IT, removed_at: null });
  const standup = { said: 'standup', meant: 'list my goals', operation: 'goals.list', about: 'goals.list' };
  await insertLesson(owner, db, { ...taught, ...standup, id: STANDUP, removed_at: at });
}
