/** A run: one time a schedule did, or should have done, what it is for. */
import { z } from 'zod';

export const REASONS = ['time', 'catch_up', 'event', 'hand'] as const;
export const RUN_STATES = ['waiting', 'running', 'done', 'failed', 'missed', 'asks'] as const;

export const runSchema = z.object({
  id: z.uuid(),
  schedule_id: z.uuid(),
  title: z.string().describe('Title of the schedule'),
  planned_at: z.iso.datetime().describe('When it was due'),
  reason: z.enum(REASONS).describe('`catch_up`: late, after Nima was off'),
  state: z.enum(RUN_STATES).describe('`asks` waits for your approval'),
  outcome: z.string().nullable().describe('What came of it'),
  made: z
    .object({ operation: z.string(), id: z.string() })
    .nullable()
    .describe('What it made: the operation, and the id in its answer'),
  started_at: z.iso.datetime().nullable(),
  ended_at: z.iso.datetime().nullable(),
  duration_ms: z.int().nullable(),
});
export type Run = z.output<typeof runSchema>;
