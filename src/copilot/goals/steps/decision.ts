/** A decision on a step: accepted or declined, and what it became. */
import { z } from 'zod';
import { STEP_KINDS } from './step.ts';
import type { DecisionRow } from './store.ts';

export const madeSchema = z.object({ type: z.enum(['milestone', 'task', 'completion']), id: z.string() });
export type Made = z.output<typeof madeSchema>;

export const decisionSchema = z.object({
  id: z.uuid(),
  goal_id: z.uuid(),
  step_id: z.uuid(),
  kind: z.enum(STEP_KINDS),
  verdict: z.enum(['accepted', 'declined']),
  text: z.string(),
  made: madeSchema.nullable().describe('What it became; null for a step that is only kept in mind'),
  at: z.iso.datetime(),
  removed_at: z.iso.datetime().nullable(),
});
export type Decision = z.output<typeof decisionSchema>;

export function decisionOf(
  { owner: _owner, made, at, ...row }: DecisionRow,
  removedAt: number | null = null,
): Decision {
  return {
    ...row,
    made: made === null ? null : madeSchema.parse(JSON.parse(made)),
    at: new Date(at).toISOString(),
    removed_at: removedAt === null ? null : new Date(removedAt).toISOString(),
  };
}

export const stepErrors = {
  step_unknown: {
    kind: 'not_found',
    text: () => 'There is no such suggestion, or it was decided already. `nima goals steps list` shows what is open.',
  },
} as const;
