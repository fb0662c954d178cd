/** The owner says no to one exact call. Whoever asked is told by the event `approvals.decided`. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { approvalSchema } from './approval.ts';
import { decide, decisionErrors } from './decide.ts';

export const denyApproval = defineOperation({
  name: 'approvals.deny',
  summary: 'Deny a call an agent asked for',
  input: z.object({
    id: z.uuid(),
    reason: z.string().max(500).optional().describe('Why, for the agent'),
  }),
  output: approvalSchema,
  errors: decisionErrors,
  permission: 'approvals:decide',
  effect: 'write',
  examples: [{ say: 'deny it', input: { id: '00000000-0000-4000-8000-0000000000b2' } }],
  offeredIn: ['rest', 'cli'],
  run: (ctx, { id, reason = null }, fail) => decide(ctx, { id, state: 'denied', reason }, fail),
});
