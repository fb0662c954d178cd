/** What approving and denying share: the move on the record, its errors, and the event that tells the asker. */
import type { Context } from '../../kernel/context.ts';
import type { Fail } from '../../kernel/errors.ts';
import type { Approval } from './approval.ts';
import { decideApproval, findApproval } from './store.ts';

export const decisionErrors = {
  approval_unknown: {
    kind: 'not_found',
    text: () => 'There is no such approval. `nima approvals list` shows what waits.',
  },
  approval_over: {
    kind: 'conflict',
    text: ({ state }: { state: string }) => `This was already ${state}. Ask for it again if you still want it.`,
  },
} as const;

interface Decision {
  readonly id: string;
  readonly state: 'approved' | 'denied';
  readonly reason: string | null;
}

export function decide(ctx: Context, decision: Decision, fail: Fail<typeof decisionErrors>): Promise<Approval> {
  const now = ctx.clock.now();
  return ctx.transaction(async ({ owner, db, events }) => {
    const isMoved = await decideApproval(owner, db, { ...decision, now });
    const approval = await findApproval(owner, db, decision.id, now);
    if (!approval) throw fail.approval_unknown({});
    if (!isMoved) throw fail.approval_over({ state: approval.state });
    await events.emit('approvals.decided', { owner, id: approval.id, place: approval.place, state: approval.state });
    return approval;
  });
}
