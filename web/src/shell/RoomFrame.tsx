/** The frame most rooms share: the head with its title or the way back, and one scrolling column. */
import { type ReactNode, useEffect } from 'react';
import { Link } from 'react-router';
import { Scroll } from '../parts/Scroll.tsx';
import { ScreenHeader } from './ScreenHeader.tsx';

interface RoomFrameProps {
  name: string;
  /** Where the name leads, when one thing of the room is open and brings its own heading. */
  backTo?: string | undefined;
  children: ReactNode;
}

export function RoomFrame({ name, backTo, children }: RoomFrameProps) {
  useEffect(() => {
    document.title = `${name} · Nima`;
  }, [name]);
  const title = backTo ? (
    <Link to={backTo} className="rounded-small font-strong hover:underline">
      {name}
    </Link>
  ) : (
    <h1 className="font-strong">{name}</h1>
  );
  return (
    <main className="flex h-full flex-col">
      <ScreenHeader title={title} />
      <Scroll aria-label={name} className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-190 flex-col gap-6 px-4 pt-6 pb-[calc(48px+env(safe-area-inset-bottom))] tablet:px-6">
          {children}
        </div>
      </Scroll>
    </main>
  );
}
