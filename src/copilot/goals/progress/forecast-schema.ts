/** A forecast as it is shown: when a goal will be reached, how sure that is, and what it rests on. */
import { z } from 'zod';

export const RISKS = ['done', 'on_track', 'at_risk', 'slipping', 'no_deadline', 'no_data', 'paused'] as const;

export const forecastSchema = z.object({
  risk: z.enum(RISKS),
  expected_at: z.iso.datetime().nullable().describe('As likely earlier as later'),
  earliest_at: z.iso.datetime().nullable().describe('Sooner in one case of ten'),
  latest_at: z.iso.datetime().nullable().describe('Later in one case of ten; null when that is beyond ten years'),
  probability: z.number().min(0).max(1).nullable().describe('Of reaching it by the deadline'),
  rate_per_week: z.number().nullable().describe('Progress a week, lately'),
  because: z.string(),
});
export type ForecastView = z.output<typeof forecastSchema>;
