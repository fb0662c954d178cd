/** The owner did not want this nudge. Its rule is told less once that was said three times. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { alertErrors, alertSchema } from './alert.ts';
import { findAlert, updateAlert } from './store.ts';
import { isUnwanted, recordUnwanted } from './unwanted.ts';

const SLOW_BUILD = '00000000-0000-4000-8000-00000000a1e3';
const slowBuild = (say: string, words = 'the slow build') => ({
  say,
  input: { id: SLOW_BUILD },
  refers: { id: words },
});

export const declineAlert = defineOperation({
  name: 'alerts.decline',
  summary: 'Say that you did not want a nudge, so that such come less often',
  input: z.object({ id: z.uuid() }),
  output: alertSchema,
  errors: {
    ...alertErrors,
    alert_wanted: {
      kind: 'conflict',
      text: () => 'Only a nudge can be declined. Mute the rule or the subject of this instead.',
    },
    alert_declined: { kind: 'conflict', text: () => 'You declined this nudge already.' },
  },
  permission: 'alerts:write',
  effect: 'write',
  undo: 'alerts.reopen',
  examples: [
    slowBuild('decline the nudge about the slow build'),
    slowBuild('I did not want the nudge about the slow build'),
    slowBuild('decline the slow build nudge', 'the slow build'),
    slowBuild('that nudge about the slow build was not useful'),
    slowBuild('the nudge on the slow build is not helpful'),
  ],
  preview: async () => 'Decline a nudge: such come less often.',
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, events } = tx;
      const alert = await findAlert(owner, db, id);
      if (!alert) throw fail.alert_unknown({});
      if (alert.kind !== 'nudge') throw fail.alert_wanted({});
      if (await isUnwanted(tx, alert)) throw fail.alert_declined({});
      await recordUnwanted(tx, alert);
      if (alert.state !== 'open') return alert;
      const seen = { state: 'acknowledged' as const, updated_at: clock.now() };
      await updateAlert(owner, db, { id, ...seen });
      await events.emit('alerts.acknowledged', { owner, id, rule: alert.rule });
      return { ...alert, ...seen, updated_at: new Date(seen.updated_at).toISOString() };
    }),
});
