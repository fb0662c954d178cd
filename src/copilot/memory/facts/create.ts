/** Remembers one thing, as told. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineOperation } from '../../../kernel/operation.ts';
import { findTurn } from '../../conversations/index.ts';
import { categorySchema, type Fact, factSchema, factTextSchema, SOURCES } from './fact.ts';
import { rememberFact } from './remember.ts';
import { looksLikeSecret } from './secret-text.ts';
import { isSaidIn } from './support.ts';
import { categoryOf } from './voice.ts';

/** A person's own word is certain; what an agent passes on is as trusted as the words it can point to. */
async function originOf(ctx: Context, fact: string): Promise<Pick<Fact, 'trust' | 'evidence'>> {
  if (ctx.actor.kind !== 'agent') return { trust: 'owner', evidence: null };
  const turn = ctx.actor.place ? await findTurn(ctx.owner, ctx.db, ctx.actor.place) : null;
  const said = turn?.parent_id ? await findTurn(ctx.owner, ctx.db, turn.parent_id) : null;
  if (!said) return { trust: 'derived', evidence: null };
  const evidence = { conversation_id: said.conversation_id, turn_id: said.id, quote: said.content.slice(0, 500) };
  return { trust: isSaidIn(fact, said.content) ? 'owner' : 'derived', evidence };
}

export const createFact = defineOperation({
  name: 'memory.facts.create',
  summary: 'Remember something',
  input: z.object({
    fact: factTextSchema.describe('What to remember, in a sentence'),
    category: categorySchema
      .optional()
      .describe('Kind of fact, such as preferences or work; found from the words when left out'),
    source: z.enum(SOURCES).default('explicit'),
    confidence: z.number().min(0).max(1).default(1),
    metadata: z.record(z.string(), z.unknown()).default({}),
  }),
  output: factSchema,
  errors: {
    fact_already_known: {
      kind: 'conflict',
      text: ({ fact }: { id: string; fact: string }) => `That is already remembered: "${fact}".`,
    },
    fact_is_secret: {
      kind: 'invalid',
      text: () =>
        'That looks like a password or key. Keep it in a password manager; Nima remembers where it is, not what it is.',
    },
  },
  permission: 'memory:write',
  effect: 'write',
  undo: 'memory.facts.remove',
  examples: [
    { say: 'remember that I prefer dark mode', input: { fact: 'I prefer dark mode' } },
    { say: 'note that the router is in the hallway closet', input: { fact: 'the router is in the hallway closet' } },
    { say: "keep in mind: Ana's birthday is 3 May", input: { fact: "Ana's birthday is 3 May" } },
    { say: "don't forget that backups run on Sundays", input: { fact: 'backups run on Sundays' } },
  ],
  preview: async (_ctx, { fact }) => `Remember: ${fact}`,
  async run(ctx, input, fail) {
    if (looksLikeSecret(input.fact)) throw fail.fact_is_secret({});
    const origin = await originOf(ctx, input.fact);
    const category = input.category ?? categoryOf(input.fact);
    const { fact, isNew } = await rememberFact(ctx, { ...input, ...origin, category });
    if (!isNew) throw fail.fact_already_known({ id: fact.id, fact: fact.fact });
    return fact;
  },
});
