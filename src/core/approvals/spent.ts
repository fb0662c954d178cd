/**
 * For work that goes on after its call: which approval the call was made with, and whether what is about to happen is
 * still exactly what was approved.
 */
import type { Context } from '../../kernel/context.ts';
import { hashOfCall } from './approval.ts';
import { approvedHash, findSpent } from './store.ts';

export interface ApprovedCall {
  readonly operation: string;
  /** The parsed input of the call. */
  readonly input: object;
}

/** The approval an agent's call was made with; null for a person's, which needs none. */
export async function spentApproval({ owner, db, actor }: Context, call: ApprovedCall): Promise<string | null> {
  if (actor.kind !== 'agent') return null;
  return findSpent(owner, db, hashOfCall(owner, call.operation, call.input));
}

/** True when this approval was given for exactly this call of this owner. */
export async function isApproved({ owner, db }: Context, id: string, call: ApprovedCall): Promise<boolean> {
  return (await approvedHash(owner, db, id)) === hashOfCall(owner, call.operation, call.input);
}
