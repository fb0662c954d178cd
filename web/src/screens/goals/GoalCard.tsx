/** One goal on the board: how far, how risky, what is next. */
import { Link } from 'react-router';
import type { Goal } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { deadlineWords, riskWords } from './goal-words.ts';
import { ProgressBar } from './ProgressBar.tsx';
import { StepCard } from './StepCard.tsx';

export function GoalCard({ goal, now }: { goal: Goal; now: number }) {
  const { id, title, status, deadline_at, progress, milestones, suggested_actions, forecast } = goal;
  const next = milestones.find((milestone) => milestone.status === 'open');
  const [step] = suggested_actions;
  const { text, tone } = riskWords(forecast.risk);
  return (
    <li className="flex flex-col gap-3 rounded-medium border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Link
          to={`/goals/${id}`}
          className="min-w-0 flex-1 basis-48 rounded-small font-strong wrap-anywhere hover:underline"
        >
          {title}
        </Link>
        <Badge tone={tone}>{text}</Badge>
      </div>
      <ProgressBar progress={progress} label={`Progress of ${title}`} />
      <p className="text-small text-ink-2">
        {status === 'completed' ? 'Reached' : deadlineWords(deadline_at, now)}
        {next && status === 'active' && <> · next: {next.title}</>}
      </p>
      {step && status === 'active' && <StepCard step={step} />}
    </li>
  );
}
