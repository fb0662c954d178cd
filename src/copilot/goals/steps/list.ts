/** What to do next, over all active goals. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { likeness } from '../matching/likeness.ts';
import { standingsOf } from '../standing.ts';
import { listGoalRows } from '../store.ts';
import { surroundingsOf } from '../view.ts';
import { stepsOf } from './all-steps.ts';
import { stepSchema } from './step.ts';

export const listSteps = defineOperation({
  name: 'goals.steps.list',
  summary: 'Suggest what to do next',
  input: z.object({
    query: z.string().max(500).optional().describe('Words in the suggestion; the best match comes first'),
    limit: z.int().min(1).max(200).default(20),
  }),
  output: z.object({ steps: z.array(stepSchema) }),
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'what should I do next?', input: {} },
    { say: 'what is next for my goals', input: {} },
    { say: 'show the suggestions for my goals', input: {} },
    { say: 'which goal needs me most', input: {} },
    { say: 'suggest 3 next steps', input: { limit: 3 } },
    { say: 'find suggestions about the theme', input: { query: 'theme' } },
    { say: 'what is the best next step', input: {} },
    { say: 'what should I do now', input: {} },
  ],
  async run(ctx, { query, limit }) {
    const around = await surroundingsOf(ctx);
    const standings = await standingsOf(ctx, await listGoalRows(ctx.owner, ctx.db, { status: 'active' }));
    const found = [];
    for (const standing of standings) found.push(...(await stepsOf(ctx, standing, around)));
    const ranked = found
      .map((step) => ({ step, fit: query ? likeness(query, `${step.text} ${step.goal_title}`) : 1 }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit || b.step.score - a.step.score);
    return { steps: ranked.slice(0, limit).map(({ step }) => step) };
  },
});
