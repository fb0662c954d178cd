/** Two facts that cannot both be true, where the newer one may not replace the older by itself. Its schema and errors. */
import { z } from 'zod';
import { factSchema } from '../facts/fact.ts';

export const conflictSchema = z.object({
  id: z.uuid(),
  held: factSchema.describe('What is held until somebody decides'),
  told: factSchema.describe('What was told since'),
  because: z.string().describe('Why it did not simply replace what is held'),
  created_at: z.iso.datetime(),
  resolved_at: z.iso.datetime().nullable(),
  resolution: z.enum(['held', 'told', 'both', 'edited']).nullable(),
});
export type Conflict = z.output<typeof conflictSchema>;

export const conflictErrors = {
  conflict_unknown: {
    kind: 'not_found',
    text: () => 'There is no such conflict. `nima memory conflicts list` shows those that wait for a decision.',
  },
} as const;
