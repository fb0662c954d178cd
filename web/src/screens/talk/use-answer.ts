/** The newest of a turn: what its stream tells, else what is stored. */
import { useSyncExternalStore } from 'react';
import type { Turn } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { type Answer, answerOf } from './answer.ts';

export function useAnswer(turn: Turn): Answer {
  const { feed } = useNima();
  const followed = useSyncExternalStore(feed.subscribe, () => feed.read(turn.id));
  return followed ?? answerOf(turn);
}
