/** Ends one answer whose writer is gone: the text its stream still holds is kept, the turn says it was interrupted. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { asFailure } from '../../../kernel/errors.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findConversation, findTurn } from '../../conversations/index.ts';
import type { AnswerEvent } from '../events.ts';
import { Draft } from '../generate/draft.ts';
import { interrupted } from '../generate/interrupted.ts';

/** Reading what is written takes milliseconds; whoever still waits then, waits for a writer that lives. */
const READING_MS = 2000;

/** The text in the stream's log, which is ahead of the turn's last save; null while somebody still writes it. */
async function abandonedText({ streams, signal }: Context, turnId: string): Promise<string | null> {
  const patience = AbortSignal.timeout(READING_MS);
  let text = '';
  try {
    for await (const { data } of streams.read(turnId, 0, AbortSignal.any([signal, patience]))) {
      const event = data as AnswerEvent;
      if (event.type === 'text.delta') text += event.text;
    }
  } catch (thrown) {
    // An abandoned or pruned stream ends its reading with a failure; what came before it counts.
    if (asFailure(thrown).kind === 'internal') throw thrown;
  }
  return patience.aborted || signal.aborted ? null : text;
}

export const interruptAnswer = defineJob({
  name: 'chat.interrupt',
  input: z.object({ owner: z.string(), id: z.uuid() }),
  async run(ctx, { id }) {
    const turn = await findTurn(ctx.owner, ctx.db, id);
    if (turn?.status !== 'generating') return;
    const text = await abandonedText(ctx, id);
    if (text === null) return;
    const content = text.length > turn.content.length ? text : turn.content;
    const draft = new Draft(ctx, { ...turn, content }, await ctx.streams.open(id));
    draft.isPrivate = (await findConversation(ctx.owner, ctx.db, turn.conversation_id))?.private ?? false;
    await draft.end('interrupted', interrupted());
    ctx.log.warn('answer was interrupted', { turnId: id });
  },
});
