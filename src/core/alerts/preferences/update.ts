/** Changes how the owner is told things; what is not given stays. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { clockTimeSchema } from './clock-time.ts';
import { PER_DAY_MAX, preferencesOf, preferencesSchema, timeZoneSchema } from './preferences.ts';
import { lockPreferences, readPreferences, writePreferences } from './store.ts';

export const updatePreferences = defineOperation({
  name: 'alerts.preferences.update',
  summary: 'Change when and how Nima tells you things',
  input: z.object({
    time_zone: timeZoneSchema.optional().describe('IANA name: Europe/Lisbon'),
    quiet_from: clockTimeSchema.nullable().optional().describe('Start of the quiet hours, 22:00; null for none'),
    quiet_to: clockTimeSchema.nullable().optional().describe('End of the quiet hours, 07:00'),
    nudges: z.enum(['on', 'off']).optional().describe('Advice nobody asked for'),
    per_day_max: z.int().min(0).max(PER_DAY_MAX).optional().describe('Most nudges in a day'),
  }),
  output: preferencesSchema,
  permission: 'alerts:write',
  effect: 'write',
  undo: 'alerts.preferences.restore',
  examples: [
    { say: 'quiet hours from 22 to 7', input: { quiet_from: '22:00', quiet_to: '07:00' } },
    { say: 'keep quiet from 23:30 to 8:00', input: { quiet_from: '23:30', quiet_to: '08:00' } },
    { say: 'set quiet hours from 21 until 6', input: { quiet_from: '21:00', quiet_to: '06:00' } },
    { say: 'no alerts from 20 to 8', input: { quiet_from: '20:00', quiet_to: '08:00' } },
    { say: 'quiet hours from 23 to 6', input: { quiet_from: '23:00', quiet_to: '06:00' } },
    { say: 'my time zone is Europe/Lisbon', input: { time_zone: 'Europe/Lisbon' } },
    { say: 'I live in the time zone America/Toronto', input: { time_zone: 'America/Toronto' } },
    { say: 'turn nudges on', input: { nudges: 'on' } },
    { say: 'turn nudges off', input: { nudges: 'off' } },
  ],
  preview: async (_ctx, change) =>
    `Change how you are told things: ${Object.entries(change)
      .map(([name, value]) => `${name.replaceAll('_', ' ')} ${value ?? 'none'}`)
      .join(', ')}.`,
  run: (ctx, change) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock } = tx;
      const now = clock.now();
      await lockPreferences(owner, db, now);
      const before = (await readPreferences(owner, db))?.value ?? {};
      await writePreferences(owner, db, { value: { ...before, ...change }, previous: before }, now);
      return preferencesOf(tx);
    }),
});
