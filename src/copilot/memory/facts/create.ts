/** Remembers one thing, as told. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { categorySchema, factSchema, factTextSchema, metadataSchema, SOURCES, secretError } from './fact.ts';
import { originOf } from './origin.ts';
import { rememberFact } from './remember.ts';
import { looksLikeSecret } from './secret-text.ts';
import { categoryOf } from './voice.ts';

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
    metadata: metadataSchema.default({}),
  }),
  output: factSchema,
  errors: {
    fact_already_known: {
      kind: 'conflict',
      text: ({ fact }: { id: string; fact: string }) => `That is already remembered: "${fact}".`,
    },
    ...secretError,
  },
  permission: 'memory:write',
  effect: 'write',
  undo: 'memory.facts.remove',
  examples: [
    { say: 'remember that I prefer dark mode', input: { fact: 'I prefer dark mode' } },
    { say: 'note that the router is in the hallway closet', input: { fact: 'the router is in the hallway closet' } },
    { say: "keep in mind: Ana's birthday is 3 May", input: { fact: "Ana's birthday is 3 May" } },
    { say: "don't forget that backups run on Sundays", input: { fact: 'backups run on Sundays' } },
    { say: 'write down that I prefer dark mode', input: { fact: 'I prefer dark mode' } },
    { say: 'save this: I prefer dark mode', input: { fact: 'I prefer dark mode' } },
    { say: 'keep in mind I prefer dark mode', input: { fact: 'I prefer dark mode' } },
  ],
  preview: async (_ctx, { fact }) => `Remember: ${fact}`,
  async run(ctx, input, fail) {
    if (looksLikeSecret(input.fact)) throw fail.fact_is_secret({});
    const origin = await originOf(ctx, input.fact);
    const category = input.category ?? categoryOf(input.fact);
    const { fact, isNew } = await rememberFact(ctx, { ...input, ...origin, category }, true);
    if (!fact) throw new Error('Words asked to be remembered were not kept.');
    if (!isNew) throw fail.fact_already_known({ id: fact.id, fact: fact.fact });
    return fact;
  },
});
