/** Ends the answers of a Nima that was killed: the text its stream still holds is kept, the turn says it was interrupted. */
import { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { defineJob } from '../../../kernel/module.ts';
import { findTurn, listAbandoned } from '../../conversations/index.ts';
import type { AnswerEvent } from '../events.ts';
import { Draft } from '../generate/draft.ts';

/** A living writer saves its turn every 5 s while text comes, and its stream every 10 s; a minute of silence is death. */
const SILENT_MS = 60_000;

/** The text in the stream's log, which is ahead of the turn's last save. */
async function writtenText(ctx: Context, turnId: string): Promise<string> {
  let text = '';
  try {
    for await (const { data } of ctx.streams.read(
      turnId,
      0,
      AbortSignal.any([ctx.signal, AbortSignal.timeout(2000)]),
    )) {
      const event = data as AnswerEvent;
      if (event.type === 'text.delta') text += event.text;
    }
  } catch (thrown) {
    // An abandoned or pruned stream ends its reading with a failure; what came before it counts.
    if (!(thrown instanceof Failure)) throw thrown;
  }
  return text;
}

export const recoverAnswers = defineJob({
  name: 'chat.recover',
  input: z.object({}),
  cron: '* * * * *',
  async run(ctx) {
    const { db, clock, log } = ctx;
    for (const { owner, id } of await listAbandoned(db, clock.now() - SILENT_MS)) {
      const turn = await findTurn(owner, db, id);
      if (turn?.status !== 'generating') continue;
      const text = await writtenText(ctx, id);
      const owned = { ...ctx, owner, actor: { ...ctx.actor, owner } };
      const draft = new Draft(
        owned,
        { ...turn, content: text.length > turn.content.length ? text : turn.content },
        await ctx.streams.open(id),
      );
      await draft.end(
        'interrupted',
        new Failure('unavailable', 'Nima was interrupted while it answered. Ask for the answer again.', {
          code: 'answer_interrupted',
        }),
      );
      log.warn('answer was interrupted', { turnId: id });
    }
  },
});
