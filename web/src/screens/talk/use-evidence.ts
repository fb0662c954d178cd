/** Which answer's evidence is shown: the one that was asked about, else the newest. */
import { useState } from 'react';
import { useNima } from '../../shell/nima-context.ts';
import { type Answer, answerOf } from './answer.ts';
import type { ShownTurn } from './shown-turns.ts';

export function useEvidence(turns: readonly ShownTurn[]) {
  const { feed } = useNima();
  const [asked, setAsked] = useState<{ turnId: string; itemId: string | null } | null>(null);
  const [isOpen, setOpen] = useState(false);
  const turn =
    turns.find(({ id }) => id === asked?.turnId) ?? turns.findLast(({ role }) => role === 'assistant') ?? null;
  const answer: Answer | null = turn ? (feed.read(turn.id) ?? answerOf(turn)) : null;
  return {
    answer,
    marked: asked?.itemId ?? null,
    isOpen,
    open: () => setOpen(true),
    close: () => setOpen(false),
    show: (turnId: string, itemId?: string) => {
      setAsked({ turnId, itemId: itemId ?? null });
      setOpen(true);
    },
  };
}
