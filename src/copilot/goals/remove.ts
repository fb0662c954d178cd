/** Removes a goal. It stays restorable for 30 days, then it is erased with everything that hung on it. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { recordChange } from './change.ts';
import { GARDEN } from './examples.ts';
import { goalErrors, goalSchema } from './goal.ts';
import { findGoalRow, lockGoals, updateGoalRow } from './store.ts';

export const removeGoal = defineOperation({
  name: 'goals.remove',
  summary: 'Remove a goal',
  input: z.object({ id: z.uuid() }),
  output: goalSchema,
  errors: goalErrors,
  permission: 'goals:write',
  effect: 'destroy',
  undo: 'goals.restore',
  examples: [
    { say: 'remove the goal about the garden', input: { id: GARDEN }, refers: { id: 'the garden' } },
    { say: 'delete my goal to plant the garden', input: { id: GARDEN }, refers: { id: 'plant the garden' } },
    { say: 'drop the garden goal', input: { id: GARDEN }, refers: { id: 'garden' } },
    { say: 'I give up the goal to plant the garden', input: { id: GARDEN }, refers: { id: 'plant the garden' } },
  ],
  async preview({ owner, db }, { id }) {
    const row = await findGoalRow(owner, db, id);
    return row ? `Remove the goal "${row.title}".` : 'Remove a goal that does not exist.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const row = await findGoalRow(owner, db, id);
      if (!row || row.removed_at !== null) throw fail.goal_unknown({});
      const removed = { ...row, removed_at: clock.now() };
      await updateGoalRow(owner, db, removed);
      return recordChange(tx, removed, { change: 'removed' });
    }),
});
