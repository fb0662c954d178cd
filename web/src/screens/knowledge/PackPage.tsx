/** One pack in full: when it is consulted, where it comes from, and every fact and rule in it. */
import type { PackInFull } from '../../api/nima.ts';
import { Badge } from '../../parts/Chip.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { PackActs } from './PackActs.tsx';
import { PackEntries } from './PackEntries.tsx';
import { counted, STATE_WORDS, STATES, trustWords } from './pack-words.ts';
import { usePack, usePackCounts, useSetState } from './use-packs.ts';

function Origin({ pack }: { pack: PackInFull }) {
  const rows = [
    ['Version', pack.version],
    ['From', pack.source],
    ['Author', pack.author],
    ['Licence', pack.licence],
    ['Hash', pack.hash],
    ...pack.versions.map(({ version, installed_at, is_current }) => [
      is_current ? 'In use' : 'Kept',
      `${version}, installed ${sayDate(installed_at)}`,
    ]),
  ];
  return (
    <details className="text-small text-ink-2">
      <summary className="w-fit cursor-pointer rounded-small py-1 hover:text-ink">Where it comes from</summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1">
        {rows.map(([name, value]) => (
          <div key={`${name} ${value}`} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-3">{name}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Head({ pack }: { pack: PackInFull }) {
  const counts = usePackCounts(pack.id);
  const { name, description, version, facts, rules } = pack;
  const said = [`version ${version}`, counted(facts, 'fact'), counted(rules, 'rule'), trustWords(pack)];
  return (
    <div className="min-w-0 flex-1 basis-64">
      <h1 className="text-large font-strong wrap-anywhere">{name}</h1>
      <p className="text-ink-2 wrap-anywhere">{description}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-3">
        <span>{said.join(' · ')}</span>
        {counts !== undefined && counts.overdue.length > 0 && (
          <Badge tone="amber">{`${counts.overdue.length} due for a check`}</Badge>
        )}
      </p>
    </div>
  );
}

function Consulted({ pack }: { pack: PackInFull }) {
  const setState = useSetState(pack);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Segments label={`When to consult ${pack.name}`} segments={STATES} value={pack.state} onChange={setState} />
      <span className="text-small text-ink-2">{STATE_WORDS[pack.state]}</span>
    </div>
  );
}

export function PackPage({ id }: { id: string }) {
  const { data: pack, error, refetch } = usePack(id);
  if (error && !pack) return <Failed text="" error={error} onRetry={refetch} />;
  if (!pack) return <Waiting text="Opening the pack" />;
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <Head pack={pack} />
        {pack.trust === 'installed' && <PackActs pack={pack} />}
      </div>
      <Consulted pack={pack} />
      <Origin pack={pack} />
      <PackEntries pack={pack} />
    </>
  );
}
