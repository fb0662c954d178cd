/** The room of goals: the board, or one goal in full. */
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { Scroll } from '../../parts/Scroll.tsx';
import { ScreenHeader } from '../../shell/ScreenHeader.tsx';
import { Board } from './Board.tsx';
import { GoalPage } from './GoalPage.tsx';

export function Goals() {
  const { id } = useParams();
  useEffect(() => {
    document.title = 'Goals · Nima';
  }, []);
  const title = id ? (
    <Link to="/goals" className="rounded-small font-strong">
      Goals
    </Link>
  ) : (
    <h1 className="font-strong">Goals</h1>
  );
  return (
    <main className="flex h-full flex-col">
      <ScreenHeader title={title} />
      <Scroll aria-label="Goals" className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-190 flex-col gap-6 px-4 pt-6 pb-[calc(48px+env(safe-area-inset-bottom))] tablet:px-6">
          {id ? <GoalPage key={id} id={id} /> : <Board />}
        </div>
      </Scroll>
    </main>
  );
}
