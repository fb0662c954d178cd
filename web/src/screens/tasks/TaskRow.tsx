/** One task of the list: what, how it stands, what came of it. */
import { Link } from 'react-router';
import type { Task } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { TaskProgress } from './TaskProgress.tsx';
import { aboutWords, attemptWords, isOpen, plainName, statusWords, whenWords } from './task-words.ts';

export function TaskRow({ task }: { task: Task }) {
  const { id, type, action, title, status, attempts, progress, summary, error } = task;
  const { text, tone } = statusWords(status);
  const said = error && !isOpen(status) ? error.message : summary;
  const words = said ?? aboutWords(task);
  return (
    <li className="border-b border-line last:border-0">
      <Link to={`/tasks/${id}`} className="flex flex-col gap-1 rounded-medium px-4 py-3 hover:bg-sunken/60">
        <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span className="font-strong">
            {type} · {plainName(action)}
          </span>
          <Badge tone={tone}>{text}</Badge>
          <span className="ml-auto text-small text-ink-3">{whenWords(task)}</span>
        </span>
        {words && <span className="line-clamp-2 text-small text-ink-2 wrap-anywhere">{words.replaceAll('`', '')}</span>}
        {isOpen(status) && (
          <span className="flex items-center gap-3 text-small text-ink-3">
            {progress !== null && <TaskProgress progress={progress} label={`Progress of ${title}`} />}
            {attemptWords(attempts)}
          </span>
        )}
        {status === 'dead' && <span className="text-small text-ink-3">{attemptWords(attempts)}</span>}
      </Link>
    </li>
  );
}
