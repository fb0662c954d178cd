/** A person's decision on two facts that contradict each other: keep the one held, take the one told, both, or neither's words. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { type Fact, factTextSchema } from '../facts/fact.ts';
import { findFact, lockFacts, updateFactRow } from '../facts/store.ts';
import { updateFact } from '../facts/update.ts';
import { conflictErrors } from './conflict.ts';
import { type ConflictRow, findConflict, updateConflict } from './store.ts';

type Keep = 'held' | 'told' | 'both' | 'edited';

/** A fact trusted by the owner's decision holds; the other is over, since the decision. */
async function decide(tx: Context, { held_id, told_id }: ConflictRow, keep: Keep): Promise<void> {
  const { owner, db, clock } = tx;
  const now = clock.now();
  const current = { state: 'current', retired_at: null, replaced_by: null, valid_to: null } as const;
  const past = { state: 'past', retired_at: now, valid_to: now } as const;
  if (keep === 'told' || keep === 'edited') {
    await updateFactRow(owner, db, { id: held_id, ...past, replaced_by: told_id });
    await updateFactRow(owner, db, { id: told_id, ...current, trust: 'owner' });
  }
  if (keep === 'both') await updateFactRow(owner, db, { id: told_id, ...current, trust: 'owner' });
  if (keep === 'held') await updateFactRow(owner, db, { id: told_id, ...past, replaced_by: held_id });
}

export const resolveConflict = defineOperation({
  name: 'memory.conflicts.resolve',
  summary: 'Decide between facts that contradict each other',
  input: z.object({
    id: z.uuid(),
    keep: z
      .enum(['held', 'told', 'both', 'edited'])
      .describe('`held` is what was known before, `told` what came since'),
    fact: factTextSchema.optional().describe('The words to keep, for `edited`'),
  }),
  output: z.object({ id: z.uuid(), keep: z.enum(['held', 'told', 'both', 'edited']), kept: z.array(z.string()) }),
  errors: {
    ...conflictErrors,
    conflict_resolved: { kind: 'conflict', text: () => 'This was decided already. Reopen it to decide anew.' },
    conflict_words_missing: { kind: 'invalid', text: () => 'Give the words to keep in "fact".' },
  },
  permission: 'memory:write',
  effect: 'write',
  undo: 'memory.conflicts.reopen',
  examples: [
    {
      say: 'keep both facts of the conflict 00000000-0000-4000-8000-0000000000e1',
      input: { id: '00000000-0000-4000-8000-0000000000e1', keep: 'both' },
    },
    {
      say: 'resolve the conflict 00000000-0000-4000-8000-0000000000e1 and keep told',
      input: { id: '00000000-0000-4000-8000-0000000000e1', keep: 'told' },
    },
  ],
  preview: async (_ctx, { keep, fact }) => (fact ? `Keep instead: ${fact}` : `Keep what was ${keep}.`),
  run: (ctx, { id, keep, fact }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, events } = tx;
      await lockFacts(owner, db);
      const conflict = await findConflict(owner, db, id);
      if (!conflict) throw fail.conflict_unknown({});
      if (conflict.resolved_at !== null) throw fail.conflict_resolved({});
      if (keep === 'edited' && !fact) throw fail.conflict_words_missing({});
      await decide(tx, conflict, keep);
      if (keep === 'edited' && fact) await tx.call(updateFact, { id: conflict.told_id, fact });
      await updateConflict(owner, db, { id, resolved_at: clock.now(), resolution: keep });
      await events.emit('memory.conflict.resolved', { owner, id });
      const facts = await Promise.all([conflict.held_id, conflict.told_id].map((one) => findFact(owner, db, one)));
      const isKept = (one: Fact | null): one is Fact => one?.state === 'current';
      return { id, keep, kept: facts.filter(isKept).map((one) => one.fact) };
    }),
});
