/** Schedules for tests. */
import type { Context } from '../../kernel/context.ts';
import { insertSchedule, type ScheduleRow } from './store.ts';

export function aSchedule(ctx: Context, schedule: Partial<ScheduleRow> = {}): ScheduleRow {
  const now = ctx.clock.now();
  return {
    id: ctx.newId(),
    owner: ctx.owner,
    title: 'Reminder: review the cluster',
    trigger_kind: 'recurring',
    said: 'every Monday at 9',
    cron: '0 9 * * 1',
    at: null,
    time_zone: 'Europe/Lisbon',
    event: null,
    filter: null,
    action_kind: 'remind',
    operation: null,
    input: '{}',
    words: 'review the cluster',
    consent: 'owner',
    consent_hash: '',
    permissions: '["*"]',
    catch_up: 'once',
    state: 'active',
    next_at: now + 86_400_000,
    conversation_id: null,
    previous: null,
    created_at: now,
    updated_at: now,
    removed_at: null,
    ...schedule,
  };
}

const id = (number: number): string => `00000000-0000-4000-8000-00000000c1e${number}`;

/** Puts in place what the examples of this module speak of. */
export async function givenScheduleExamples(ctx: Context): Promise<void> {
  const { owner, db, clock } = ctx;
  const rows: Partial<ScheduleRow>[] = [
    { id: id(1), title: 'Reminder: the Monday review, review the cluster' },
    { id: id(2), title: 'Reminder: backup check, weekly report', words: 'check the backup' },
    { id: id(3), title: 'Reminder: drink water', state: 'paused', next_at: null },
    { id: id(4), title: 'Reminder: the plants', removed_at: clock.now(), next_at: null },
  ];
  for (const row of rows) await insertSchedule(owner, db, aSchedule(ctx, row));
}
