/** Summarizes the turns of a branch that no longer fit the window, ten at a time; the turns stay as they are. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { defineJob } from '../../../kernel/module.ts';
import { branchOf } from '../branch.ts';
import { summaryByModel } from '../summaries/by-model.ts';
import { quotationsOf } from '../summaries/quotations.ts';
import { summariesOn } from '../summaries/shown.ts';
import { insertSummary } from '../summaries/store.ts';
import { lowestTrust } from '../summaries/summary.ts';
import { listTurns } from '../turns/store.ts';
import type { Turn } from '../turns/turn.ts';

const TURNS_EACH = 10;
/** Fewer are not worth a view of their own; they wait for company. */
const TURNS_MIN = 4;
/** What a model is asked for at once; a long import is quoted rather than paid for. */
const BY_MODEL_MAX = 3;

/** Asked for by whoever had to leave turns out: `turn_id` is the newest of them. */
export interface SummarizeRequest {
  readonly conversationId: string;
  readonly turnId: string;
}

export async function summarizeLater(
  { owner, jobs }: Pick<Context, 'owner' | 'jobs'>,
  { conversationId, turnId }: SummarizeRequest,
): Promise<void> {
  await jobs.enqueue({
    name: 'conversations.summarize',
    input: { owner, conversation_id: conversationId, turn_id: turnId },
    key: `conversations.summarize:${conversationId}`,
  });
}

/** The branch through the turn, to its newest leaf. */
async function pathThrough(ctx: Context, conversationId: string, turnId: string): Promise<Turn[]> {
  const turns = await listTurns(ctx.owner, ctx.db, conversationId);
  return branchOf(turns, turnId);
}

async function summarize(ctx: Context, turns: readonly Turn[], mayAsk: boolean): Promise<void> {
  const { owner, db, clock, newId } = ctx;
  const written = mayAsk ? await summaryByModel(ctx, turns) : null;
  await insertSummary(owner, db, {
    id: newId(),
    conversation_id: turns[0]?.conversation_id ?? '',
    text: written?.text ?? quotationsOf(turns),
    trust: lowestTrust(turns),
    made_by: written?.model ?? 'quotation',
    turn_ids: turns.map(({ id }) => id),
    created_at: clock.now(),
  });
}

export const summarizeTurns = defineJob({
  name: 'conversations.summarize',
  input: z.object({ owner: z.string(), conversation_id: z.uuid(), turn_id: z.uuid() }),
  async run(ctx, { conversation_id, turn_id }) {
    const path = await pathThrough(ctx, conversation_id, turn_id);
    const covered = new Set((await summariesOn(ctx, conversation_id, path)).flatMap(({ turn_ids }) => turn_ids));
    const open = path.filter(({ id, status }) => !covered.has(id) && status !== 'generating');
    let asked = 0;
    for (let from = 0; open.length - from >= TURNS_MIN; from += TURNS_EACH) {
      if (ctx.signal.aborted) return;
      await summarize(ctx, open.slice(from, from + TURNS_EACH), asked++ < BY_MODEL_MAX);
    }
  },
});
