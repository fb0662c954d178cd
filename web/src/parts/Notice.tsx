/** Something is not as it should be: what happened, and what to do about it. */
import type { ReactNode } from 'react';
import { joinClasses } from './join-classes.ts';

interface NoticeProps {
  tone?: 'clay' | 'amber' | 'plain';
  children: ReactNode;
  /** The way on. */
  action?: ReactNode;
}

const TONES = {
  clay: 'border-clay/40 bg-clay-soft text-clay',
  amber: 'border-amber/40 bg-amber-soft text-amber',
  plain: 'border-line bg-sunken text-ink-2',
} as const;

export function Notice({ tone = 'clay', children, action }: NoticeProps) {
  return (
    <div
      role="alert"
      className={joinClasses(
        'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-medium border px-4 py-2.5 text-small',
        TONES[tone],
      )}
    >
      <p className="min-w-48 flex-1">{children}</p>
      {action}
    </div>
  );
}
