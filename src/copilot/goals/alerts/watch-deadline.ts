/** Raises what is due to be said about one goal's deadline, and resolves what is over. */
import { raiseAlert, resolveAlert } from '../../../core/alerts/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { daysAway, deadlineAt, sayDeadline } from '../deadline/deadline.ts';
import { openMilestones, type Standing } from '../standing.ts';
import { type Quiet, type Reminder, remindersOf } from './reminders.ts';
import { insertReminder, type ReminderRow, removeReminder } from './store.ts';

export interface Watch {
  readonly zone: string;
  readonly quiet: Quiet;
  /** Raised before, for this goal. */
  readonly raised: readonly ReminderRow[];
}

const STOP = 'Complete or pause the goal, move its deadline, or mute the rule goals.deadline.';

function textOf(standing: Standing, { name }: Reminder, { zone, now }: { zone: string; now: number }): string {
  const { goal, progress } = standing;
  const deadline = goal.deadline ?? '';
  const day = sayDeadline(deadline, zone);
  const away = daysAway(deadlineAt(deadline, zone), now, zone);
  const due = name === 'overdue' ? `was due ${away}, on ${day}` : `is due ${away}, on ${day}`;
  const [next] = openMilestones(standing);
  return `"${goal.title}" ${due}. ${Math.round(progress * 100)} % is done${next ? `; next: ${next.title}` : ''}.`;
}

async function raise(ctx: Context, standing: Standing, reminder: Reminder, watch: Watch): Promise<string> {
  const { goal } = standing;
  const key = `goals.deadline:${goal.id}:${goal.deadline}:${reminder.name}`;
  const isFar = reminder.name === '7 days before' || reminder.name === '50 % before';
  await raiseAlert(ctx, {
    rule: 'goals.deadline',
    subject: goal.title,
    severity: isFar ? 'info' : 'warning',
    text: textOf(standing, reminder, { zone: watch.zone, now: ctx.clock.now() }),
    because: reminder.name === 'overdue' ? 'Its deadline has passed.' : 'Its deadline is near and it is not done.',
    stop: STOP,
    link: `/goals/${goal.id}`,
    key,
  });
  return key;
}

const nameOf = ({ goal }: Standing, { name }: Reminder): string => `${name} ${goal.deadline}`;

async function resolve(ctx: Context, rows: readonly ReminderRow[], isForgotten: boolean): Promise<void> {
  for (const row of rows) {
    if (row.alert_key) await resolveAlert(ctx, row.alert_key);
    if (isForgotten) await removeReminder(ctx.owner, ctx.db, row);
  }
}

/** After a downtime only the last of what is due is said: the others are no news any more. */
export async function watchDeadline(ctx: Context, standing: Standing, watch: Watch): Promise<void> {
  const { goal, progress } = standing;
  const own = watch.raised.filter(({ name }) => !name.startsWith('slip'));
  const isWatched = goal.status === 'active' && goal.deadline !== null && progress < 1;
  const outdated = own.filter(({ name }) => !isWatched || !name.endsWith(` ${goal.deadline}`));
  await resolve(ctx, outdated, true);
  if (!isWatched || goal.deadline === null) return;
  const now = ctx.clock.now();
  const term = { createdAt: goal.created_at, deadlineAt: deadlineAt(goal.deadline, watch.zone), ...watch };
  const known = new Set(own.map(({ name }) => name));
  const due = remindersOf(term).filter((reminder) => reminder.at <= now && !known.has(nameOf(standing, reminder)));
  const last = due.at(-1);
  if (!last) return;
  await resolve(
    ctx,
    own.filter((row) => !outdated.includes(row)),
    false,
  );
  for (const reminder of due) {
    const alert_key = reminder === last ? await raise(ctx, standing, reminder, watch) : '';
    const row = { goal_id: goal.id, name: nameOf(standing, reminder), alert_key, at: now };
    await insertReminder(ctx.owner, ctx.db, row);
  }
}
