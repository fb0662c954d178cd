/** A suggestion: what to do, why, what it becomes; taken up or declined with one click, either way with a way back. */
import type { Step } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { ChipButton } from '../../parts/Chip.tsx';
import { Explain } from '../../parts/Explain.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { useGoalAct } from './use-goals.ts';

function becomes({ action, milestone }: Step): string {
  if (action) return `Becomes a task: ${action.type}, ${action.action.replaceAll('_', ' ')}`;
  return milestone ? 'Becomes a milestone' : 'Kept in mind';
}

function Sources({ step: { sources } }: { step: Step }) {
  if (sources.length === 0) return null;
  return (
    <ul className="mt-2 border-t border-line pt-2 text-ink-2">
      {sources.map(({ id, type, text }) => (
        <li key={id} className="wrap-anywhere">
          {type}: {text}
        </li>
      ))}
    </ul>
  );
}

export function StepCard({ step }: { step: Step }) {
  const { api } = useNima();
  const act = useGoalAct();
  const decide = (verdict: 'accept' | 'decline') => {
    let decision: string | null = null;
    const work = async () => {
      decision = (await api.goals.steps[verdict]({ id: step.id })).id;
    };
    const undo = async () => {
      if (decision) await api.goals.steps.restore({ id: decision });
    };
    const said = verdict === 'accept' ? `Taken up: ${step.text}` : 'Not suggested again soon';
    return act(work, said, undo);
  };
  return (
    <div className="flex flex-col gap-2 rounded-medium bg-sunken px-4 py-3">
      <p className="wrap-anywhere">{step.text}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="go" onClick={() => decide('accept')} aria-label={`Take up: ${step.text}`}>
          Take up
        </Button>
        <Button look="quiet" onClick={() => decide('decline')} aria-label={`Not this: ${step.text}`}>
          Not this
        </Button>
        <span className="text-small text-ink-3">{becomes(step)}</span>
        <Explain trigger={<ChipButton aria-label={`Why: ${step.text}`}>Why</ChipButton>}>
          <p>{step.because}</p>
          <Sources step={step} />
        </Explain>
      </div>
    </div>
  );
}
