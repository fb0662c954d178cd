/** Why the progress is what it is: every piece of evidence with its source, and a way to take it out. */
import { Link } from 'react-router';
import type { Evidence, Goal } from '../../api/nima.ts';
import { IconButton } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { evidenceWords, percent } from './goal-words.ts';
import { useGoalAct } from './use-goals.ts';

/** A milestone and a completion are undone where they were set. */
const isRemovable = ({ kind }: Evidence): boolean => kind !== 'milestone' && kind !== 'completed';

function Row({ evidence }: { evidence: Evidence }) {
  const { api } = useNima();
  const act = useGoalAct();
  const { evidence_id: id, text, adds, source } = evidence;
  const remove = () =>
    act(
      () => api.goals.evidence.remove({ id }),
      'Taken out',
      () => api.goals.evidence.restore({ id }),
    );
  return (
    <li className="flex items-start gap-3 border-b border-line py-2 last:border-0">
      <span className="w-14 shrink-0 text-small text-moss tabular-nums">
        {adds >= 0 ? '+' : '−'}
        {percent(Math.abs(adds))}
      </span>
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">{source.quote ? `“${source.quote}”` : text}</p>
        <p className="text-small text-ink-3">
          {evidenceWords(evidence)}
          {source.conversation_id && (
            <>
              {' · '}
              <Link to={`/talk/${source.conversation_id}`} className="underline underline-offset-2">
                where you said it
              </Link>
            </>
          )}
        </p>
      </div>
      {isRemovable(evidence) && (
        <IconButton icon="close" size={16} label={`Does not count: ${text}`} onClick={remove} />
      )}
    </li>
  );
}

export function EvidenceList({ goal }: { goal: Goal }) {
  return (
    <section aria-label="Why this progress" className="flex flex-col gap-2">
      <h2 className="text-small font-strong text-ink-2">Why {percent(goal.progress)}</h2>
      {goal.progress_because.length === 0 ? (
        <p className="text-small text-ink-3">
          Nothing counts yet. Check off a milestone, finish a task of this goal, or tell me what you have done.
        </p>
      ) : (
        <ul>
          {goal.progress_because.map((evidence) => (
            <Row key={evidence.evidence_id} evidence={evidence} />
          ))}
        </ul>
      )}
    </section>
  );
}
