/** What schedules did and what came of it: newest first. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { RUN_STATES, runSchema } from './run.ts';
import { findRunRow, listRunRows } from './store.ts';

export const listRuns = defineOperation({
  name: 'schedules.runs.list',
  summary: 'List what schedules did and what came of it',
  input: z.object({
    schedule_id: z.uuid().optional().describe('Runs of this schedule only'),
    state: z.enum(RUN_STATES).optional(),
    limit: z.int().min(1).max(200).default(50),
    before: z.uuid().optional().describe('The last run of the page before'),
  }),
  output: z.object({ runs: z.array(runSchema) }),
  errors: {
    run_unknown: { kind: 'not_found', text: () => 'There is no such run. `nima schedules runs list` shows them.' },
  },
  permission: 'schedules:read',
  effect: 'read',
  examples: [
    { say: 'what did my schedules do', input: {} },
    { say: 'show the schedule history', input: {} },
    { say: 'which schedule runs failed', input: { state: 'failed' } },
    { say: 'list missed schedule runs', input: { state: 'missed' } },
    { say: 'list the runs of my schedules', input: {} },
  ],
  async run({ owner, db }, { schedule_id: scheduleId, state, limit, before }, fail) {
    const last = before ? await findRunRow(owner, db, before) : undefined;
    if (last === null) throw fail.run_unknown({});
    return { runs: await listRunRows(owner, db, { scheduleId, state, limit, before: last }) };
  },
});
