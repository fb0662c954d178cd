/** How far a goal is: a bar with its number beside it. */
import { percent } from './goal-words.ts';

export function ProgressBar({ progress, label }: { progress: number; label: string }) {
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress * 100)}
        className="h-2 min-w-0 flex-1 overflow-hidden rounded-[99px] bg-sunken"
      >
        <div className="h-full rounded-[99px] bg-moss" style={{ width: `${Math.round(progress * 100)}%` }} />
      </div>
      <span className="w-11 text-right text-small text-ink-2 tabular-nums">{percent(progress)}</span>
    </div>
  );
}
