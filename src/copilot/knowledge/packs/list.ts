/** The packs an owner has, shipped and installed. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { availablePacks, packOf } from '../library/available.ts';
import { contentRoots } from '../select/words.ts';
import { PACK_STATES, type Pack, packSchema } from './pack.ts';

function fits({ id, name, category, description }: Pack, query: string): boolean {
  const own = contentRoots(`${id} ${name} ${category} ${description}`);
  const asked = [...contentRoots(query)].filter((root) => root !== 'pack' && root !== 'knowledge');
  return asked.every((root) => own.has(root));
}

export const listPacks = defineOperation({
  name: 'knowledge.packs.list',
  summary: 'List the knowledge packs',
  input: z.object({
    query: z.string().max(2000).optional().describe('Words of its name or description'),
    state: z.enum(PACK_STATES).optional(),
    limit: z.int().min(1).max(200).default(100),
  }),
  output: z.object({ packs: z.array(packSchema), total: z.int() }),
  permission: 'knowledge:read',
  effect: 'read',
  examples: [
    { say: 'list the knowledge packs', input: {} },
    { say: 'which knowledge packs are there', input: {} },
    { say: 'show my packs', input: {} },
    { say: 'what packs do you have', input: {} },
    { say: 'which packs are off', input: { state: 'off' } },
  ],
  async run(ctx, { query, state, limit }) {
    const all = await Promise.all((await availablePacks(ctx)).map(packOf));
    const packs = all.filter((pack) => (!state || pack.state === state) && (!query || fits(pack, query)));
    return { packs: packs.slice(0, limit), total: packs.length };
  },
});
