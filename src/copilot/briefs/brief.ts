/** The two briefs: what each looks back on and ahead to, and when it comes unless the owner says otherwise. */
import { z } from 'zod';

export const BRIEFS = ['morning', 'weekly'] as const;
export type BriefName = (typeof BRIEFS)[number];

export const briefNameSchema = z.enum(BRIEFS).describe('morning or weekly');

const DAY_MS = 86_400_000;

export interface BriefPlan {
  readonly title: string;
  /** Looked back on, and ahead to. */
  readonly spanMs: number;
  /** Days of the cron line when only a time of day is said. */
  readonly days: string;
  readonly cron: string;
}

export const PLANS: Readonly<Record<BriefName, BriefPlan>> = {
  morning: { title: 'Morning brief', spanMs: DAY_MS, days: '* * *', cron: '0 8 * * *' },
  weekly: { title: 'Weekly brief', spanMs: 7 * DAY_MS, days: '* * 1', cron: '0 8 * * 1' },
};

export const briefStateSchema = z.object({
  brief: briefNameSchema,
  state: z.enum(['on', 'off']),
  text: z.string().describe('When it comes, in words'),
  schedule_id: z.uuid().nullable().describe('The schedule that tells it'),
  next_at: z.iso.datetime().nullable(),
});
export type BriefState = z.output<typeof briefStateSchema>;
