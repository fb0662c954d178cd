/** The rail: the rooms there are, recent conversations, and the person who is signed in. */
import { Link, NavLink, useMatch } from 'react-router';
import type { User } from '../api/nima.ts';
import { Circle } from '../parts/Circle.tsx';
import { Icon } from '../parts/Icon.tsx';
import { joinClasses } from '../parts/join-classes.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { RecentConversations } from './RecentConversations.tsx';
import { ROOMS } from './rooms.tsx';

function Count({ useCount }: { useCount: () => number }) {
  const count = useCount();
  if (count === 0) return null;
  return (
    <span className="ml-auto rounded-[99px] bg-amber-soft px-2 text-small text-amber tabular-nums">
      {count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}

export function Rail({ user }: { user: User }) {
  const isNewTalk = useMatch('/talk') !== null;
  return (
    <nav aria-label="Rooms" className="flex h-full flex-col px-3 pt-[calc(14px+env(safe-area-inset-top))] pb-2">
      <div className="flex items-center justify-between pr-1 pb-4 pl-2.5">
        <Link
          to="/talk"
          aria-label="Nima, new conversation"
          className="flex items-center gap-2.5 rounded-small font-strong"
        >
          <Circle />
          Nima
        </Link>
        <Link
          to="/talk"
          aria-label="New conversation"
          title="New conversation"
          className={joinClasses(
            'inline-flex size-8 items-center justify-center rounded-small hover:bg-raised hover:text-ink pointer-coarse:size-10',
            isNewTalk ? 'text-ink' : 'text-ink-3',
          )}
        >
          <Icon name="plus" />
        </Link>
      </div>
      <ul className="flex flex-col gap-0.5">
        {ROOMS.map(({ to, name, icon, useCount }) => (
          <li key={to}>
            <NavLink
              to={to}
              className={({ isActive }) =>
                joinClasses(
                  'flex min-h-9 items-center gap-2.5 rounded-small px-2.5',
                  isActive ? 'bg-raised text-ink ring-1 ring-line' : 'text-ink-2 hover:bg-raised/60 hover:text-ink',
                )
              }
            >
              <Icon name={icon} />
              {name}
              {useCount && <Count useCount={useCount} />}
            </NavLink>
          </li>
        ))}
      </ul>
      <RecentConversations />
      <AccountMenu user={user} />
    </nav>
  );
}
