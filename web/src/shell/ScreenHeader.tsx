/** The head of a room: the rail's button where there is no rail, the title, and which model answers. */
import type { ReactNode } from 'react';
import { IconButton } from '../parts/Button.tsx';
import { useHasRail } from '../parts/use-media.ts';
import { useFrame } from './frame-context.ts';
import { ModelPill } from './ModelPill.tsx';

export function ScreenHeader({ title, actions }: { title: ReactNode; actions?: ReactNode }) {
  const hasRail = useHasRail();
  const { openRail } = useFrame();
  return (
    <header className="flex h-14 shrink-0 items-center gap-2 border-b border-line px-3 pt-[env(safe-area-inset-top)] tablet:gap-3 tablet:px-7">
      {!hasRail && <IconButton icon="menu" label="Rooms and conversations" onClick={openRail} />}
      <div className="flex min-w-0 flex-1 items-baseline gap-3">{title}</div>
      <ModelPill />
      {actions}
    </header>
  );
}
