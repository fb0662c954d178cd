/**
 * Adds a standing instruction. There is no operation that takes it back unasked, so an agent always needs the owner's
 * approval: what a page, a file or a tool says can never become one by itself.
 */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { INSTRUCTIONS_MAX, instructionSchema, instructionTextSchema } from './instruction.ts';
import { insertInstruction, listInstructionRows } from './store.ts';

export const createInstruction = defineOperation({
  name: 'conversations.instructions.create',
  summary: 'Add a standing instruction for every answer',
  input: z.object({ text: instructionTextSchema.describe('What should hold in every answer') }),
  output: instructionSchema,
  errors: {
    instructions_full: {
      kind: 'limit',
      text: () =>
        `You have ${INSTRUCTIONS_MAX} standing instructions, and all stand in every prompt. Remove one first.`,
    },
    instruction_known: { kind: 'conflict', text: () => 'That standing instruction is there already.' },
  },
  permission: 'conversations:write',
  effect: 'write',
  examples: [
    {
      say: 'standing instruction: always answer in metric units',
      input: { text: 'always answer in metric units' },
    },
    {
      say: 'add a standing instruction: never touch the prod cluster',
      input: { text: 'never touch the prod cluster' },
    },
    {
      say: 'new standing instruction: show dates as day and month',
      input: { text: 'show dates as day and month' },
    },
  ],
  preview: async (_ctx, { text }) => `Hold this in every answer from now on: "${text}".`,
  run: (ctx, { text }, fail) =>
    ctx.transaction(async ({ owner, db, clock, newId }) => {
      const known = await listInstructionRows(owner, db, INSTRUCTIONS_MAX);
      if (known.some((one) => one.text.toLowerCase() === text.toLowerCase())) throw fail.instruction_known({});
      if (known.length >= INSTRUCTIONS_MAX) throw fail.instructions_full({});
      const now = clock.now();
      const id = newId();
      await insertInstruction(owner, db, { id, text, is_active: 1, created_at: now, updated_at: now });
      const at = new Date(now).toISOString();
      return { id, text, is_active: true, created_at: at, updated_at: at };
    }),
});
