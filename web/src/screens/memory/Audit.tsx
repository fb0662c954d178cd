/** What an audit found, each with what to do, what that would change, and the way back. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type Finding, operationOf } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { mendingOf, PROBLEMS } from './audit-words.ts';

const SHOWN_MAX = 100;

const idOf = (value: unknown): string => String((value as { id?: unknown } | null)?.id ?? '');

function useMend(finding: Finding) {
  const { api } = useNima();
  const act = useAct(keys.facts);
  const mending = mendingOf(finding);
  const { fix } = finding;
  if (!mending || !fix) return null;
  const mend = () => {
    const { undo } = mending;
    let id = idOf(fix.input);
    const work = async () => {
      const result = await operationOf(api, fix.operation)?.(fix.input);
      if (undo?.of === 'result') id = idOf(result);
    };
    const back = undo && (() => operationOf(api, undo.operation)?.({ id }) ?? Promise.resolve());
    return act(work, mending.said, back ?? undefined);
  };
  return { mending, mend };
}

function FindingItem({ finding, onClose }: { finding: Finding; onClose: () => void }) {
  const { problem, text, advice, fact_ids } = finding;
  const mend = useMend(finding);
  return (
    <li className="flex flex-col gap-1.5 border-b border-line py-3.5 text-small last:border-0">
      <span className="flex items-start gap-2.5">
        <Badge tone={problem === 'secret' ? 'clay' : 'amber'}>{PROBLEMS[problem]}</Badge>
        <span className="min-w-0 wrap-anywhere">{text}</span>
      </span>
      <span className="text-ink-2">{advice}</span>
      {mend ? (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button aria-label={`${mend.mending.act}: ${text}`} onClick={mend.mend}>
            {mend.mending.act}
          </Button>
          <span className="min-w-40 flex-1 text-ink-3">{mend.mending.preview}</span>
        </span>
      ) : (
        <Link
          to={`/memory?fact=${fact_ids[0]}`}
          onClick={onClose}
          className="w-fit text-sky underline underline-offset-4"
        >
          Look at it
        </Link>
      )}
    </li>
  );
}

export function Audit({ onClose }: { onClose: () => void }) {
  const { api } = useNima();
  const { data, error, refetch } = useQuery({ queryKey: keys.audit, queryFn: () => api.memory.audit({}) });
  const all = data?.findings ?? [];
  // Both sides of a contradiction stand on the page itself; one line here cannot show them.
  const findings = all.filter(({ problem }) => problem !== 'contradiction');
  const toDecide = all.length - findings.length;
  const keyOf = ({ problem, fact_ids }: Finding) => `${problem} ${fact_ids.join(' ')}`;
  return (
    <Sheet isOpen onClose={onClose} side="right" title="What should not be in memory">
      <div className="px-5 pb-8">
        {error && !data && <Failed text="The check failed." error={error} onRetry={() => refetch()} />}
        {!data && !error && <Waiting text="Checking" />}
        {data && (
          <p role="status" className="text-small text-ink-2">
            {findings.length === 0
              ? `Nothing. ${data.facts.toLocaleString('en')} facts were looked at.`
              : `${findings.length.toLocaleString('en')} found in ${data.facts.toLocaleString('en')} facts.`}
          </p>
        )}
        {toDecide > 0 && (
          <p className="mt-1 text-small text-ink-2">
            {toDecide === 1 ? 'One contradiction waits' : `${toDecide} contradictions wait`} for your decision on the
            page.
          </p>
        )}
        <ul aria-label="Findings">
          {findings.slice(0, SHOWN_MAX).map((finding) => (
            <FindingItem key={keyOf(finding)} finding={finding} onClose={onClose} />
          ))}
        </ul>
      </div>
    </Sheet>
  );
}
