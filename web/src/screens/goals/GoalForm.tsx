/** Sets a goal, or changes one: what, why, by when, and in which parts. */
import { type FormEvent, useState } from 'react';
import type { Goal } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { useGoalAct } from './use-goals.ts';

interface GoalFormProps {
  /** Changed when given, else a new one is set. */
  goal?: Goal;
  onDone: () => void;
}

const LABEL = 'flex flex-col gap-1 text-small text-ink-2';

function useSave({ goal, onDone }: GoalFormProps) {
  const { api } = useNima();
  const act = useGoalAct();
  return async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim();
    const shared = { title: text('title'), description: text('description') };
    const deadline = text('deadline');
    const milestones = text('milestones').split('\n').filter(Boolean);
    const isDone = goal
      ? await act(() => api.goals.update({ id: goal.id, ...shared, deadline: deadline || null }), 'Changed')
      : await act(() => api.goals.create({ ...shared, milestones, ...(deadline ? { deadline } : {}) }), 'Goal set');
    if (isDone) onDone();
  };
}

export function GoalForm({ goal, onDone }: GoalFormProps) {
  const save = useSave({ ...(goal ? { goal } : {}), onDone });
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    await save(new FormData(event.currentTarget));
    setBusy(false);
  };
  return (
    <form onSubmit={submit} aria-label={goal ? 'Change the goal' : 'Set a goal'} className="mt-3 flex flex-col gap-3">
      <label className={LABEL}>
        What is to be reached
        <input name="title" required maxLength={200} defaultValue={goal?.title} className="field min-h-11" />
      </label>
      <label className={LABEL}>
        Why, or what it means
        <textarea
          name="description"
          rows={2}
          maxLength={4000}
          defaultValue={goal?.description}
          className="field py-2"
        />
      </label>
      <label className={LABEL}>
        By when
        <input name="deadline" type="date" defaultValue={goal?.deadline?.slice(0, 10)} className="field min-h-11" />
      </label>
      {!goal && (
        <label className={LABEL}>
          Parts of it, one a line
          <textarea name="milestones" rows={3} className="field py-2" />
        </label>
      )}
      <div className="mt-1 flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button look="go" type="submit" disabled={isBusy}>
          {goal ? 'Save' : 'Set the goal'}
        </Button>
      </div>
    </form>
  );
}
