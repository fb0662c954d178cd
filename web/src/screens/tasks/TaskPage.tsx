/** One task in full: what it does, how it stands, its live log, what came of it. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { Task } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { actorWords } from '../../parts/source-words.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { TaskActs } from './TaskActs.tsx';
import { TaskLogView } from './TaskLogView.tsx';
import { TaskOutcome } from './TaskOutcome.tsx';
import { TaskProgress } from './TaskProgress.tsx';
import { isOver } from './task-log.ts';
import { attemptWords, effectWords, isOpen, plainName, statusWords, whenWords } from './task-words.ts';
import { useTaskLog } from './use-task-log.ts';
import { useTask } from './use-tasks.ts';
import { Values } from './Values.tsx';

function Standing({ task, progress }: { task: Task; progress: number | null }) {
  const { status, attempts, asked_by, goal_id, cancel_requested } = task;
  const { text, tone } = statusWords(status);
  const effect = effectWords(task.effect);
  const said = [attemptWords(attempts), whenWords(task), `asked by ${actorWords(asked_by)}`];
  return (
    <section aria-label="How it stands" className="flex flex-col gap-2">
      <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
        <Badge tone={tone}>{text}</Badge>
        <Badge tone={effect.tone}>{effect.text}</Badge>
        <span>{said.join(' · ')}</span>
      </p>
      {isOpen(status) && progress !== null && <TaskProgress progress={progress} label="Progress" />}
      {cancel_requested && isOpen(status) && <p className="text-small text-amber">Cancel is asked; it ends soon.</p>}
      {goal_id && (
        <Link to={`/goals/${goal_id}`} className="w-fit text-small text-moss underline underline-offset-3">
          The goal it serves
        </Link>
      )}
    </section>
  );
}

export function TaskPage({ id }: { id: string }) {
  const [round, setRound] = useState(0);
  const { data: task, error, refetch } = useTask(id);
  const log = useTaskLog(id, round);
  if (error && !task) return <Failed text="" error={error} onRetry={refetch} />;
  if (!task) return <Waiting text="Opening the task" />;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-large font-strong wrap-anywhere">
            {task.type} · {plainName(task.action)}
          </h1>
        </div>
        <TaskActs task={task} onRetried={() => setRound(round + 1)} />
      </div>
      <Standing task={task} progress={log.progress ?? task.progress} />
      <TaskOutcome task={task} />
      <section aria-label="Parameters" className="flex flex-col gap-2">
        <h2 className="text-small font-strong text-ink-2">Parameters</h2>
        <Values values={task.params} nothing="Takes no parameters." />
      </section>
      <TaskLogView log={log} isLive={isOpen(task.status) && !isOver(log)} />
    </>
  );
}
