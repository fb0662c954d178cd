/** Which of the calls that wait for the owner were decided, and how. */
import { type Approval, findApproval } from '../../../core/approvals/index.ts';
import type { Context } from '../../../kernel/context.ts';
import type { TurnCall } from '../../conversations/index.ts';

export interface DecidedCall {
  readonly call: TurnCall;
  readonly decision: Approval;
}

export async function decidedCalls(
  { owner, db, clock }: Context,
  calls: readonly TurnCall[],
): Promise<readonly DecidedCall[]> {
  const waiting = calls.filter(({ state }) => state === 'asks');
  const decisions = await Promise.all(
    waiting.map(({ approval_id }) => findApproval(owner, db, approval_id ?? '', clock.now())),
  );
  return waiting.flatMap((call, index) => {
    const decision = decisions[index];
    return decision && decision.state !== 'asked' ? [{ call, decision }] : [];
  });
}

/** A decision that came while the turn was still being written found it taken; once it waits, it is looked at again. */
export async function continueIfDecided(ctx: Context, turnId: string, calls: readonly TurnCall[]): Promise<void> {
  if ((await decidedCalls(ctx, calls)).length === 0) return;
  await ctx.jobs.enqueue({ name: 'chat.continue', input: { owner: ctx.owner, place: turnId } });
}
