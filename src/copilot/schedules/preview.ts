/** Reads a time without scheduling anything: what it means, and the next times it comes. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { nextTimes, nextTimesSchema } from './next-times.ts';
import { readWhen, triggerErrors, zoneOf } from './trigger/read-trigger.ts';
import { sayTrigger } from './trigger/say-when.ts';

const TIMES = 5;

export const previewSchedule = defineOperation({
  name: 'schedules.preview',
  summary: 'Show when a time would come, in words and dates',
  input: z.object({
    when: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .meta({ format: 'when' })
      .describe('“every Monday at 9”, “in 20 minutes”, or a cron line'),
    time_zone: z.string().optional().describe('IANA name; yours unless given'),
  }),
  output: z.object({
    text: z.string(),
    cron: z.string().nullable(),
    time_zone: z.string(),
    next_times: nextTimesSchema,
  }),
  errors: triggerErrors,
  permission: 'schedules:read',
  effect: 'read',
  examples: [
    { say: 'when would every Monday at 9 come', input: { when: 'every Monday at 9' } },
    { say: 'preview the schedule every 2 hours', input: { when: 'every 2 hours' } },
    { say: 'what dates are weekdays at 8', input: { when: 'weekdays at 8' } },
    { say: 'when does every Monday at 9 come due', input: { when: 'every Monday at 9' } },
  ],
  async run(ctx, { when, time_zone }) {
    const trigger = readWhen(ctx, when, await zoneOf(ctx, time_zone));
    const { cron, time_zone: zone } = trigger;
    return { text: sayTrigger(trigger), cron, time_zone: zone, next_times: nextTimes(ctx, trigger, TIMES) };
  },
});
