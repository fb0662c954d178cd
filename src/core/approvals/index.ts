/** The door of the approvals module: the pipeline's approver, reading approvals, and whether everything is stopped. */
export type { Approval } from './approval.ts';
export { approver } from './approver.ts';
export { everythingIsStopped, isHalted } from './halts/halt.ts';
export { isApproved, spentApproval } from './spent.ts';
export { findApproval, forgetApprovals } from './store.ts';
