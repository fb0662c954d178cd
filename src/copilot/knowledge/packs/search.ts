/** Looks for facts and rules in the packs that are not off, or in one pack whatever its state. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { type AvailablePack, availablePacks } from '../library/available.ts';
import { passageSchema } from '../select/passage.ts';
import { embedQuestion, type FoundPassage, searchPack } from '../select/passages.ts';
import { packErrors, packIdSchema } from './pack.ts';

async function best(ctx: Context, packs: readonly AvailablePack[], query: string): Promise<FoundPassage[]> {
  const question = await embedQuestion(ctx, query);
  const found = await Promise.all(packs.map((pack) => searchPack(ctx, pack, question)));
  return found.flat().toSorted((a, b) => b.score - a.score);
}

export const searchPacks = defineOperation({
  name: 'knowledge.packs.search',
  summary: 'Search the facts and rules of knowledge packs',
  input: z.object({
    query: z.string().trim().min(1).max(4000).describe('A question or some words'),
    pack: packIdSchema.optional(),
    limit: z.int().min(1).max(500).default(20),
  }),
  output: z.object({ passages: z.array(passageSchema.extend({ score: z.number() })), total: z.int() }),
  errors: packErrors,
  permission: 'knowledge:read',
  effect: 'read',
  examples: [
    { say: 'search the packs for dns ttl', input: { query: 'dns ttl' } },
    { say: 'search the knowledge packs for backup rules', input: { query: 'backup rules' } },
    { say: 'look in the packs for semver', input: { query: 'semver' } },
  ],
  async run(ctx, { query, pack: id, limit }, fail) {
    const available = await availablePacks(ctx);
    const packs = available.filter((pack) => (id ? pack.id === id : pack.state !== 'off'));
    if (id && packs.length === 0) throw fail.pack_unknown({});
    const found = await best(ctx, packs, query);
    return { passages: found.slice(0, limit), total: found.length };
  },
});
