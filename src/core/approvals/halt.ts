/** The kill switch: from now on agents only look, running tasks are cut off, queued ones and schedules wait. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { haltSchema, haltView } from './halts/halt.ts';
import { findHalt, insertHalt } from './halts/store.ts';

export const haltEverything = defineOperation({
  name: 'approvals.halt',
  summary: 'Stop everything Nima does by itself',
  input: z.object({ reason: z.string().trim().min(1).max(500).optional().describe('Why, for the record') }),
  output: haltSchema,
  permission: 'approvals:decide',
  effect: 'write',
  undo: 'approvals.resume',
  examples: [
    { say: 'stop everything', input: {} },
    { say: 'halt', input: {} },
    { say: 'stop everything you are doing right now', input: {} },
    { say: 'pull the plug', input: {} },
    { say: 'emergency stop', input: {} },
    { say: 'hit the kill switch', input: {} },
    { say: 'freeze all activity', input: {} },
    { say: 'stop all tasks at once', input: {} },
    { say: 'halt all work now', input: {} },
    { say: 'stop all automation', input: {} },
  ],
  preview: async () => 'Stop everything: no agent acts, running tasks are cut off, queued ones wait.',
  run: (ctx, { reason = null }) =>
    ctx.transaction(async ({ owner, db, clock, actor, events }) => {
      const isNew = await insertHalt(owner, db, {
        reason,
        actor: `${actor.kind}/${actor.face}`,
        since: clock.now(),
      });
      if (isNew) await events.emit('approvals.halted', { owner });
      return haltView(await findHalt(owner, db));
    }),
});
