/** Takes back a decision on a step: it may be suggested again, and the milestone it became is removed. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { DECLINED } from '../examples.ts';
import { findMilestone } from '../milestones/find.ts';
import { removeMilestone } from '../milestones/remove.ts';
import { restoreGoal } from '../restore.ts';
import { lockGoals } from '../store.ts';
import { countingDecisions, takeBack } from './decide.ts';
import { type Decision, decisionOf, decisionSchema } from './decision.ts';

/** A task that ran is not taken back: what it did is outside. */
async function unmake(ctx: Context, { made }: Decision): Promise<void> {
  if (made?.type === 'milestone' && (await findMilestone(ctx, made.id)))
    await ctx.call(removeMilestone, { id: made.id });
  if (made?.type === 'completion') await ctx.call(restoreGoal, { id: made.id });
}

export const restoreStep = defineOperation({
  name: 'goals.steps.restore',
  summary: 'Take back a decision on a suggestion',
  input: z.object({ id: z.uuid().describe('Id of the decision') }),
  output: decisionSchema,
  errors: {
    decision_unknown: {
      kind: 'not_found',
      text: () => 'There is no such decision. `nima goals steps weights` shows them.',
    },
  },
  permission: 'goals:write',
  effect: 'write',
  examples: [
    { say: `take back the decision ${DECLINED}`, input: { id: DECLINED } },
    { say: `undo decision ${DECLINED}`, input: { id: DECLINED } },
  ],
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      await lockGoals(owner, db);
      const row = (await countingDecisions(tx)).find((each) => each.id === id);
      if (!row) throw fail.decision_unknown({});
      await takeBack(tx, id);
      const decision = decisionOf(row, clock.now());
      await unmake(tx, decision);
      return decision;
    }),
});
