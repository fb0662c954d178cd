/** Looks after one owner's goals: deadlines that come near or pass, forecasts that slip. Says each thing once. */
import { z } from 'zod';
import { minutesOf, preferencesOf } from '../../../core/alerts/index.ts';
import { defineJob } from '../../../kernel/module.ts';
import { listReminders } from '../alerts/store.ts';
import { watchDeadline } from '../alerts/watch-deadline.ts';
import { watchSlip } from '../alerts/watch-slip.ts';
import { standingsOf } from '../standing.ts';
import { listGoalRows, lockGoals } from '../store.ts';
import { surroundingsOf } from '../view.ts';

export const checkGoals = defineJob({
  name: 'goals.check',
  input: z.object({ owner: z.string() }),
  run: (ctx) =>
    ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      // Two replicas that look at once would each find the same thing unsaid.
      await lockGoals(owner, db);
      const { quiet_from, quiet_to } = await preferencesOf(tx);
      const quiet = {
        from: quiet_from === null ? null : minutesOf(quiet_from),
        to: quiet_to === null ? null : minutesOf(quiet_to),
      };
      const around = await surroundingsOf(tx);
      const raised = Map.groupBy(await listReminders(owner, db), ({ goal_id }) => goal_id);
      const rows = [...(await listGoalRows(owner, db)), ...(await listGoalRows(owner, db, { isRemoved: true }))];
      const watched = rows.filter(({ id, status }) => status === 'active' || raised.has(id));
      for (const standing of await standingsOf(tx, watched)) {
        const own = raised.get(standing.goal.id) ?? [];
        // A removed goal is watched like a paused one: what was said of it is over.
        const isRemoved = standing.goal.removed_at !== null;
        const seen = isRemoved ? { ...standing, goal: { ...standing.goal, status: 'paused' as const } } : standing;
        await watchDeadline(tx, seen, { zone: around.zone, quiet, raised: own });
        await watchSlip(tx, seen, { around, raised: own });
      }
    }),
});
