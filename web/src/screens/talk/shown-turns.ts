/** The turns on the screen: what is stored, with what was just said and is not stored yet. Pure. */
import type { Attached, ConversationWithMessages, Turn } from '../../api/nima.ts';
import type { Answer } from './answer.ts';

/** Something just asked for, until Nima says it has begun. */
export interface Attempt {
  /** Turns kept before it; all of them when null. */
  readonly keptUntil: string | null;
  readonly isFromRoot: boolean;
  /** What was said; null when an answer is made anew. */
  readonly said: string | null;
  readonly attached: readonly Attached[];
  readonly isPrivate: boolean;
}

export type ShownTurn = Turn & { readonly isPending?: boolean };

function keptTurns(turns: readonly Turn[], { keptUntil, isFromRoot }: Attempt): Turn[] {
  if (isFromRoot) return [];
  if (keptUntil === null) return [...turns];
  return turns.slice(0, turns.findIndex(({ id }) => id === keptUntil) + 1);
}

interface NewTurn {
  readonly id: string;
  readonly conversationId: string;
  readonly parentId: string | null;
  readonly role: Turn['role'];
  readonly content: string;
  readonly attached?: readonly Attached[];
  readonly now: number;
}

const aTurn = ({ id, conversationId, parentId, role, content, attached = [], now }: NewTurn): Turn => ({
  id,
  conversation_id: conversationId,
  parent_id: parentId,
  role,
  speaker: '',
  content,
  status: role === 'user' ? 'complete' : 'generating',
  metadata: attached.length > 0 ? { attachments: [...attached] } : {},
  timestamp: new Date(now).toISOString(),
  siblings: [id],
});

/** What is on the screen while Nima has not answered the request itself. */
export function withAttempt(turns: readonly Turn[], attempt: Attempt | null, now: number): ShownTurn[] {
  if (!attempt) return [...turns];
  const kept = keptTurns(turns, attempt);
  const base = { conversationId: '', parentId: kept.at(-1)?.id ?? null, now };
  const { said: content, attached } = attempt;
  const said = content === null ? [] : [aTurn({ ...base, id: 'said', role: 'user', content, attached })];
  const answer = aTurn({ ...base, id: 'answer', role: 'assistant', content: '' });
  return [...kept, ...[...said, answer].map((turn) => ({ ...turn, isPending: true }))];
}

/** The stored conversation as it is now that the answer has begun; the next fetch brings the branches. */
export function withBegun(
  stored: ConversationWithMessages | undefined,
  attempt: Attempt,
  answer: Answer,
  now: number,
): ConversationWithMessages {
  const { conversationId, turnId, userTurnId } = answer;
  const kept = keptTurns(stored?.messages ?? [], attempt);
  const base = { conversationId, now };
  const said =
    attempt.said === null || userTurnId === null
      ? []
      : [
          aTurn({
            ...base,
            id: userTurnId,
            parentId: kept.at(-1)?.id ?? null,
            role: 'user',
            content: attempt.said,
            attached: attempt.attached,
          }),
        ];
  const begun = aTurn({ ...base, id: turnId, parentId: userTurnId, role: 'assistant', content: '' });
  const time = new Date(now).toISOString();
  const conversation = stored ?? {
    id: conversationId,
    title: (attempt.said ?? '').split('\n')[0]?.slice(0, 48) ?? '',
    created_at: time,
    updated_at: time,
    context_summary: null,
    private: attempt.isPrivate,
  };
  return { ...conversation, head_turn_id: turnId, messages: [...kept, ...said, begun] };
}
