/** One fact: what it says, where it came from, and what can be done with it. */
import { useState } from 'react';
import type { Fact } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { Badge, Chip } from '../../parts/Chip.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { sayDate } from '../../parts/say-time.ts';
import { sourceWords, trustWords } from '../../parts/source-words.ts';
import { EditFact } from './EditFact.tsx';
import { useForget } from './use-forget.ts';
import { validityWords } from './validity.ts';

function Provenance({ fact }: { fact: Fact }) {
  const { category, source, trust, confidence, created_at, removed_at } = fact;
  const validity = validityWords(fact);
  const isPlain = trust === 'owner' || trust === 'quarantined';
  const said = [
    sourceWords(source),
    isPlain ? null : trustWords(trust),
    source === 'inferred' ? `${Math.round(confidence * 100)} % sure` : null,
    removed_at ? `forgotten ${sayDate(removed_at)}` : sayDate(created_at),
  ];
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-small text-ink-3">
      <Chip>{category}</Chip>
      {trust === 'quarantined' && <Badge tone="amber">{trustWords(trust)}</Badge>}
      {validity && <span className="text-ink-2">{validity}</span>}
      <span>{said.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

export function FactRow({ fact, onHistory }: { fact: Fact; onHistory: () => void }) {
  const [isEditing, setEditing] = useState(false);
  const { forget, restore, isBusy } = useForget(fact);
  const isRemoved = fact.removed_at !== null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 border-b border-line px-4 py-3 last:border-0">
      {isEditing ? (
        <EditFact fact={fact} onDone={() => setEditing(false)} />
      ) : (
        <>
          <div className="min-w-0 flex-1 basis-60">
            <p className={joinClasses('wrap-anywhere', isRemoved && 'text-ink-2')}>{fact.fact}</p>
            <Provenance fact={fact} />
          </div>
          <div className="-mr-2 -mb-1.5 ml-auto flex items-center tablet:mb-0">
            <IconButton icon="history" label={`How it changed: ${fact.fact}`} size={17} onClick={onHistory} />
            {isRemoved ? (
              <Button look="quiet" icon="undo" disabled={isBusy} onClick={restore}>
                Restore
              </Button>
            ) : (
              <>
                <IconButton icon="edit" label={`Correct: ${fact.fact}`} size={17} onClick={() => setEditing(true)} />
                <IconButton icon="remove" label={`Forget: ${fact.fact}`} size={17} disabled={isBusy} onClick={forget} />
              </>
            )}
          </div>
        </>
      )}
    </li>
  );
}
