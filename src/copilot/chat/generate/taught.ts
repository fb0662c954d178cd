/**
 * Records what the owner teaches in talk. A correction comes from the owner's own words alone: it must stand in what
 * they said in this conversation, and the embedded model, which is code, must have read it there. Any other model that
 * wants to teach asks for approval like for every write that has no undo.
 */
import { createCorrection } from '../../../core/learning/index.ts';
import type { Context } from '../../../kernel/context.ts';
import { asFailure } from '../../../kernel/errors.ts';
import type { ToolOutcome } from '../../../kernel/ports.ts';
import { branchOf, findTurn, listTurns, type TurnCall } from '../../conversations/index.ts';
import type { Draft } from './draft.ts';

/** What the owner said in this branch, oldest first; what was imported or claimed may be anybody's. */
async function ownWords({ owner, db }: Context, turnId: string): Promise<{ id: string; content: string }[]> {
  const turn = await findTurn(owner, db, turnId);
  if (!turn) return [];
  return branchOf(await listTurns(owner, db, turn.conversation_id), turn.parent_id).filter(
    ({ role, speaker, metadata }) => role === 'user' && speaker === '' && !metadata.imported && !metadata.claimed,
  );
}

/** The outcome of a call that teaches, when the owner said it; null when it has to ask like any other. */
export async function teach(
  ctx: Context,
  draft: Draft,
  { call, turnId }: { call: TurnCall; turnId: string },
): Promise<ToolOutcome | null> {
  const { say, mean } = call.arguments;
  const isPlain = typeof say === 'string' && typeof mean === 'string';
  if (call.operation !== createCorrection.name || draft.answeredBy !== 'offline' || !isPlain) return null;
  if (ctx.actor.kind === 'agent') return null;
  const said = await ownWords(ctx, turnId);
  const newest = said.at(-1);
  const isSaid = said.some(({ content }) => content.trim() === say) || newest?.content.includes(say);
  // A guess that was agreed to with "yes" means an operation that Nima itself named.
  const isMeant = newest?.content.includes(mean) || ctx.catalog.operations.has(mean);
  if (!newest || !isSaid || !isMeant) return null;
  try {
    const output = await ctx.call(createCorrection, { say, mean, turn_id: newest.id });
    return { state: 'done', output, undo: 'learning.lessons.remove' };
  } catch (thrown) {
    return { state: 'failed', failure: asFailure(thrown) };
  }
}
