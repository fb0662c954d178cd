/** Takes in a pack from a folder or a repository: data only, checked whole, named by its hash, and never trusted more. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findPack, packOf } from '../library/available.ts';
import { shippedPacks } from '../library/shipped.ts';
import { expectHash, expectHashSchema, hashError } from './expect-hash.ts';
import { packSchema, shippedError, sourceErrors } from './pack.ts';
import { placeSchema } from './place.ts';
import { contentOf, readSource } from './read-source.ts';
import { claimPack, insertVersion, listInstalled } from './store.ts';

/** Every question looks at the topics of all packs; fifty take about a millisecond. */
const INSTALLED_MAX = 50;

export const installPack = defineOperation({
  name: 'knowledge.packs.install',
  summary: 'Install a knowledge pack from a folder or a git repository',
  input: z.object({ source: placeSchema, expect_hash: expectHashSchema }),
  output: packSchema,
  errors: {
    ...sourceErrors,
    ...hashError,
    ...shippedError,
    pack_installed: {
      kind: 'conflict',
      text: ({ id }: { id: string }) =>
        `${id} is installed. \`nima knowledge packs update ${id}\` brings its new version.`,
    },
    packs_limit: {
      kind: 'limit',
      text: ({ limit }: { limit: number }) => `You have ${limit} packs installed. Remove one first.`,
    },
  },
  permission: 'knowledge:write',
  effect: 'write',
  examples: [
    { say: 'install the knowledge pack docs/guide/examples/homelab', input: { source: 'docs/guide/examples/homelab' } },
    { say: 'install the pack in docs/guide/examples/homelab', input: { source: 'docs/guide/examples/homelab' } },
    {
      say: 'add the knowledge pack from docs/guide/examples/homelab',
      input: { source: 'docs/guide/examples/homelab' },
    },
  ],
  preview: async (_ctx, { source, expect_hash }) =>
    `Install the pack that lies at ${source}${expect_hash ? `, if its hash is ${expect_hash}` : ''}.`,
  async run(ctx, { source: place, expect_hash }, fail) {
    const read = await readSource(ctx, place);
    const content = contentOf(read);
    const { id, version } = content.manifest;
    const hash = expectHash(content, expect_hash);
    if ((await shippedPacks.manifests()).has(id)) throw fail.pack_is_shipped({ id });
    return ctx.transaction(async (tx) => {
      const { owner, db, clock, events } = tx;
      const installedAt = clock.now();
      const isNew = await claimPack(owner, db, { id, state: 'by_topic', ordinal: 1, changed_at: installedAt });
      if (!isNew) throw fail.pack_installed({ id });
      const { source, revision: sourceRevision } = read;
      await insertVersion(owner, db, { id, ordinal: 1, version, hash, source, sourceRevision, content, installedAt });
      if ((await listInstalled(owner, db)).length > INSTALLED_MAX) throw fail.packs_limit({ limit: INSTALLED_MAX });
      await events.emit('knowledge.pack.installed', { owner, id, version, hash });
      const pack = await findPack(tx, id);
      if (!pack) throw new Error('The pack just installed is not there.');
      return packOf(pack);
    });
  },
});
