/** The board: goals being worked on first, then what rests and what is reached. */
import { useState } from 'react';
import type { Goal } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNow } from '../../parts/use-now.ts';
import { GoalCard } from './GoalCard.tsx';
import { GoalForm } from './GoalForm.tsx';
import { useGoals } from './use-goals.ts';

const GROUPS = [
  { status: 'active', name: 'Working on' },
  { status: 'paused', name: 'Paused' },
  { status: 'completed', name: 'Reached' },
] as const satisfies readonly { status: Goal['status']; name: string }[];

/** Most pressing first: what is at risk, then what is due. */
function byUrgency(a: Goal, b: Goal): number {
  const weight = ({ forecast: { risk } }: Goal) => ({ slipping: 0, at_risk: 1 })[risk as string] ?? 2;
  const due = ({ deadline_at }: Goal) => deadline_at ?? '9999';
  return weight(a) - weight(b) || due(a).localeCompare(due(b));
}

function Groups({ goals }: { goals: readonly Goal[] }) {
  const now = useNow(false);
  return GROUPS.map(({ status, name }) => {
    const group = goals.filter((goal) => goal.status === status).toSorted(byUrgency);
    if (group.length === 0) return null;
    return (
      <section key={status} aria-label={name} className="flex flex-col gap-3">
        <h2 className="text-small font-strong text-ink-2">
          {name} · {group.length}
        </h2>
        <ul className="flex flex-col gap-3">
          {group.map((goal) => (
            <GoalCard key={goal.id} goal={goal} now={now} />
          ))}
        </ul>
      </section>
    );
  });
}

function Content() {
  const goals = useGoals();
  if (goals.error && !goals.data) {
    return (
      <Notice action={<Button onClick={() => goals.refetch()}>Try again</Button>}>
        The goals did not come. {goals.error.message}
      </Notice>
    );
  }
  if (!goals.data) {
    return (
      <div role="status" className="flex flex-col gap-3">
        <span className="sr-only">Opening the goals</span>
        {['a', 'b', 'c'].map((card) => (
          <span key={card} className="h-32 rounded-medium bg-sunken" />
        ))}
      </div>
    );
  }
  if (goals.data.goals.length === 0) {
    return (
      <p className="mx-auto max-w-100 py-10 text-center text-ink-2">
        No goal is set. Write one above, or tell me in talk: “I want to deploy nima to production by 31 December”.
      </p>
    );
  }
  return <Groups goals={goals.data.goals} />;
}

export function Board() {
  const [isSetting, setSetting] = useState(false);
  return (
    <>
      <div className="flex items-center justify-between gap-3">
        <p className="text-small text-ink-2">Progress comes from what is done and what you say is done.</p>
        <Button look="go" icon="plus" onClick={() => setSetting(true)}>
          Set a goal
        </Button>
      </div>
      <Content />
      <Dialog isOpen={isSetting} onClose={() => setSetting(false)} title="Set a goal">
        <GoalForm onDone={() => setSetting(false)} />
      </Dialog>
    </>
  );
}
