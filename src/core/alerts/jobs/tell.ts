/** Tells an alert whose time has come: marks it told and hands it to the owner's channels. The page shows it either way. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { deliverTo } from '../channels/deliver-to.ts';
import { markTold } from '../store.ts';

export const tellAlert = defineJob({
  name: 'alerts.tell',
  input: z.object({ owner: z.string(), id: z.string() }),
  run: (ctx, { id }) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, events } = tx;
      const alert = await markTold(owner, db, id, clock.now());
      if (!alert) return;
      await events.emit('alerts.told', { owner, id, kind: alert.kind, rule: alert.rule });
      await deliverTo(tx, alert);
    }),
});
