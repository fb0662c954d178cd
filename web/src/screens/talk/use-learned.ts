/**
 * What was learned from the turn an answer belongs to. Learning happens after the answer, so a fresh answer asks a few
 * times; an old one asks once, when it is looked at.
 */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Fact } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { type Answer, isSettled } from './answer.ts';
import { idOfResult } from './call-words.ts';

/** Six seconds in all, backing off: learning takes well under one with the offline model, some with a remote one. */
const ASK_AFTER_MS = [300, 600, 1100, 1700, 2300] as const;

function useIsSeen(): { ref: React.RefObject<HTMLDivElement | null>; isSeen: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!ref.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: '200px',
    });
    watch.observe(ref.current);
    return () => watch.disconnect();
  }, []);
  return { ref, isSeen };
}

export function useLearned(answer: Answer) {
  const { api } = useNima();
  const { userTurnId, seq, calls } = answer;
  const { ref, isSeen } = useIsSeen();
  // Followed to its end here: the answer is fresh.
  const isFresh = seq > 0;
  const { data } = useQuery({
    queryKey: keys.learnedFrom(userTurnId ?? ''),
    queryFn: () => api.memory.facts.list({ turn_id: userTurnId ?? '' }),
    enabled: userTurnId !== null && isSeen && isSettled(answer),
    staleTime: isFresh ? 0 : 60_000,
    refetchInterval: ({ state }) => (isFresh ? (ASK_AFTER_MS[state.dataUpdateCount - 1] ?? false) : false),
  });
  const byTool = calls.map(idOfResult);
  const [kept, setKept] = useState<readonly Fact[]>([]);
  useEffect(() => {
    if (!data) return;
    setKept((before) => [...before, ...data.facts.filter(({ id }) => !before.some((known) => known.id === id))]);
  }, [data]);
  return { ref, learned: kept.filter(({ id }) => !byTool.includes(id)) };
}
