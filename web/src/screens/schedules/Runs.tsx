/** What a schedule did: every run with when, why, how long, and what came of it. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { ScheduleRun } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { runWords, stateWords } from './schedule-words.ts';

/** Rooms that show what a run made. */
const ROOM_OF: Readonly<Record<string, string>> = {
  'chat.send': '/talk',
  'tasks.execute': '/tasks',
  'goals.create': '/goals',
};

function Row({ run }: { run: ScheduleRun }) {
  const { text, tone } = stateWords(run.state);
  const room = run.made && ROOM_OF[run.made.operation];
  return (
    <li className="flex flex-col gap-1 border-b border-line py-2.5 last:border-0">
      <div className="flex items-center justify-between gap-3 text-small text-ink-3">
        <span>{runWords(run)}</span>
        <Badge tone={tone}>{text}</Badge>
      </div>
      {run.outcome && <p className="text-small wrap-anywhere">{run.outcome}</p>}
      {run.made && room && (
        <Link to={`${room}/${run.made.id}`} className="w-fit text-small underline underline-offset-2">
          What it made
        </Link>
      )}
    </li>
  );
}

export function Runs({ id }: { id: string }) {
  const { api } = useNima();
  const runs = useQuery({
    queryKey: keys.scheduleRuns(id),
    queryFn: () => api.schedules.runs.list({ schedule_id: id, limit: 50 }),
  });
  if (runs.error && !runs.data) return <Notice>The history did not come. {runs.error.message}</Notice>;
  if (!runs.data)
    return <div role="status" aria-label="Opening the history" className="h-32 rounded-medium bg-sunken" />;
  if (runs.data.runs.length === 0) return <p className="px-5 py-4 text-ink-2">It has not run yet.</p>;
  return (
    <ul className="px-5 pb-6">
      {runs.data.runs.map((run) => (
        <Row key={run.id} run={run} />
      ))}
    </ul>
  );
}
