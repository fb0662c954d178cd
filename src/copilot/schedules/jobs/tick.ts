/**
 * Looks for schedules that are due, every minute and at the very time of one that comes once. Which owner they belong to
 * decides who the firing acts for, so each is a job of its own.
 */
import { z } from 'zod';
import { defineJob } from '../../../kernel/module.ts';
import { listOwnersDue } from '../store.ts';
import { fireDue } from './fire.ts';

export const tickSchedules = defineJob({
  name: 'schedules.tick',
  input: z.object({}),
  cron: '* * * * *',
  async run({ db, clock, jobs }) {
    for (const owner of await listOwnersDue(db, clock.now()))
      await jobs.enqueue({ name: fireDue.name, input: { owner }, key: `schedules.fire:${owner}` });
  },
});
