/** Goes on with an answer after the owner decided: runs the approved call from the arguments on record, or tells the model no. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findConversation, findTurn, updateTurn } from '../../conversations/index.ts';
import { continueIfDecided, decidedCalls } from '../generate/decided.ts';
import { Draft } from '../generate/draft.ts';
import { generate } from '../generate/generate.ts';
import { runCall } from '../generate/tools.ts';

async function settleDecided(ctx: Context, draft: Draft, turnId: string): Promise<void> {
  for (const { call, decision } of await decidedCalls(ctx, draft.calls)) {
    if (decision.state === 'approved') {
      await runCall(ctx, draft, { ...call, state: 'running' }, { turnId, signal: ctx.signal });
    } else {
      await draft.record({
        ...call,
        state: 'denied',
        result: { reason: decision.state === 'expired' ? 'nobody decided in time' : decision.reason },
      });
    }
  }
}

export const continueAnswer = defineJob({
  name: 'chat.continue',
  input: z.object({ owner: z.string(), place: z.string().nullable() }),
  async run(ctx, { place }) {
    const { owner, db, clock, streams } = ctx;
    const turn = place ? await findTurn(owner, db, place) : null;
    if (!turn || (await decidedCalls(ctx, turn.metadata.calls ?? [])).length === 0) return;
    // Only one replica, and only once, takes the turn from `asks`; a repeated job finds nothing to do.
    const isTaken = await updateTurn(owner, db, {
      id: turn.id,
      status: 'generating',
      now: clock.now(),
      ifStatus: 'asks',
    });
    if (!isTaken) return;
    const writer = await streams.open(turn.id);
    const draft = new Draft(ctx, turn, writer);
    draft.isPrivate = (await findConversation(owner, db, turn.conversation_id))?.private ?? false;
    await settleDecided(ctx, draft, turn.id);
    if (!draft.calls.some(({ state }) => state === 'asks')) {
      const settled = await findTurn(owner, db, turn.id);
      if (settled) await generate(ctx, { turn: settled, writer });
      return;
    }
    await draft.end('asks', null);
    await continueIfDecided(ctx, turn.id, draft.calls);
  },
});
