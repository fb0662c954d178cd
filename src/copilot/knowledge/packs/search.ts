/** Looks for facts and rules in the packs that are not off; without words, shows them in order. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { type AvailablePack, availablePacks } from '../library/available.ts';
import { packLibrary } from '../library/library.ts';
import { passageOf, passageSchema } from '../select/passage.ts';
import { embedQuestion, type FoundPassage, searchPack } from '../select/passages.ts';
import { packErrors, packIdSchema } from './pack.ts';

async function everything(ctx: Context, packs: readonly AvailablePack[]): Promise<FoundPassage[]> {
  const now = ctx.clock.now();
  const loaded = await Promise.all(packs.map(async (pack) => ({ pack, ...(await packLibrary.load(ctx, pack)) })));
  return loaded.flatMap(({ pack, items }) => items.map((item) => ({ ...passageOf(pack, item, now), score: 0 })));
}

async function best(ctx: Context, packs: readonly AvailablePack[], query: string): Promise<FoundPassage[]> {
  const question = await embedQuestion(ctx, query);
  const found = await Promise.all(packs.map((pack) => searchPack(ctx, pack, question)));
  return found.flat().toSorted((a, b) => b.score - a.score);
}

export const searchPacks = defineOperation({
  name: 'knowledge.packs.search',
  summary: 'Search the facts and rules of knowledge packs',
  input: z.object({
    query: z.string().max(4000).optional().describe('A question or some words; left out, all in order'),
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
    const found = query?.trim() ? await best(ctx, packs, query) : await everything(ctx, packs);
    return { passages: found.slice(0, limit), total: found.length };
  },
});
