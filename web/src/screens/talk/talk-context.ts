/** What the parts of one conversation share: its turns, and what can be done with them. */
import { createContext, useContext } from 'react';
import type { TalkState } from './use-talk.ts';

export interface TalkDoors extends TalkState {
  /** Shows what an answer used, with one fact or turn marked. */
  readonly showEvidence: (turnId: string, itemId?: string) => void;
}

export const TalkContext = createContext<TalkDoors | null>(null);

export function useTalkDoors(): TalkDoors {
  const talk = useContext(TalkContext);
  if (!talk) throw new Error('A turn was shown outside its talk.');
  return talk;
}
