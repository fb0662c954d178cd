/** One goal in full: forecast, milestones, what counts, what to do next. */
import { useState } from 'react';
import { Link } from 'react-router';
import type { Goal } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { useNow } from '../../parts/use-now.ts';
import { EvidenceList } from './EvidenceList.tsx';
import { ForecastChart } from './ForecastChart.tsx';
import { GoalActs } from './GoalActs.tsx';
import { GoalForm } from './GoalForm.tsx';
import { deadlineWords, riskWords } from './goal-words.ts';
import { Milestones } from './Milestones.tsx';
import { ProgressBar } from './ProgressBar.tsx';
import { StepCard } from './StepCard.tsx';
import { useForecast, useGoal } from './use-goals.ts';

function Outlook({ goal }: { goal: Goal }) {
  const now = useNow(false);
  const forecast = useForecast(goal.id);
  const { text, tone } = riskWords(goal.forecast.risk);
  return (
    <section aria-label="Outlook" className="flex flex-col gap-3 rounded-medium border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <p>{deadlineWords(goal.deadline_at, now)}</p>
        <Badge tone={tone}>{text}</Badge>
      </div>
      <ProgressBar progress={goal.progress} label="Progress" />
      {forecast.data?.expected_at && <ForecastChart forecast={forecast.data} deadlineAt={goal.deadline_at} now={now} />}
      <p className="text-small text-ink-2">{goal.forecast.because}</p>
    </section>
  );
}

function Steps({ goal }: { goal: Goal }) {
  if (goal.suggested_actions.length === 0) return null;
  return (
    <section aria-label="What to do next" className="flex flex-col gap-2">
      <h2 className="text-small font-strong text-ink-2">What to do next</h2>
      {goal.suggested_actions.map((step) => (
        <StepCard key={step.id} step={step} />
      ))}
    </section>
  );
}

export function GoalPage({ id }: { id: string }) {
  const goal = useGoal(id);
  const [isEditing, setEditing] = useState(false);
  if (goal.error && !goal.data) {
    return (
      <Notice action={<Button onClick={() => goal.refetch()}>Try again</Button>}>
        {goal.error.message} <Link to="/goals">All goals</Link>
      </Notice>
    );
  }
  if (!goal.data) return <div role="status" aria-label="Opening the goal" className="h-60 rounded-medium bg-sunken" />;
  const { title, description } = goal.data;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="text-large font-strong wrap-anywhere">{title}</h1>
          {description && <p className="text-ink-2 wrap-anywhere">{description}</p>}
        </div>
        <GoalActs goal={goal.data} onEdit={() => setEditing(true)} />
      </div>
      <Outlook goal={goal.data} />
      <Steps goal={goal.data} />
      <Milestones goal={goal.data} />
      <EvidenceList goal={goal.data} />
      <Dialog isOpen={isEditing} onClose={() => setEditing(false)} title="Change the goal">
        <GoalForm goal={goal.data} onDone={() => setEditing(false)} />
      </Dialog>
    </>
  );
}
