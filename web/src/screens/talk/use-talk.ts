/** One conversation on the screen: its turns, what is being said, and the acts on them. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { type AnswerEvents, type Attached, type ConversationWithMessages, NimaError } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { answerOf } from './answer.ts';
import { type Attempt, type ShownTurn, withAttempt, withBegun } from './shown-turns.ts';

/** What a person says: words, and the files that belong to them. */
export interface Said {
  readonly text: string;
  readonly attached: readonly Attached[];
}

export interface TalkState {
  readonly conversation: ConversationWithMessages | undefined;
  readonly turns: readonly ShownTurn[];
  readonly isLoading: boolean;
  readonly loadError: Error | null;
  /** Something was asked and is not answered to its end. */
  readonly isGenerating: boolean;
  /** Why the last thing asked was refused. */
  readonly problem: string | null;
  readonly clearProblem: () => void;
  /** Each resolves true once Nima has begun to answer, false when it refused. */
  readonly say: (said: Said) => Promise<boolean>;
  readonly regenerate: (turn: ShownTurn) => Promise<boolean>;
  readonly edit: (turn: ShownTurn, text: string) => Promise<boolean>;
  readonly stop: () => void;
  readonly showBranch: (turnId: string) => Promise<void>;
  /** The turn that is being said differently. */
  readonly editing: string | null;
  readonly setEditing: (turnId: string | null) => void;
  readonly editLast: () => void;
  /** Nothing of this conversation is remembered; decided before its first word. */
  readonly isPrivate: boolean;
  readonly setPrivate: (isPrivate: boolean) => void;
}

const UNREACHED = 'The message did not reach Nima. It stays here; send it again.';

const wordsOf = (error: unknown): string => (error instanceof NimaError ? error.message : UNREACHED);

/** The stored conversation; turns still being made are followed from wherever they were started. */
function useStored(id: string | undefined) {
  const { api, feed } = useNima();
  const stored = useQuery({
    queryKey: keys.conversation(id),
    queryFn: () => api.conversations.get({ id: id ?? '' }),
    enabled: id !== undefined,
  });
  useEffect(() => {
    for (const turn of stored.data?.messages ?? []) {
      if (turn.status === 'generating' || turn.status === 'asks') feed.follow(turn);
      else feed.release(turn.id);
    }
  }, [stored.data, feed]);
  return stored;
}

function useOpening(id: string | undefined) {
  const { feed, queries, conversationChanged } = useNima();
  const navigate = useNavigate();
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = useRef(id);
  shown.current = id;
  const open = async (events: AnswerEvents, next: Attempt): Promise<boolean> => {
    setProblem(null);
    setAttempt(next);
    try {
      const answer = await feed.begin(events);
      const key = keys.conversation(answer.conversationId);
      queries.setQueryData<ConversationWithMessages>(key, (stored) => withBegun(stored, next, answer, Date.now()));
      if (shown.current === undefined && id === undefined)
        navigate(`/talk/${answer.conversationId}`, { replace: true });
      conversationChanged(answer.conversationId);
      return true;
    } catch (error) {
      setProblem(wordsOf(error));
      return false;
    } finally {
      setAttempt(null);
    }
  };
  return { attempt, problem, clearProblem: () => setProblem(null), setProblem, open };
}

/** A new version of a turn: it hangs where that one hangs. */
const besides = ({ parent_id }: ShownTurn, said: string | null): Attempt => ({
  keptUntil: parent_id,
  isFromRoot: parent_id === null,
  said,
  attached: [],
  isPrivate: false,
});

export function useTalk(id: string | undefined): TalkState {
  const { api, feed, conversationChanged } = useNima();
  const stored = useStored(id);
  const { attempt, problem, clearProblem, setProblem, open } = useOpening(id);
  const turns = withAttempt(id ? (stored.data?.messages ?? []) : [], attempt, Date.now());
  const last = turns.at(-1);
  const isAnswered = useSyncExternalStore(feed.subscribe, () => {
    if (last?.role !== 'assistant') return true;
    return (feed.read(last.id) ?? answerOf(last)).status !== 'generating';
  });
  const lastId = last?.isPending ? undefined : last?.id;
  const [editing, setEditing] = useState<string | null>(null);
  const [isPrivateWanted, setPrivate] = useState(false);
  const stop = useCallback(() => {
    if (lastId) api.chat.stop({ id: lastId }).catch((error) => setProblem(wordsOf(error)));
  }, [api, lastId, setProblem]);
  return {
    conversation: stored.data,
    turns,
    isLoading: id !== undefined && stored.data === undefined && attempt === null,
    loadError: stored.data ? null : stored.error,
    isGenerating: !isAnswered,
    problem,
    clearProblem,
    stop,
    say: ({ text, attached }) => {
      const messages = [{ role: 'user' as const, content: text }];
      const attachment_ids = attached.map((file) => file.id);
      const place = id ? { conversation_id: id } : { private: isPrivateWanted };
      const events = api.chat.stream({ messages, attachment_ids, ...place });
      return open(events, { keptUntil: null, isFromRoot: false, said: text, attached, isPrivate: isPrivateWanted });
    },
    regenerate: (turn) => open(api.chat.regenerate({ id: turn.id }), besides(turn, null)),
    edit: (turn, text) => open(api.chat.edit({ id: turn.id, content: text }), besides(turn, text)),
    showBranch: async (turnId) => {
      if (!id) return;
      await api.conversations.update({ id, turn_id: turnId }).catch((error) => setProblem(wordsOf(error)));
      conversationChanged(id);
    },
    editing,
    setEditing,
    isPrivate: id ? (stored.data?.private ?? false) : isPrivateWanted,
    setPrivate,
    editLast: () => {
      const said = turns.findLast(({ role }) => role === 'user');
      if (said && isAnswered) setEditing(said.id);
    },
  };
}
