/** What acknowledging and reopening share: the move between states, and the refusal of one that makes no sense. */
import type { Context } from '../../kernel/context.ts';
import type { Fail } from '../../kernel/errors.ts';
import type { Alert, alertErrors } from './alert.ts';
import { findAlert, updateAlert } from './store.ts';
import { takeBackUnwanted } from './unwanted.ts';

export const moveErrors = {
  alert_elsewhere: {
    kind: 'conflict',
    text: ({ state }: { state: string }) => `This alert is ${state} already.`,
  },
} as const;

interface Move {
  readonly id: string;
  readonly from: Alert['state'];
  readonly to: Alert['state'];
}

export function moveAlert(
  ctx: Context,
  { id, from, to }: Move,
  fail: Fail<typeof alertErrors & typeof moveErrors>,
): Promise<Alert> {
  return ctx.transaction(async (tx) => {
    const { owner, db, clock, events } = tx;
    const alert = await findAlert(owner, db, id);
    if (!alert) throw fail.alert_unknown({});
    if (alert.state !== from) throw fail.alert_elsewhere({ state: alert.state });
    await updateAlert(owner, db, { id, state: to, updated_at: clock.now() });
    if (to === 'open') await takeBackUnwanted(tx, alert);
    await events.emit(`alerts.${to === 'open' ? 'reopened' : to}`, { owner, id, rule: alert.rule });
    return { ...alert, state: to, updated_at: new Date(clock.now()).toISOString() };
  });
}
