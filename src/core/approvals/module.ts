/** Manifest of the approvals module. */
import { defineModule } from '../../kernel/module.ts';
import { approveApproval } from './approve.ts';
import { denyApproval } from './deny.ts';
import { listApprovals } from './list.ts';

export const approvals = defineModule({
  name: 'approvals',
  purpose: 'What an agent may do only after a person said yes',
  folder: import.meta.dirname,
  operations: [listApprovals, approveApproval, denyApproval],
  events: ['approvals.decided'],
});
