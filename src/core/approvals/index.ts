/** The door of the approvals module: the pipeline's approver, and reading one approval. */
export type { Approval } from './approval.ts';
export { approver } from './approver.ts';
export { findApproval } from './store.ts';
