/** How the owner wants to be told things: time zone, quiet hours, and how much. One set for each owner. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { isTimeZone, machineTimeZone } from '../../../kernel/wall-time.ts';
import { readPreferences } from './store.ts';

export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, { message: 'Give a time zone by its IANA name, such as Europe/Lisbon.' });

/** More than this in a day is noise, whoever sends it. */
export const PER_DAY_MAX = 50;

export const preferencesSchema = z.object({
  time_zone: z.string().describe('IANA name: Europe/Lisbon'),
  quiet_from: z.string().nullable().describe('Start of the quiet hours, 22:00; null for none'),
  quiet_to: z.string().nullable(),
  nudges: z.enum(['on', 'off']).describe('Advice nobody asked for; off until asked for'),
  per_day_max: z.int().describe('Most nudges in a day'),
});
export type Preferences = z.output<typeof preferencesSchema>;

/** What holds until the owner says otherwise. Three a day: more unasked advice is switched off, not read. */
export const defaultPreferences = (): Preferences => ({
  time_zone: machineTimeZone(),
  quiet_from: '22:00',
  quiet_to: '07:00',
  nudges: 'off',
  per_day_max: 3,
});

export async function preferencesOf({ owner, db }: Pick<Context, 'owner' | 'db'>): Promise<Preferences> {
  return { ...defaultPreferences(), ...(await readPreferences(owner, db))?.value };
}
