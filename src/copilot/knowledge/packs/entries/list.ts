/** The facts and rules of one pack, as it lists them. */
import { z } from 'zod';
import { defineOperation } from '../../../../kernel/operation.ts';
import { findPack } from '../../library/available.ts';
import { packLibrary } from '../../library/library.ts';
import { passageOf, passageSchema } from '../../select/passage.ts';
import { packErrors, packIdSchema } from '../pack.ts';

export const listEntries = defineOperation({
  name: 'knowledge.packs.entries.list',
  summary: 'List the facts and rules of a knowledge pack',
  input: z.object({
    pack: packIdSchema,
    topic: z.string().max(100).optional().describe('Id of one of its topics'),
    limit: z.int().min(1).max(500).default(100),
    skip: z.int().min(0).max(10_000).default(0).describe('Entries of the pages before'),
  }),
  output: z.object({ entries: z.array(passageSchema), total: z.int() }),
  errors: packErrors,
  permission: 'knowledge:read',
  effect: 'read',
  examples: [
    { say: 'list the facts of the pack garden', input: { pack: 'garden' } },
    { say: 'list the facts and rules in the knowledge pack technical', input: { pack: 'technical' } },
    { say: 'which facts does the garden pack hold', input: { pack: 'garden' } },
  ],
  async run(ctx, { pack: id, topic, limit, skip }, fail) {
    const pack = await findPack(ctx, id);
    if (!pack) throw fail.pack_unknown({});
    const { items } = await packLibrary.load(ctx, pack);
    const wanted = items.filter(({ entry }) => !topic || entry.topic === topic);
    const now = ctx.clock.now();
    return {
      entries: wanted.slice(skip, skip + limit).map((item) => passageOf(pack, item, now)),
      total: wanted.length,
    };
  },
});
