/** The packs there are, a search over all they hold, and the way to install one. */
import { useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { holds } from '../../parts/holds.ts';
import { SearchField } from '../../parts/SearchField.tsx';
import { useDebounced } from '../../parts/use-debounced.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { Entry } from './Entry.tsx';
import { InstallPack } from './InstallPack.tsx';
import { PackCard } from './PackCard.tsx';
import { usePacks, usePassages } from './use-packs.ts';

function Passages({ query }: { query: string }) {
  const { data, error, refetch } = usePassages(query);
  if (error && !data) return <Failed text="The search did not come back." error={error} onRetry={refetch} />;
  if (!data) return null;
  return (
    <section aria-label="Facts and rules found" className="flex flex-col gap-2">
      <h2 role="status" className="text-small font-strong text-ink-2">
        {data.passages.length === 0 ? 'No fact or rule fits these words.' : 'Facts and rules, best match first'}
      </h2>
      {data.passages.length > 0 && (
        <ul className="flex flex-col rounded-medium border border-line bg-raised">
          {data.passages.map((passage) => (
            <Entry key={passage.id} entry={passage} isNamed />
          ))}
        </ul>
      )}
    </section>
  );
}

function Packs({ query }: { query: string }) {
  const { data, error, refetch } = usePacks();
  if (error && !data) return <Failed text="The packs did not come." error={error} onRetry={refetch} />;
  if (!data) return <Waiting text="Opening the packs" />;
  if (data.packs.length === 0) {
    return (
      <p className="mx-auto max-w-100 py-10 text-center text-ink-2">
        No pack is here. Install one from a folder or git.
      </p>
    );
  }
  const packs = data.packs.filter(({ name, description }) => holds(`${name} ${description}`, query));
  if (packs.length === 0) return null;
  return (
    <ul aria-label="Packs" className="flex flex-col gap-3">
      {packs.map((pack) => (
        <PackCard key={pack.id} pack={pack} />
      ))}
    </ul>
  );
}

export function PackList() {
  const [words, setWords] = useState('');
  const [isInstalling, setInstalling] = useState(false);
  const query = useDebounced(words.trim());
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 flex-1 basis-60 text-small text-ink-2">
          Facts and rules with their sources. An answer that uses one names it.
        </p>
        <Button look="go" icon="plus" onClick={() => setInstalling(true)}>
          Install a pack
        </Button>
      </div>
      <SearchField label="Search packs" value={words} onChange={setWords} />
      <Packs query={query} />
      {query !== '' && <Passages query={query} />}
      <Dialog isOpen={isInstalling} onClose={() => setInstalling(false)} title="Install a pack">
        <InstallPack onDone={() => setInstalling(false)} />
      </Dialog>
    </>
  );
}
