/** The owner says yes to one exact call. Whoever asked is told by the event `approvals.decided`. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { approvalSchema } from './approval.ts';
import { decide, decisionErrors } from './decide.ts';

export const approveApproval = defineOperation({
  name: 'approvals.approve',
  summary: 'Approve a call an agent asked for',
  input: z.object({
    id: z.uuid(),
  }),
  output: approvalSchema,
  errors: decisionErrors,
  permission: 'approvals:decide',
  effect: 'write',
  examples: [{ say: 'approve it', input: { id: '00000000-0000-4000-8000-0000000000b1' } }],
  offeredIn: ['rest', 'cli'],
  run: (ctx, { id }, fail) => decide(ctx, { id, state: 'approved', reason: null }, fail),
});
