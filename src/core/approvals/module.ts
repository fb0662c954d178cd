/** Manifest of the approvals module. */
import { defineModule } from '../../kernel/module.ts';
import { approveApproval } from './approve.ts';
import { denyApproval } from './deny.ts';
import { haltEverything } from './halt.ts';
import { haltedState } from './halted.ts';
import { listApprovals } from './list.ts';
import { resumeEverything } from './resume.ts';

export const approvals = defineModule({
  name: 'approvals',
  purpose: 'What an agent may do only after a person said yes',
  folder: import.meta.dirname,
  operations: [listApprovals, approveApproval, denyApproval, haltEverything, resumeEverything, haltedState],
  events: ['approvals.decided', 'approvals.halted', 'approvals.resumed'],
});
