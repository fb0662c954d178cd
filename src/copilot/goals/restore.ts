/** Takes back the last change of a goal: brings a removed one back, or what it was before a change. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { circleThrough, type GoalState, goalsOf, recordChange, sameGoal } from './change.ts';
import { setEvidenceRemoved } from './evidence/store.ts';
import { SHED } from './examples.ts';
import { goalSchema, goalWriteErrors } from './goal.ts';
import { findGoalRow, type GoalRow, lockGoals, updateGoalRow } from './store.ts';
import { lastVersions } from './versions/store.ts';

export const restoreGoal = defineOperation({
  name: 'goals.restore',
  summary: 'Take back the last change of a goal',
  input: z.object({ id: z.uuid() }),
  output: goalSchema,
  errors: {
    ...goalWriteErrors,
    goal_unchanged: { kind: 'conflict', text: () => 'This goal was never changed, so there is nothing to take back.' },
  },
  permission: 'goals:write',
  effect: 'write',
  undo: 'goals.restore',
  examples: [
    { say: 'bring the goal about the shed back', input: { id: SHED }, refers: { id: 'the shed' } },
    { say: 'restore the goal to paint the shed', input: { id: SHED }, refers: { id: 'paint the shed' } },
    { say: 'undo the last change of the shed goal', input: { id: SHED }, refers: { id: 'the shed' } },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const now = await findGoalRow(owner, db, id);
      if (!now) throw fail.goal_unknown({});
      const [last, before] = await lastVersions(owner, db, id);
      const target = now.removed_at === null ? before : last;
      if (!last || !target) throw fail.goal_unchanged({});
      const { stated, ...state } = target.state as unknown as GoalState;
      const row: GoalRow = { ...now, ...state, removed_at: null, updated_at: clock.now() };
      const known = await goalsOf(tx);
      const same = row.status === 'completed' ? undefined : sameGoal(known, row.title, id);
      if (same) throw fail.goal_already_there({ id: same.id, title: same.title });
      const circle = circleThrough(known, id, JSON.parse(row.depends_on) as string[]);
      if (circle) throw fail.goal_depends_on_itself({ path: circle.join(' → ') });
      const undone = (last.state as unknown as GoalState).stated;
      if (now.removed_at === null && undone) {
        await setEvidenceRemoved(owner, db, { id: undone, removed_at: clock.now() });
      }
      if (stated) await setEvidenceRemoved(owner, db, { id: stated, removed_at: null });
      await updateGoalRow(owner, db, row);
      return recordChange(tx, row, { change: 'restored', stated: stated ?? null });
    }),
});
