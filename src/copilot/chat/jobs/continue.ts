/** Goes on with an answer after the owner decided: runs the approved call from the arguments on record, or tells the model no. */
import { z } from 'zod';
import { findApproval } from '../../../core/approvals/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findTurn, type Turn, type TurnCall, updateTurn } from '../../conversations/index.ts';
import { Draft } from '../generate/draft.ts';
import { generate } from '../generate/generate.ts';
import { runCall } from '../generate/tools.ts';

async function settleCall(ctx: Context, draft: Draft, turn: Turn, call: TurnCall): Promise<void> {
  const { owner, db, clock, signal } = ctx;
  const approval = call.approval_id ? await findApproval(owner, db, call.approval_id, clock.now()) : null;
  if (approval?.state === 'approved') {
    await runCall(ctx, draft, { ...call, state: 'running' }, { turnId: turn.id, signal });
    return;
  }
  await draft.record({ ...call, state: 'denied', result: { reason: approval?.reason ?? null } });
}

export const continueAnswer = defineJob({
  name: 'chat.continue',
  input: z.object({ owner: z.string(), id: z.string(), place: z.string().nullable(), state: z.string() }),
  async run(ctx, { id, place }) {
    const turn = place ? await findTurn(ctx.owner, ctx.db, place) : null;
    const call = turn?.metadata.calls?.find(({ approval_id, state }) => approval_id === id && state === 'asks');
    if (!turn || !call) return;
    // Only one replica, and only once, takes the turn from `asks`; a repeated job finds nothing to do.
    const isTaken = await updateTurn(ctx.owner, ctx.db, {
      id: turn.id,
      status: 'generating',
      now: ctx.clock.now(),
      ifStatus: 'asks',
    });
    if (!isTaken) return;
    const writer = await ctx.streams.open(turn.id);
    const draft = new Draft(ctx, turn, writer);
    await settleCall(ctx, draft, turn, call);
    if (draft.calls.some(({ state }) => state === 'asks')) return draft.end('asks', null);
    const settled = await findTurn(ctx.owner, ctx.db, turn.id);
    if (settled) await generate(ctx, { turn: settled, writer });
  },
});
