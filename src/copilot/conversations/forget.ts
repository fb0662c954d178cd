/** Takes a conversation away with all that was made of it: turns, summaries, the logs of its answers. */
import { forgetApprovals } from '../../core/approvals/index.ts';
import type { Context } from '../../kernel/context.ts';
import type { Conversation } from './conversation.ts';
import { deleteConversation } from './store.ts';
import { listTurns } from './turns/store.ts';
import type { Turn } from './turns/turn.ts';

/** Approvals stay as a record of what was allowed; those of a private talk hold its words, and go with it. */
export async function forgetConversation(
  ctx: Context,
  { id, private: isPrivate }: Pick<Conversation, 'id' | 'private'>,
): Promise<void> {
  const turns = await ctx.transaction(async ({ owner, db, events }) => {
    const gone = await listTurns(owner, db, id);
    await deleteConversation(owner, db, id);
    if (isPrivate) await forgetApprovals(owner, db, idsOf(gone));
    await events.emit('conversations.removed', { owner, id });
    return gone;
  });
  // Not in the transaction: the log of an answer outlives it. Nor before it: whoever waits for an answer that ends now
  // is told that its conversation is gone, not that the answer was stopped.
  for (const turn of turns) if (turn.status === 'generating') await ctx.streams.stop(turn.id);
  await ctx.streams.forget(idsOf(turns));
}

const idsOf = (turns: readonly Turn[]): string[] => turns.map(({ id }) => id);
