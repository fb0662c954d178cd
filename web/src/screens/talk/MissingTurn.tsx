/** Goes to the turn an address names: scrolls to it, or offers the branch it stands on. */
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { ShownTurn } from './shown-turns.ts';
import { useTalkDoors } from './talk-context.ts';

export function MissingTurn({ turns }: { turns: readonly ShownTurn[] }) {
  const { hash, key } = useLocation();
  const { showBranch } = useTalkDoors();
  const named = hash.slice(1);
  const isShown = turns.some(({ id }) => id === named);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same address asked for again scrolls again.
  useEffect(() => {
    if (isShown) document.getElementById(named)?.scrollIntoView({ block: 'center' });
  }, [named, isShown, key]);
  if (!named || isShown || turns.length === 0) return null;
  return (
    <Notice tone="plain" action={<Button onClick={() => showBranch(named)}>Show that version</Button>}>
      The turn you asked for stands in another version of this conversation.
    </Notice>
  );
}
