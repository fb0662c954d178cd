/** How far a task is, where it says so. */
export function TaskProgress({ progress, label }: { progress: number; label: string }) {
  const percent = Math.round(progress * 100);
  return (
    <span className="flex max-w-80 flex-1 items-center gap-3">
      <span
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-[99px] bg-sunken"
      >
        <span className="block h-full rounded-[99px] bg-sky" style={{ width: `${percent}%` }} />
      </span>
      <span className="w-10 text-small text-ink-2 tabular-nums">{percent} %</span>
    </span>
  );
}
