/** What waits for the owner's decision, and what was decided. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { approvalSchema } from './approval.ts';
import { listApprovals as selectApprovals } from './store.ts';

export const listApprovals = defineOperation({
  name: 'approvals.list',
  summary: 'List what waits for your approval',
  input: z.object({
    open: z.stringbool().or(z.boolean()).default(true).describe('Only what still waits'),
    limit: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ approvals: z.array(approvalSchema) }),
  permission: 'approvals:decide',
  effect: 'read',
  examples: [{ say: 'what waits for my approval', input: {} }],
  offeredIn: ['rest', 'cli'],
  run: async ({ owner, db, clock }, { open, limit }) => ({
    approvals: await selectApprovals(owner, db, { isOpen: open, limit, now: clock.now() }),
  }),
});
