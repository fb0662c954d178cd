/** A piece of evidence: why a goal is as far as it is, with a link to where that was learned. */
import { z } from 'zod';

export const KINDS = ['milestone', 'turn', 'task', 'stated', 'noted'] as const;
export const SOURCE_TYPES = ['owner', 'turn', 'task'] as const;
/** A sentence or two; the source has the rest. */
export const EVIDENCE_CHARS_MAX = 500;
/** Years of work on one goal; replaying them takes milliseconds. */
export const EVIDENCE_MAX = 2000;

export const evidenceSourceSchema = z.object({
  type: z.enum(SOURCE_TYPES),
  id: z.string().nullable().describe('Turn or task'),
  conversation_id: z.string().nullable(),
  quote: z.string().nullable().describe('The words it rests on'),
});

export const evidenceSchema = z.object({
  id: z.uuid(),
  goal_id: z.uuid(),
  milestone_id: z.uuid().nullable(),
  kind: z.enum(KINDS),
  text: z.string(),
  share: z.number().min(0).max(1).describe('How much of its milestone, or of the goal, it says is done'),
  source: evidenceSourceSchema,
  at: z.iso.datetime(),
  removed_at: z.iso.datetime().nullable(),
});
export type Evidence = z.output<typeof evidenceSchema>;

export const evidenceErrors = {
  evidence_unknown: {
    kind: 'not_found',
    text: () => 'There is no such evidence. `nima goals evidence list` shows what there is.',
  },
} as const;
