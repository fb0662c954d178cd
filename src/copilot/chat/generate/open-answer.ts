/** Opens an answer: the owner's turn and the assistant's empty one, with the head moved, in one transaction. */
import type { Context } from '../../../kernel/context.ts';
import type { Fail } from '../../../kernel/errors.ts';
import { attachmentErrors, findAttachments, recordUses } from '../../attachments/index.ts';
import {
  type Attached,
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
  ...attachmentErrors,
  conversation_not_private: {
    kind: 'invalid',
    text: () => 'This conversation is not private and cannot become so. Begin a new one with `private`.',
  },
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
  /** What came with the message that is answered. */
  readonly attached?: readonly Attached[];
}

/** Writes the turns. The caller is in a transaction and holds the conversation's row. */
export async function insertAnswer(
  ctx: Context,
  { conversationId, parentId, messages, options, attached = [] }: Opening,
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
      metadata: isAnswered ? (attached.length > 0 ? { attachments: [...attached] } : {}) : { claimed: true },
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
  readonly isPrivate: boolean;
  readonly attachmentIds: readonly string[];
  readonly options: AnswerOptions;
}

/** The files named, in that order; one that is not there is refused before anything is written. */
async function attachedOf(
  { owner, db }: Context,
  ids: readonly string[],
  fail: Fail<typeof openErrors>,
): Promise<Attached[]> {
  const known = new Map((await findAttachments(owner, db, ids)).map((file) => [file.id, file]));
  return ids.map((id) => {
    const file = known.get(id);
    if (!file) throw fail.attachment_unknown({});
    return { id, name: file.name, media_type: file.media_type, kind: file.kind };
  });
}

/** A new conversation, named by what is asked. */
async function beginConversation(
  { owner, db, clock, newId }: Context,
  { messages, isPrivate }: Sending,
): Promise<string> {
  const id = newId();
  const now = clock.now();
  await insertConversation(owner, db, {
    id,
    title: titleOf(messages.at(-1)?.content ?? ''),
    head_turn_id: null,
    is_private: isPrivate ? 1 : 0,
    created_at: now,
    updated_at: now,
  });
  return id;
}

/** For `chat.send` and `chat.stream`: goes on with a conversation, or opens one. */
export function openAnswer(ctx: Context, sending: Sending, fail: Fail<typeof openErrors>): Promise<OpenAnswer> {
  return ctx.transaction(async (tx) => {
    const { messages, conversation_id, isPrivate, attachmentIds, options } = sending;
    const attached = await attachedOf(tx, attachmentIds, fail);
    const parentId = conversation_id ? await claimConversation(tx, conversation_id, fail) : null;
    if (conversation_id && isPrivate) {
      const conversation = await findConversation(tx.owner, tx.db, conversation_id);
      if (!conversation?.private) throw fail.conversation_not_private({});
    }
    const conversationId = conversation_id ?? (await beginConversation(tx, sending));
    await recordUses(tx.owner, tx.db, { ids: attachmentIds, conversationId });
    const said = conversation_id ? messages.slice(-1) : messages;
    return insertAnswer(tx, { conversationId, parentId, messages: said, options, attached });
  });
}
