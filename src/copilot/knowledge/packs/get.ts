/** One pack: what it is about, how much is in it, and the versions kept of it. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findPack, packOf } from '../library/available.ts';
import { packErrors, packIdSchema, packSchema, packTopicSchema } from './pack.ts';
import { listVersions } from './store.ts';

const versionSchema = z.object({
  version: z.string(),
  hash: z.string(),
  source_revision: z.string().nullable().describe('Commit it came from'),
  installed_at: z.iso.datetime(),
  is_current: z.boolean(),
});

export const getPack = defineOperation({
  name: 'knowledge.packs.get',
  summary: 'Show one knowledge pack',
  input: z.object({ id: packIdSchema }),
  output: packSchema.extend({
    topics: z.array(packTopicSchema),
    facts: z.int(),
    rules: z.int(),
    versions: z.array(versionSchema).describe('Newest first; empty for a shipped pack'),
  }),
  errors: packErrors,
  permission: 'knowledge:read',
  effect: 'read',
  examples: [
    { say: 'show the knowledge pack technical', input: { id: 'technical' } },
    { say: 'what is in the garden pack', input: { id: 'garden' } },
    { say: 'show the garden pack', input: { id: 'garden' } },
    { say: 'what is in the technical pack', input: { id: 'technical' } },
  ],
  async run(ctx, { id }, fail) {
    const pack = await findPack(ctx, id);
    if (!pack) throw fail.pack_unknown({});
    const { facts, rules } = await pack.load();
    const versions = pack.installed ? await listVersions(ctx.owner, ctx.db, id) : [];
    return {
      ...(await packOf(pack)),
      topics: pack.manifest.topics.map(({ id: topic, name }) => ({ id: topic, name })),
      facts: facts.length,
      rules: rules.length,
      versions: versions.map(({ version, hash, sourceRevision, installedAt, ordinal }) => ({
        version,
        hash,
        source_revision: sourceRevision,
        installed_at: new Date(installedAt).toISOString(),
        is_current: ordinal === pack.installed?.ordinal,
      })),
    };
  },
});
