/** Starts answers in the background and follows them, live or again, across pauses for approval. */
import type { Context } from '../../../kernel/context.ts';
import { asFailure, Failure } from '../../../kernel/errors.ts';
import { findTurn, type Turn, updateTurn } from '../../conversations/index.ts';
import type { AnswerEvent, NumberedEvent } from '../events.ts';
import { generate } from './generate.ts';
import type { OpenAnswer } from './open-answer.ts';

/** While an approval is awaited, the turn is looked at this often. */
const LOOK_MS = 200;

export async function startAnswer(ctx: Context, { turnId }: Pick<OpenAnswer, 'turnId'>): Promise<void> {
  const turn = await findTurn(ctx.owner, ctx.db, turnId);
  if (!turn) throw conversationRemoved();
  const writer = await ctx.streams.open(turnId).catch(async (thrown: unknown) => {
    await refuse(ctx, turn, thrown);
    throw thrown;
  });
  ctx.background('chat.generate', (background) => generate(background, { turn, writer }));
}

/** An answer that cannot begin ends at once, so that the question is not left waiting. */
async function refuse({ owner, db, clock }: Context, turn: Turn, thrown: unknown): Promise<void> {
  const { kind, code, message } = asFailure(thrown);
  const metadata = { ...turn.metadata, error: { kind, code, message } };
  await updateTurn(owner, db, { id: turn.id, status: 'failed', metadata, now: clock.now() });
}

/** The events after `after`. Ends with the answer; while it waits for an approval, waits with it. */
export async function* followAnswer(ctx: Context, turnId: string, after: number): AsyncIterable<NumberedEvent> {
  let last = after;
  while (!ctx.signal.aborted) {
    try {
      for await (const { seq, data } of ctx.streams.read(turnId, last, ctx.signal)) {
        last = seq;
        yield { ...(data as AnswerEvent), seq };
      }
    } catch (thrown) {
      const ending = await endingOf(ctx, turnId, thrown);
      return yield { ...ending, seq: last + 1 };
    }
    const turn = await findTurn(ctx.owner, ctx.db, turnId);
    const isWaiting = turn?.status === 'asks' || turn?.status === 'generating';
    if (!isWaiting || isExpired(turn, ctx.clock.now())) return;
    await ctx.clock.sleep(LOOK_MS, ctx.signal);
  }
}

/** The events after `after`, until the answer ends or pauses: for a reader who cannot wait for an approval. */
export async function* followToPause(ctx: Context, turnId: string, after: number): AsyncIterable<NumberedEvent> {
  for await (const event of followAnswer(ctx, turnId, after)) {
    yield event;
    if (event.type === 'turn.ended') return;
  }
}

/** A stream is kept for an hour; after that the turn itself says how it ended. Throws when that is not known either. */
async function endingOf(ctx: Context, turnId: string, thrown: unknown): Promise<AnswerEvent> {
  const turn = await findTurn(ctx.owner, ctx.db, turnId);
  if (asFailure(thrown).kind !== 'not_found' || !turn || turn.status === 'generating') throw thrown;
  const { model = '', facts_used = [], turns_used = [], passages_used = [], error = null } = turn.metadata;
  const { status, content: response } = turn;
  return { type: 'turn.ended', turn_id: turnId, status, response, model, facts_used, turns_used, passages_used, error };
}

function isExpired({ status, metadata }: Turn, now: number): boolean {
  if (status !== 'asks') return false;
  const waiting = (metadata.calls ?? []).filter(({ state }) => state === 'asks');
  return waiting.every(({ expires_at }) => expires_at !== null && Date.parse(expires_at) <= now);
}

/** Waits for the end or the first pause of an answer and returns its turn. */
export async function answerOf(ctx: Context, turnId: string, after = 0): Promise<Turn> {
  try {
    for await (const { data } of ctx.streams.read(turnId, after, ctx.signal)) {
      if ((data as AnswerEvent).type === 'turn.ended') break;
    }
  } catch (thrown) {
    // The log of an answer goes with its conversation; the turn below says whether it did.
    if (asFailure(thrown).kind !== 'not_found') throw thrown;
  }
  const turn = await findTurn(ctx.owner, ctx.db, turnId);
  if (!turn) throw conversationRemoved();
  return turn;
}

const conversationRemoved = (): Failure =>
  new Failure('not_found', 'The conversation was removed while Nima answered.', { code: 'conversation_unknown' });
