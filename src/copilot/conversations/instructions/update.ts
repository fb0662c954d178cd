/** Rewords a standing instruction, or lets it rest. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { instructionErrors, instructionSchema, instructionTextSchema } from './instruction.ts';
import { findInstruction, updateInstructionRow } from './store.ts';

export const updateInstruction = defineOperation({
  name: 'conversations.instructions.update',
  summary: 'Change a standing instruction or let it rest',
  input: z.object({
    id: z.uuid(),
    text: instructionTextSchema.optional(),
    is_active: z.boolean().optional().describe('False lets it rest'),
  }),
  output: instructionSchema,
  errors: instructionErrors,
  permission: 'conversations:write',
  effect: 'write',
  examples: [
    {
      say: 'change the standing instruction about metric units to answer in imperial units',
      input: { id: '00000000-0000-4000-8000-0000000000e1', text: 'answer in imperial units' },
      refers: { id: 'metric units' },
    },
  ],
  async preview({ owner, db }, { id, text, is_active }) {
    const before = (await findInstruction(owner, db, id))?.text ?? 'unknown';
    if (text) return `Change the standing instruction "${before}" to "${text}".`;
    return is_active === false
      ? `Let the standing instruction "${before}" rest.`
      : `Hold the standing instruction "${before}" again.`;
  },
  run: (ctx, { id, text, is_active }, fail) =>
    ctx.transaction(async ({ owner, db, clock }) => {
      if (!(await findInstruction(owner, db, id))) throw fail.instruction_unknown({});
      await updateInstructionRow(owner, db, {
        id,
        updated_at: clock.now(),
        ...(text === undefined ? {} : { text }),
        ...(is_active === undefined ? {} : { is_active: is_active ? 1 : 0 }),
      });
      const changed = await findInstruction(owner, db, id);
      if (!changed) throw fail.instruction_unknown({});
      return changed;
    }),
});
