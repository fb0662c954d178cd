/** How much a text sounds like the persona; the formula stands in `likeness/likeness.ts`. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { likenessOf } from './likeness/likeness.ts';
import { review } from './review/review.ts';
import { wornPersona } from './worn.ts';

const TEXT_CHARS_MAX = 20_000;

export const scorePersona = defineOperation({
  name: 'persona.score',
  summary: 'Measure how much a text sounds like Nima',
  input: z.object({ text: z.string().min(1).max(TEXT_CHARS_MAX) }),
  output: z.object({
    score: z.number().min(0).max(1).describe('1 sounds like the persona, 0 like its opposite, 0.5 is undecided'),
    like: z.number().describe('Mean cosine to the nearest examples'),
    unlike: z.number().describe('Mean cosine to the nearest counter-examples'),
    violations: z
      .array(z.object({ rule: z.string(), quote: z.string() }))
      .describe('What the style review would change'),
    embedder: z.string(),
  }),
  permission: 'persona:read',
  effect: 'read',
  examples: [
    {
      say: 'score this text against your persona: Check the logs first',
      input: { text: 'Check the logs first' },
    },
    {
      say: 'how much does this sound like you: Restart the pod',
      input: { text: 'Restart the pod' },
    },
  ],
  async run(ctx, { text }) {
    const pack = await wornPersona(ctx);
    const likeness = await likenessOf(ctx.embedder, text, pack.likeness);
    return { ...likeness, violations: [...review(text, pack.review).violations], embedder: ctx.embedder.id };
  },
});
