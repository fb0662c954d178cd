/** Whether everything is stopped, since when and why. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { haltSchema, haltView } from './halts/halt.ts';
import { findHalt } from './halts/store.ts';

export const haltedState = defineOperation({
  name: 'approvals.halted',
  summary: 'Tell whether everything is stopped',
  input: z.object({}),
  output: haltSchema,
  permission: 'approvals:decide',
  effect: 'read',
  examples: [
    { say: 'is everything stopped', input: {} },
    { say: 'is the kill switch on', input: {} },
    { say: 'are you halted', input: {} },
    { say: 'have I stopped you', input: {} },
    { say: 'is the emergency stop active', input: {} },
  ],
  run: async ({ owner, db }) => haltView(await findHalt(owner, db)),
});
