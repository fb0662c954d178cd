/** The next times of a trigger, as instants and as the wall clock will show them. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { sayTime } from './trigger/say-when.ts';

export const nextTimesSchema = z.array(
  z.object({ at: z.iso.datetime(), text: z.string().describe('On the wall clock of the time zone') }),
);

interface Timed {
  readonly cron: string | null;
  readonly time_zone: string;
  readonly next_at: number | null;
}

export function nextTimes({ calendar }: Context, timed: Timed, count: number): z.input<typeof nextTimesSchema> {
  const { cron, time_zone, next_at } = timed;
  const times: { at: string; text: string }[] = [];
  for (let at = next_at; at !== null && times.length < count; ) {
    times.push({ at: new Date(at).toISOString(), text: sayTime(at, time_zone) });
    at = cron === null ? null : calendar.nextDue(cron, time_zone, at);
  }
  return times;
}
