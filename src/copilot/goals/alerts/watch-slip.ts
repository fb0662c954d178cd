/** Says once that a goal's forecast has moved past its deadline, and takes it back when it is on track again. */
import { raiseAlert, resolveAlert } from '../../../core/alerts/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { forecastOf } from '../progress/say-forecast.ts';
import type { Standing } from '../standing.ts';
import type { Surroundings } from '../view.ts';
import { insertReminder, type ReminderRow, removeReminder } from './store.ts';

/** Between the two words nothing is said, so a forecast on the edge does not chatter. */
const isOver = (risk: string): boolean => risk !== 'slipping' && risk !== 'at_risk';

export async function watchSlip(
  ctx: Context,
  standing: Standing,
  { around, raised }: { around: Surroundings; raised: readonly ReminderRow[] },
): Promise<void> {
  const { id: goal_id, title, deadline, status } = standing.goal;
  const known = raised.find(({ name }) => name === 'slip');
  const { risk, because, probability } = forecastOf(standing, around);
  const key = `goals.slip:${goal_id}`;
  if (known && (isOver(risk) || status !== 'active' || deadline === null)) {
    await resolveAlert(ctx, key);
    await removeReminder(ctx.owner, ctx.db, known);
  }
  // With the deadline past, `goals.deadline` speaks.
  if (known || risk !== 'slipping' || probability === 0) return;
  await raiseAlert(ctx, {
    rule: 'goals.slip',
    subject: title,
    severity: 'warning',
    text: `"${title}" is slipping: ${because}`,
    because: 'Its forecast moved past its deadline.',
    stop: 'Make the goal smaller, move its deadline, pause it, or mute the rule goals.slip.',
    link: `/goals/${goal_id}`,
    key,
  });
  await insertReminder(ctx.owner, ctx.db, { goal_id, name: 'slip', alert_key: key, at: ctx.clock.now() });
}
