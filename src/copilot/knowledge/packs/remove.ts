/** Removes an installed pack with every version and everything derived from it. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findPack, packOf } from '../library/available.ts';
import { packShelves } from '../ports/pack-shelf.ts';
import { packErrors, packIdSchema, packSchema, shippedError } from './pack.ts';
import { listVersions, removePackRows } from './store.ts';

export const removePack = defineOperation({
  name: 'knowledge.packs.remove',
  summary: 'Remove an installed knowledge pack',
  input: z.object({ id: packIdSchema }),
  output: packSchema,
  errors: { ...packErrors, ...shippedError },
  permission: 'knowledge:write',
  effect: 'destroy',
  examples: [
    { say: 'remove the garden pack', input: { id: 'garden' } },
    { say: 'uninstall the knowledge pack garden', input: { id: 'garden' } },
    { say: 'delete the pack garden', input: { id: 'garden' } },
  ],
  preview: async (_ctx, { id }) => `Remove the pack ${id} with all versions kept of it.`,
  async run(ctx, { id }, fail) {
    const { gone, hashes } = await ctx.transaction(async (tx) => {
      const { owner, db, events } = tx;
      const pack = await findPack(tx, id);
      if (!pack) throw fail.pack_unknown({});
      if (!pack.installed) throw fail.pack_is_shipped({ id });
      const gone = await packOf(pack);
      const versions = await listVersions(owner, db, id);
      if (!(await removePackRows(owner, db, id))) throw fail.pack_unknown({});
      await events.emit('knowledge.pack.removed', { owner, id });
      return { gone, hashes: versions.map(({ hash }) => hash) };
    });
    // Another owner of the same pack has its embeddings made again.
    const [shelf] = ctx.providers(packShelves).values();
    for (const hash of hashes) await shelf?.remove(hash.replace('sha256:', ''));
    return gone;
  },
});
