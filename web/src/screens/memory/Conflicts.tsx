/** Facts that contradict each other, both sides with where they come from; a person says what holds, and may take it back. */
import { useQuery } from '@tanstack/react-query';
import type { Conflict, Fact } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { sayDate } from '../../parts/say-time.ts';
import { sourceWords, trustWords } from '../../parts/source-words.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { validityWords } from './validity.ts';

interface SideProps {
  name: string;
  fact: Fact;
  onKeep: () => void;
}

function Side({ name, fact, onKeep }: SideProps) {
  const said = [sourceWords(fact.source), trustWords(fact.trust), validityWords(fact), sayDate(fact.created_at)];
  return (
    <div className="flex min-w-0 flex-1 basis-60 flex-col gap-1 rounded-small border border-line bg-paper p-3">
      <p className="text-small text-ink-3">{name}</p>
      <p className="wrap-anywhere">{fact.fact}</p>
      <p className="mb-1.5 text-small text-ink-3">{said.filter(Boolean).join(' · ')}</p>
      <Button className="mt-auto self-start" aria-label={`Keep this: ${fact.fact}`} onClick={onKeep}>
        Keep this
      </Button>
    </div>
  );
}

const SAID = { held: 'Kept what was known', told: 'Kept what is newer', both: 'Kept both' } as const;

function ConflictItem({ conflict: { id, held, told, because } }: { conflict: Conflict }) {
  const { api } = useNima();
  const act = useAct(keys.facts);
  const keep = (side: keyof typeof SAID) =>
    act(
      () => api.memory.conflicts.resolve({ id, keep: side }),
      SAID[side],
      () => api.memory.conflicts.reopen({ id }),
    );
  return (
    <li className="border-b border-line px-4 py-3.5 last:border-0">
      <div className="flex flex-wrap gap-3">
        <Side name="Known before" fact={held} onKeep={() => keep('held')} />
        <Side name="Told since" fact={told} onKeep={() => keep('told')} />
      </div>
      <p className="mt-2.5 flex flex-wrap items-center justify-between gap-2 text-small text-ink-2">
        <span className="min-w-48 flex-1">{because}</span>
        <Button look="quiet" onClick={() => keep('both')}>
          Both hold
        </Button>
      </p>
    </li>
  );
}

export function Conflicts() {
  const { api } = useNima();
  const { data } = useQuery({ queryKey: keys.conflicts, queryFn: () => api.memory.conflicts.list({}) });
  if (!data || data.conflicts.length === 0) return null;
  return (
    <section aria-label="To decide" className="rounded-medium border border-amber/40 bg-raised">
      <h2 className="px-4 pt-3.5 font-strong">
        {data.conflicts.length === 1 ? 'Two facts contradict each other' : `${data.conflicts.length} to decide`}
      </h2>
      <p className="px-4 text-small text-ink-2">Until you decide, what was known before is used.</p>
      <ul>
        {data.conflicts.map((conflict) => (
          <ConflictItem key={conflict.id} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
}
