/** The parts of a goal: checked off, added, taken away. */
import { type FormEvent, useState } from 'react';
import type { Goal, Milestone } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { useNima } from '../../shell/nima-context.ts';
import { useGoalAct } from './use-goals.ts';

function Row({ milestone: { id, title, status } }: { milestone: Milestone }) {
  const { api } = useNima();
  const act = useGoalAct();
  const { milestones } = api.goals;
  const isDone = status === 'done';
  const toggle = () =>
    isDone
      ? act(() => milestones.reopen({ id }), `Open again: ${title}`)
      : act(
          () => milestones.complete({ id }),
          `Done: ${title}`,
          () => milestones.reopen({ id }),
        );
  const remove = () =>
    act(
      () => milestones.remove({ id }),
      `Taken away: ${title}`,
      () => milestones.restore({ id }),
    );
  return (
    <li className="flex items-center gap-2 border-b border-line py-1.5 last:border-0">
      <label className="flex min-h-9 min-w-0 flex-1 cursor-pointer items-center gap-3">
        <input type="checkbox" checked={isDone} onChange={toggle} className="size-4 shrink-0 accent-moss" />
        <span className={joinClasses('min-w-0 wrap-anywhere', isDone && 'text-ink-3 line-through')}>{title}</span>
      </label>
      <IconButton icon="remove" size={16} label={`Take away: ${title}`} onClick={remove} />
    </li>
  );
}

export function Milestones({ goal }: { goal: Goal }) {
  const { api } = useNima();
  const act = useGoalAct();
  const [title, setTitle] = useState('');
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = title.trim();
    if (wanted && (await act(() => api.goals.milestones.create({ goal_id: goal.id, title: wanted }), 'Added'))) {
      setTitle('');
    }
  };
  return (
    <section aria-label="Milestones" className="flex flex-col gap-2">
      <h2 className="text-small font-strong text-ink-2">Milestones</h2>
      <ul>
        {goal.milestones.map((milestone) => (
          <Row key={milestone.id} milestone={milestone} />
        ))}
      </ul>
      <form onSubmit={add} className="flex gap-2">
        <input
          aria-label="A further milestone"
          placeholder="A further milestone"
          value={title}
          maxLength={200}
          onChange={({ target }) => setTitle(target.value)}
          className="field min-h-10 min-w-0 flex-1"
        />
        <Button type="submit" disabled={!title.trim()}>
          Add
        </Button>
      </form>
    </section>
  );
}
