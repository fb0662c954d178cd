/** Takes a decision back: what was held is held again, what was told waits. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { restoreFact } from '../facts/restore.ts';
import { findFact, lockFacts, updateFactRow } from '../facts/store.ts';
import { conflictErrors } from './conflict.ts';
import { findConflict, updateConflict } from './store.ts';

export const reopenConflict = defineOperation({
  name: 'memory.conflicts.reopen',
  summary: 'Take back a decision between facts',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  errors: {
    ...conflictErrors,
    conflict_open: { kind: 'conflict', text: () => 'This was not decided yet.' },
  },
  permission: 'memory:write',
  effect: 'write',
  examples: [
    {
      say: 'reopen the conflict 00000000-0000-4000-8000-0000000000e2',
      input: { id: '00000000-0000-4000-8000-0000000000e2' },
    },
    {
      say: 'take back the decision on the conflict 00000000-0000-4000-8000-0000000000e2',
      input: { id: '00000000-0000-4000-8000-0000000000e2' },
    },
    {
      say: 'open the conflict 00000000-0000-4000-8000-0000000000e2 again',
      input: { id: '00000000-0000-4000-8000-0000000000e2' },
    },
  ],
  preview: async () => 'Take back a decision between two facts.',
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db } = tx;
      await lockFacts(owner, db);
      const conflict = await findConflict(owner, db, id);
      if (!conflict) throw fail.conflict_unknown({});
      if (conflict.resolved_at === null) throw fail.conflict_open({});
      if (conflict.resolution === 'edited') await tx.call(restoreFact, { id: conflict.told_id });
      await updateFactRow(owner, db, {
        id: conflict.told_id,
        state: 'contested',
        retired_at: null,
        replaced_by: null,
        valid_to: null,
      });
      if ((await findFact(owner, db, conflict.held_id))?.state === 'past') {
        await updateFactRow(owner, db, {
          id: conflict.held_id,
          state: 'current',
          retired_at: null,
          replaced_by: null,
          valid_to: null,
        });
      }
      await updateConflict(owner, db, { id, resolved_at: null, resolution: null });
      return { id };
    }),
});
