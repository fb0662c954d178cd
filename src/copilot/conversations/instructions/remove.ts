/** Takes a standing instruction back. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { instructionErrors } from './instruction.ts';
import { deleteInstruction, findInstruction } from './store.ts';

export const removeInstruction = defineOperation({
  name: 'conversations.instructions.remove',
  summary: 'Remove a standing instruction',
  input: z.object({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), text: z.string() }),
  errors: instructionErrors,
  permission: 'conversations:write',
  effect: 'destroy',
  examples: [
    {
      say: 'remove the standing instruction about metric units',
      input: { id: '00000000-0000-4000-8000-0000000000e1' },
      refers: { id: 'metric units' },
    },
    {
      say: 'drop my standing instruction about metric units',
      input: { id: '00000000-0000-4000-8000-0000000000e1' },
      refers: { id: 'metric units' },
    },
  ],
  async preview({ owner, db }, { id }) {
    const instruction = await findInstruction(owner, db, id);
    return instruction ? `No longer hold: "${instruction.text}".` : 'Remove a standing instruction that is not there.';
  },
  run: (ctx, { id }, fail) =>
    ctx.transaction(async ({ owner, db }) => {
      const instruction = await findInstruction(owner, db, id);
      if (!instruction) throw fail.instruction_unknown({});
      await deleteInstruction(owner, db, id);
      return { id, text: instruction.text };
    }),
});
