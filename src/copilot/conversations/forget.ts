/** Takes a conversation away with all that was made of it: turns, summaries, the logs of its answers. */
import { forgetApprovals } from '../../core/approvals/index.ts';
import type { Context } from '../../kernel/context.ts';
import type { Conversation } from './conversation.ts';
import { deleteConversation } from './store.ts';
import { listTurns } from './turns/store.ts';

/** Approvals stay as a record of what was allowed; those of a private talk hold its words, and go with it. */
export async function forgetConversation(
  ctx: Context,
  { id, private: isPrivate }: Pick<Conversation, 'id' | 'private'>,
): Promise<void> {
  const turns = await listTurns(ctx.owner, ctx.db, id);
  const turnIds = turns.map((turn) => turn.id);
  for (const turn of turns) if (turn.status === 'generating') await ctx.streams.stop(turn.id);
  await ctx.transaction(async ({ owner, db, events }) => {
    await deleteConversation(owner, db, id);
    if (isPrivate) await forgetApprovals(owner, db, turnIds);
    await events.emit('conversations.removed', { owner, id });
  });
  // Not in the transaction: the log of an answer outlives it.
  await ctx.streams.forget(turnIds);
}
