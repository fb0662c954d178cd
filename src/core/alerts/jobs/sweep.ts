/** Finds alerts that waited for the end of quiet hours, and has them told. Every five minutes: nobody sets quiet hours finer. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listDue } from '../store.ts';
import { tellAlert } from './tell.ts';

/** One look; the rest is found by the next. */
const BATCH_MAX = 500;

export const sweepAlerts = defineJob({
  name: 'alerts.sweep',
  input: z.object({}),
  cron: '*/5 * * * *',
  async run({ db, clock, jobs }) {
    for (const { owner, id } of await listDue(db, clock.now(), BATCH_MAX))
      await jobs.enqueue({ name: tellAlert.name, input: { owner, id }, key: `alerts.tell:${id}` });
  },
});
