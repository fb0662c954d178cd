/** Leaves a pack out of answers until it is activated again. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { packErrors, packIdSchema, packSchema } from './pack.ts';
import { setState } from './set-state.ts';

export const deactivatePack = defineOperation({
  name: 'knowledge.packs.deactivate',
  summary: 'Stop consulting a knowledge pack',
  input: z.object({ id: packIdSchema }),
  output: packSchema,
  errors: packErrors,
  permission: 'knowledge:write',
  effect: 'write',
  undo: 'knowledge.packs.activate',
  examples: [
    { say: 'deactivate the technical pack', input: { id: 'technical' } },
    { say: 'turn off the garden pack', input: { id: 'garden' } },
    { say: 'stop using the knowledge pack garden', input: { id: 'garden' } },
    { say: 'disable the pack technical', input: { id: 'technical' } },
  ],
  preview: async (_ctx, { id }) => `Leave the pack ${id} out of answers.`,
  run: (ctx, { id }) => setState(ctx, id, 'off'),
});
