/** One pack of the list: what it is, how much it holds, how far it is consulted. */
import { Link } from 'react-router';
import type { Pack } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { counted, STATES, trustWords } from './pack-words.ts';
import { usePackCounts, useSetState } from './use-packs.ts';

export function PackCard({ pack }: { pack: Pack }) {
  const { id, name, version, description, state } = pack;
  const counts = usePackCounts(id);
  const setState = useSetState(pack);
  const said = [
    `version ${version}`,
    counts && counted(counts.facts, 'fact'),
    counts && counted(counts.rules, 'rule'),
    trustWords(pack),
  ];
  return (
    <li className="flex flex-col gap-2.5 rounded-medium border border-line bg-raised p-4">
      <div>
        <Link to={`/knowledge/${id}`} className="rounded-small font-strong hover:underline">
          {name}
        </Link>
        <p className="text-ink-2 wrap-anywhere">{description}</p>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-3">
        <span>{said.filter(Boolean).join(' · ')}</span>
        {counts !== undefined && counts.overdue.length > 0 && (
          <Badge tone="amber">{`${counts.overdue.length} due for a check`}</Badge>
        )}
      </p>
      <Segments label={`When to consult ${name}`} segments={STATES} value={state} onChange={setState} />
    </li>
  );
}
