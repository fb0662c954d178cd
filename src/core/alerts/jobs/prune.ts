/** Forgets old alerts and ended mutes: what was dealt with after 90 days, anything after a year. */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { deleteMutesBefore } from '../mutes/store.ts';
import { deleteOld } from '../store.ts';

const DAY_MS = 86_400_000;
const HANDLED_MS = 90 * DAY_MS;
const ANY_MS = 365 * DAY_MS;

export const pruneAlerts = defineJob({
  name: 'alerts.prune',
  input: z.object({}),
  cron: '41 3 * * *',
  async run({ db, clock }) {
    const now = clock.now();
    await deleteOld(db, now - HANDLED_MS, now - ANY_MS);
    await deleteMutesBefore(db, now - HANDLED_MS);
  },
});
