/** What can be done with a task: cancel it, try it again, take back what it did. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Task } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { canRetry, isOpen, undoOf } from './task-words.ts';

export function TaskActs({ task, onRetried }: { task: Task; onRetried: () => void }) {
  const { api } = useNima();
  const act = useAct(keys.tasks);
  const navigate = useNavigate();
  const [isBusy, setBusy] = useState(false);
  const { id, status } = task;
  const undo = undoOf(task);
  const run = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true);
    const isDone = await act(work, said);
    setBusy(false);
    return isDone;
  };
  const takeBack = () =>
    run(async () => {
      // The same key: pressing twice takes back once.
      const back = await api.tasks.execute({ ...(undo ?? task), idempotency_key: `undo-${id}` });
      navigate(`/tasks/${back.id}`);
    }, 'A task takes it back');
  const retry = async () => {
    if (await run(() => api.tasks.retry({ id }), 'Tried again')) onRetried();
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isOpen(status) && (
        <Button
          icon="stop"
          disabled={isBusy || task.cancel_requested}
          onClick={() => run(() => api.tasks.cancel({ id }), 'Cancelled')}
        >
          Cancel
        </Button>
      )}
      {canRetry(status) && (
        <Button icon="again" disabled={isBusy} onClick={retry}>
          Retry
        </Button>
      )}
      {status === 'succeeded' && undo && (
        <Button icon="undo" disabled={isBusy} onClick={takeBack}>
          Undo
        </Button>
      )}
    </div>
  );
}
