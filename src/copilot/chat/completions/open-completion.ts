/** Opens the answer to a client's talk: under the answer it goes on from, or in a new conversation; or goes on with a turn whose calls the client has answered. */
import type { Context } from '../../../kernel/context.ts';
import { asFailure, type Fail } from '../../../kernel/errors.ts';
import { findConversation, findTurn, type Turn, updateTurn } from '../../conversations/index.ts';
import { Draft } from '../generate/draft.ts';
import { startAnswer } from '../generate/follow.ts';
import { generate } from '../generate/generate.ts';
import { claimConversation, insertAnswer, openAnswer, type openErrors } from '../generate/open-answer.ts';
import type { AnswerOptions, Message } from '../request.ts';
import type { CompletionMessage } from './message.ts';
import { insertThread } from './store.ts';
import { findThread, handedCalls, threadKey } from './thread.ts';

export interface Completion {
  readonly messages: readonly CompletionMessage[];
  readonly options: AnswerOptions;
  readonly isPrivate: boolean;
  readonly attachmentIds: readonly string[];
}

export interface OpenCompletion {
  readonly turnId: string;
  /** Last event of the turn that the client has had already. */
  readonly after: number;
}

/** Calls and their answers in a talk Nima has no record of, as text: somebody's claim, kept as one. */
function asMessage(message: CompletionMessage): Message {
  if (message.role === 'tool') return { role: 'user', content: `A tool answered: ${message.content}` };
  if (message.role !== 'assistant') return message;
  const calls = message.calls.map(({ name, arguments: given }) => `(called ${name} with ${JSON.stringify(given)})`);
  return { role: 'assistant', content: [message.content, ...calls].filter(Boolean).join('\n') };
}

/** Under an answer on record, which need not be the newest: the client may have gone back. */
async function openUnder(ctx: Context, turn: Turn, asked: Completion, fail: Fail<typeof openErrors>): Promise<string> {
  const { conversation_id: conversationId } = turn;
  return ctx.transaction(async (tx) => {
    await claimConversation(tx, conversationId, fail);
    const { options, messages } = asked;
    const said = messages.map(asMessage);
    const opened = await insertAnswer(tx, { conversationId, parentId: turn.id, messages: said, options });
    return opened.turnId;
  });
}

/** Number of the last event told so far; the log of an old turn may be gone, and then nothing precedes what comes. */
async function lastEventOf(ctx: Context, turnId: string): Promise<number> {
  let last = 0;
  try {
    for await (const { seq } of ctx.streams.read(turnId, 0, ctx.signal)) last = seq;
  } catch (thrown) {
    if (asFailure(thrown).kind !== 'not_found') throw thrown;
  }
  return last;
}

/** True when the client has answered every call that was handed to it. */
function isAnswered(turn: Turn, rest: readonly CompletionMessage[]): boolean {
  const answered = new Set(rest.flatMap((message) => (message.role === 'tool' ? [message.call_id] : [])));
  const handed = handedCalls(turn);
  return handed.length > 0 && handed.every(({ call_id }) => answered.has(call_id));
}

/** What the client's tools said is data from outside; it goes on record with the call, and the same turn goes on. */
async function goOn(ctx: Context, turn: Turn, rest: readonly CompletionMessage[]): Promise<OpenCompletion | null> {
  const { owner, db, clock, streams } = ctx;
  const taken = { id: turn.id, status: 'generating', now: clock.now(), ifStatus: 'complete' } as const;
  if (!(await updateTurn(owner, db, taken))) return null;
  const after = await lastEventOf(ctx, turn.id);
  const writer = await streams.open(turn.id);
  const draft = new Draft(ctx, turn, writer);
  draft.isPrivate = (await findConversation(owner, db, turn.conversation_id))?.private ?? false;
  for (const call of handedCalls(turn)) {
    const answer = rest.find((message) => message.role === 'tool' && message.call_id === call.call_id);
    await draft.record({ ...call, state: 'done', result: { is_untrusted: true, text: answer?.content ?? '' } });
  }
  const settled = (await findTurn(owner, db, turn.id)) ?? turn;
  ctx.background('chat.generate', (background) => generate(background, { turn: settled, writer }));
  return { turnId: turn.id, after };
}

export async function openCompletion(
  ctx: Context,
  asked: Completion,
  fail: Fail<typeof openErrors>,
): Promise<OpenCompletion> {
  const { turn, rest } = await findThread(ctx, asked.messages);
  const opened =
    turn && isAnswered(turn, rest) ? await goOn(ctx, turn, rest) : await begin(ctx, { turn, rest, asked }, fail);
  if (!opened) throw fail.answer_in_progress({});
  const { conversation_id } = (await findTurn(ctx.owner, ctx.db, opened.turnId)) as Turn;
  await insertThread(ctx.owner, ctx.db, {
    key: threadKey(asked.messages),
    turn_id: opened.turnId,
    conversation_id,
    created_at: ctx.clock.now(),
  });
  return opened;
}

interface Beginning {
  readonly turn: Turn | null;
  readonly rest: readonly CompletionMessage[];
  readonly asked: Completion;
}

async function begin(
  ctx: Context,
  { turn, rest, asked }: Beginning,
  fail: Fail<typeof openErrors>,
): Promise<OpenCompletion> {
  const { options, isPrivate, attachmentIds } = asked;
  const messages = rest.map(asMessage);
  const turnId = turn
    ? await openUnder(ctx, turn, { ...asked, messages: rest }, fail)
    : (await openAnswer(ctx, { messages, isPrivate, attachmentIds, options }, fail)).turnId;
  await startAnswer(ctx, { turnId });
  return { turnId, after: 0 };
}
