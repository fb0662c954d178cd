/** Has a pack consulted: for every question, or again only for questions on its topics. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { packErrors, packIdSchema, packSchema } from './pack.ts';
import { setState } from './set-state.ts';

export const activatePack = defineOperation({
  name: 'knowledge.packs.activate',
  summary: 'Consult a knowledge pack',
  input: z.object({
    id: packIdSchema,
    by_topic: z
      .boolean()
      .default(false)
      .describe('Only for questions on its topics, as packs start; otherwise for every question'),
  }),
  output: packSchema,
  errors: packErrors,
  permission: 'knowledge:write',
  effect: 'write',
  undo: 'knowledge.packs.deactivate',
  examples: [
    { say: 'activate the technical pack', input: { id: 'technical' } },
    { say: 'activate the knowledge pack garden', input: { id: 'garden' } },
    { say: 'turn on the garden pack', input: { id: 'garden' } },
    { say: 'load the technical pack', input: { id: 'technical' } },
  ],
  preview: async (_ctx, { id, by_topic }) =>
    `Consult the pack ${id} ${by_topic ? 'for questions on its topics' : 'for every question'}.`,
  run: (ctx, { id, by_topic }) => setState(ctx, id, by_topic ? 'by_topic' : 'always'),
});
