/** Goes back to the version of an installed pack before the current one; the newer one is forgotten. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findPack, packOf } from '../library/available.ts';
import { packErrors, packIdSchema, packSchema, shippedError } from './pack.ts';
import { listVersions, lockPack, putPack, removeVersions } from './store.ts';

export const rollbackPack = defineOperation({
  name: 'knowledge.packs.rollback',
  summary: 'Go back to the version of a knowledge pack before its update',
  input: z.object({ id: packIdSchema }),
  output: packSchema,
  errors: {
    ...packErrors,
    ...shippedError,
    pack_has_no_earlier: {
      kind: 'conflict',
      text: ({ id }: { id: string }) => `No version of ${id} before this one is kept.`,
    },
  },
  permission: 'knowledge:write',
  effect: 'write',
  examples: [
    { say: 'roll back the garden pack', input: { id: 'garden' } },
    { say: 'go back to the earlier version of the knowledge pack garden', input: { id: 'garden' } },
    { say: 'put the garden pack back to its last version', input: { id: 'garden' } },
  ],
  preview: async (_ctx, { id }) => `Go back to the earlier version of the pack ${id}.`,
  run: (ctx, { id }, fail) =>
    ctx.transaction(async (tx) => {
      const { owner, db, clock, events } = tx;
      await lockPack(owner, db, id);
      const pack = await findPack(tx, id);
      if (!pack) throw fail.pack_unknown({});
      const { installed, state } = pack;
      if (!installed) throw fail.pack_is_shipped({ id });
      const versions = await listVersions(owner, db, id);
      const earlier = versions.find(({ ordinal }) => ordinal < installed.ordinal);
      if (!earlier) throw fail.pack_has_no_earlier({ id });
      const { ordinal, version, hash } = earlier;
      await putPack(owner, db, { id, state, ordinal, changed_at: clock.now() });
      await removeVersions(owner, db, { id, from: ordinal + 1 });
      await events.emit('knowledge.pack.updated', { owner, id, version, hash });
      const now = await findPack(tx, id);
      if (!now) throw fail.pack_unknown({});
      return packOf(now);
    }),
});
