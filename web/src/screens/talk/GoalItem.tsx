/** The goal an answer serves, as it stood then. */
import { Link } from 'react-router';
import type { ServedGoal } from '../../api/nima.ts';

export function GoalItem({ goal: { id, title, milestone, progress } }: { goal: ServedGoal }) {
  const percent = Math.round(progress * 100);
  return (
    <section aria-label={`Goal: ${title}`} className="border-t border-line pt-4">
      <h3 className="font-strong">
        Goal:{' '}
        <Link to={`/goals/${id}`} className="underline decoration-line underline-offset-3 hover:decoration-current">
          {title}
        </Link>
      </h3>
      <div aria-hidden="true" className="mt-2 h-1.5 overflow-hidden rounded-[99px] bg-sunken">
        <div className="h-full rounded-[99px] bg-moss" style={{ width: `${percent}%` }} />
      </div>
      <p className="mt-1.5 text-ink-2">
        {percent} %{milestone ? ` · next: ${milestone}` : ''}
      </p>
    </section>
  );
}
