/**
 * Brings the new version of an installed pack from where it came from. First it only shows what would change; applied, it
 * keeps the version before, for `knowledge.packs.rollback`.
 */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { hashOf, type PackContent } from '../format/content.ts';
import { type AvailablePack, findPack, packOf } from '../library/available.ts';
import { diffOf, diffSchema, sizeOf } from './diff.ts';
import { expectHash, expectHashSchema, hashError } from './expect-hash.ts';
import { packErrors, packIdSchema, packSchema, shippedError, sourceErrors } from './pack.ts';
import { contentOf, type ReadSource, readSource } from './read-source.ts';
import { type InstalledPack, insertVersion, listVersions, lockPack, putPack, removeVersions } from './store.ts';

/** Versions kept of a pack: far enough to go back, few enough to be nothing beside a conversation. */
const VERSIONS_MAX = 5;

const updateErrors = {
  ...packErrors,
  ...shippedError,
  ...sourceErrors,
  ...hashError,
  pack_id_differs: {
    kind: 'conflict',
    text: ({ id, found }: { id: string; found: string }) =>
      `Where ${id} came from lies the pack ${found} now. Remove ${id} and install that one if it is meant.`,
  },
} as const;
const fail = failuresOf(updateErrors);

interface Found {
  readonly pack: AvailablePack & { readonly installed: InstalledPack };
  readonly read: ReadSource;
  readonly content: PackContent;
}

async function lookForUpdate(ctx: Context, id: string): Promise<Found> {
  const pack = await findPack(ctx, id);
  if (!pack) throw fail.pack_unknown({});
  const { installed } = pack;
  if (!installed) throw fail.pack_is_shipped({ id });
  const read = await readSource(ctx, installed.source);
  const content = contentOf(read);
  if (content.manifest.id !== id) throw fail.pack_id_differs({ id, found: content.manifest.id });
  return { pack: { ...pack, installed }, read, content };
}

/** Writes the version after the newest kept, and forgets the oldest beyond the limit. */
async function putVersion(ctx: Context, { pack, read, content }: Found): Promise<void> {
  const { owner, db, clock, events } = ctx;
  const { id, state } = pack;
  if (!(await lockPack(owner, db, id))) throw fail.pack_unknown({});
  const [newest] = await listVersions(owner, db, id);
  const ordinal = (newest?.ordinal ?? 0) + 1;
  const now = clock.now();
  const { version } = content.manifest;
  const hash = hashOf(content);
  const { source, revision: sourceRevision } = read;
  await insertVersion(owner, db, { id, ordinal, version, hash, source, sourceRevision, content, installedAt: now });
  await putPack(owner, db, { id, state, ordinal, changed_at: now });
  await removeVersions(owner, db, { id, below: ordinal - VERSIONS_MAX + 1 });
  await events.emit('knowledge.pack.updated', { owner, id, version, hash });
}

export const updatePack = defineOperation({
  name: 'knowledge.packs.update',
  summary: 'Update an installed knowledge pack, after showing what changes',
  input: z.object({
    id: packIdSchema,
    apply: z.boolean().default(false).describe('Change it; otherwise only show what would change'),
    expect_hash: expectHashSchema,
  }),
  output: packSchema.extend({
    is_applied: z.boolean(),
    is_newer: z.boolean().describe('False when the content is the one you have'),
    from_version: z.string(),
    to_version: z.string(),
    to_hash: z.string(),
    changes: diffSchema,
  }),
  errors: updateErrors,
  permission: 'knowledge:write',
  effect: 'write',
  effectOf: (_ctx, { apply }) => (apply ? 'write' : 'read'),
  examples: [
    { say: 'update the garden pack', input: { id: 'garden' } },
    { say: 'is there a new version of the knowledge pack garden', input: { id: 'garden' } },
    { say: 'what would change in the garden pack', input: { id: 'garden' } },
  ],
  async preview(ctx, { id, expect_hash }) {
    const { pack, content } = await lookForUpdate(ctx, id);
    const { added, changed, removed } = sizeOf(diffOf(await pack.load(), content));
    const pin = expect_hash ? '' : ' Whatever lies there then is taken; give expect_hash to pin it.';
    return `Update ${id} from ${pack.manifest.version} to ${content.manifest.version}: ${added} added, ${changed} changed, ${removed} removed.${pin}`;
  },
  async run(ctx, { id, apply, expect_hash }) {
    const found = await lookForUpdate(ctx, id);
    const { pack, content } = found;
    const hash = expectHash(content, expect_hash);
    const isNewer = hash !== pack.installed.hash;
    const changes = diffOf(await pack.load(), content);
    const isApplied = apply && isNewer;
    if (isApplied) await ctx.transaction((tx) => putVersion(tx, found));
    const now = isApplied ? await findPack(ctx, id) : pack;
    if (!now) throw fail.pack_unknown({});
    return {
      ...(await packOf(now)),
      is_applied: isApplied,
      is_newer: isNewer,
      from_version: pack.manifest.version,
      to_version: content.manifest.version,
      to_hash: hash,
      changes,
    };
  },
});
