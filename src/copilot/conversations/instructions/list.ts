/** The standing instructions, in the order in which they were given. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { INSTRUCTIONS_MAX, instructionSchema } from './instruction.ts';
import { listInstructionRows } from './store.ts';

export const listInstructions = defineOperation({
  name: 'conversations.instructions.list',
  summary: 'List the standing instructions',
  input: z.object({ limit: z.int().min(1).max(INSTRUCTIONS_MAX).default(INSTRUCTIONS_MAX) }),
  output: z.object({ instructions: z.array(instructionSchema) }),
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    { say: 'list my standing instructions', input: {} },
    { say: 'what are my standing instructions', input: {} },
    { say: 'which standing instructions do you follow', input: {} },
    { say: 'show my lasting instructions', input: {} },
  ],
  run: async ({ owner, db }, { limit }) => ({ instructions: await listInstructionRows(owner, db, limit) }),
});
