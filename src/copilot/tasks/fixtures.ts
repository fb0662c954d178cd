/** Tasks for tests. */
import type { Context } from '../../kernel/context.ts';
import { insertTask, type TaskRow } from './store.ts';
import { titleOf } from './task.ts';

export function aTaskRow(row: Partial<TaskRow> & { id: string }): Omit<TaskRow, 'owner'> {
  const { type = 'cli', action = 'uptime', params = '{}' } = row;
  return {
    ...{ type, action, params, title: titleOf(type, action, JSON.parse(params)) },
    asked: JSON.stringify({ operation: 'tasks.execute', input: { type, action, params: JSON.parse(params) } }),
    ...{ effect: 'read', status: 'queued', attempts: 0, round: 0, idempotency_key: row.id, approval_id: null },
    ...{ asked_by: 'person/rest', goal_id: null, progress: null, summary: null, data: null, is_untrusted: 0 },
    ...{ error: null, log: '[]', cancel_requested: 0, next_try_at: null, alive_at: null },
    ...{ created_at: 0, started_at: null, ended_at: null },
    ...row,
  };
}

const error = JSON.stringify({ kind: 'unavailable', code: 'outbound_timeout', message: 'It did not answer.' });

/** Puts in place what the examples of this module speak of. */
export async function givenTaskExamples({ owner, db, clock }: Context): Promise<void> {
  const now = clock.now();
  const id = (last: number) => `00000000-0000-4000-8000-0000000000a${last}`;
  const over = { created_at: now, started_at: now, ended_at: now };
  const rows: readonly (Partial<TaskRow> & { id: string })[] = [
    { id: id(1), ...over, status: 'succeeded', attempts: 1, summary: 'Up for 3 days', data: '{}' },
    { id: id(2), created_at: now, type: 'files', action: 'write', title: 'files write: notes', effect: 'write' },
    {
      id: id(3),
      ...over,
      type: 'http',
      action: 'webhook',
      status: 'failed',
      attempts: 1,
      title: 'http webhook: hooks',
      error,
    },
    { id: id(4), ...over, status: 'cancelled', title: 'cli df: disk' },
    { id: id(5), created_at: now, title: 'cli du: backup' },
  ];
  for (const row of rows) await insertTask(owner, db, aTaskRow(row));
}
