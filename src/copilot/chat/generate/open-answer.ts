/** Opens an answer: the owner's turn and the assistant's empty one, with the head moved, in one transaction. */
import type { Context } from '../../../kernel/context.ts';
import type { Fail } from '../../../kernel/errors.ts';
import {
  conversationErrors,
  findConversation,
  insertConversation,
  insertTurns,
  isAnswering,
  type NewTurn,
  nextPosition,
  titleOf,
  updateConversationRow,
} from '../../conversations/index.ts';
import type { AnswerOptions, Message } from '../request.ts';

export const openErrors = {
  ...conversationErrors,
  answer_in_progress: {
    kind: 'conflict',
    text: () =>
      'Nima is still answering in this conversation. Wait for it or stop it, then send again. Nothing was stored.',
  },
} as const;

export interface OpenAnswer {
  readonly conversationId: string;
  readonly turnId: string;
  readonly userTurnId: string | null;
}

interface Opening {
  readonly conversationId: string;
  /** Turn the new ones hang under; null at the root. */
  readonly parentId: string | null;
  /** Said before the answer, oldest first; empty when an answer is made anew. */
  readonly messages: readonly Message[];
  readonly options: AnswerOptions;
}

/** Writes the turns. The caller is in a transaction and holds the conversation's row. */
export async function insertAnswer(
  ctx: Context,
  { conversationId, parentId, messages, options }: Opening,
): Promise<OpenAnswer> {
  const { owner, db, clock, newId } = ctx;
  const created_at = clock.now();
  const position = await nextPosition(owner, db, conversationId);
  const said: NewTurn[] = [];
  for (const { role, content } of messages) {
    const isAnswered = said.length === messages.length - 1;
    said.push({
      id: newId(),
      conversation_id: conversationId,
      parent_id: said.at(-1)?.id ?? parentId,
      position: position + said.length,
      role,
      speaker: '',
      content,
      status: 'complete',
      // What a client claims was said before is kept, and marked as its claim.
      metadata: isAnswered ? {} : { claimed: true },
      created_at,
    });
  }
  const userTurnId = said.at(-1)?.id ?? null;
  const answer: NewTurn = {
    id: newId(),
    conversation_id: conversationId,
    parent_id: userTurnId ?? parentId,
    position: position + said.length,
    role: 'assistant',
    speaker: '',
    content: '',
    status: 'generating',
    metadata: { options },
    created_at,
  };
  await insertTurns(owner, db, [...said, answer]);
  await updateConversationRow(owner, db, { id: conversationId, head_turn_id: answer.id, updated_at: created_at });
  return { conversationId, turnId: answer.id, userTurnId };
}

/** Takes the conversation's row, so that a second writer waits, and refuses while an answer is being made. */
export async function claimConversation(
  ctx: Context,
  id: string,
  fail: Fail<typeof openErrors>,
): Promise<string | null> {
  const { owner, db, clock } = ctx;
  const isThere = await updateConversationRow(owner, db, { id, updated_at: clock.now() });
  if (!isThere) throw fail.conversation_unknown({});
  const conversation = await findConversation(owner, db, id);
  // On any branch: whoever looks at another one still waits for the answer on the first.
  if (await isAnswering(owner, db, id)) throw fail.answer_in_progress({});
  return conversation?.head_turn_id ?? null;
}

interface Sending {
  readonly messages: readonly Message[];
  readonly conversation_id?: string | undefined;
  readonly options: AnswerOptions;
}

/** For `chat.send` and `chat.stream`: goes on with a conversation, or opens one. */
export function openAnswer(ctx: Context, sending: Sending, fail: Fail<typeof openErrors>): Promise<OpenAnswer> {
  return ctx.transaction(async (tx) => {
    const { messages, conversation_id, options } = sending;
    if (conversation_id) {
      const parentId = await claimConversation(tx, conversation_id, fail);
      return insertAnswer(tx, { conversationId: conversation_id, parentId, messages: messages.slice(-1), options });
    }
    const { owner, db, clock, newId } = tx;
    const conversationId = newId();
    const now = clock.now();
    const title = titleOf(messages.at(-1)?.content ?? '');
    await insertConversation(owner, db, {
      id: conversationId,
      title,
      head_turn_id: null,
      created_at: now,
      updated_at: now,
    });
    return insertAnswer(tx, { conversationId, parentId: null, messages, options });
  });
}
