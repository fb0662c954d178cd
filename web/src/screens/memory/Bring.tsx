/** Brings in what another program remembered: a file or pasted text, looked at first, taken back at once if need be. */
import { useState } from 'react';
import type { ImportLook } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { formatName, lookWords } from './bring-words.ts';

interface Source {
  readonly name: string;
  readonly text: string;
}

function useBring(onDone: () => void) {
  const { api, toasts, queries } = useNima();
  const [look, setLook] = useState<ImportLook | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    await work().catch((error: Error) => setProblem(error.message.replaceAll('`', '')));
    setBusy(false);
  };
  const takeBack = (id: string) => async () => {
    await api.memory.imports.remove({ id }).catch((error: Error) => toasts.say(error.message));
    await queries.invalidateQueries();
  };
  return {
    look,
    problem,
    isBusy,
    see: (source: Source) => attempt(async () => setLook(await api.memory.import({ ...source, only_look: true }))),
    bring: (source: Source) =>
      attempt(async () => {
        const { id, facts, conversations } = await api.memory.import({ ...source });
        toasts.say(`Brought in: ${facts} facts, ${conversations} talks`, id === null ? undefined : takeBack(id));
        await queries.invalidateQueries();
        onDone();
      }),
    again: () => setLook(null),
  };
}

function Preview({ look }: { look: ImportLook }) {
  return (
    <div className="text-small">
      <p className="font-strong">{formatName(look.format)}</p>
      <ul className="text-ink-2">
        {lookWords(look).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {look.samples.length > 0 && (
        <ul aria-label="Some of it" className="mt-3 flex flex-col gap-1.5">
          {look.samples.map((sample) => (
            <li key={sample} className="border-l-2 border-moss pl-3 wrap-anywhere">
              {sample}
            </li>
          ))}
        </ul>
      )}
      {look.skipped.length > 0 && (
        <details className="mt-3 text-ink-2">
          <summary className="w-fit cursor-pointer rounded-small">{look.skipped.length} cannot be brought</summary>
          <ul className="mt-1">
            {look.skipped.map(({ what, because }) => (
              <li key={what}>
                {what}: {because}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function SourceFields({ source, onChange }: { source: Source; onChange: (source: Source) => void }) {
  return (
    <>
      <input
        type="file"
        aria-label="File of another program"
        accept=".json,.jsonl,.md,.txt"
        onChange={async ({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChange({ name: file.name, text: await file.text() });
        }}
        className="text-small text-ink-2 file:mr-3 file:min-h-9 file:rounded-small file:border file:border-line file:bg-raised file:px-3 file:text-ink"
      />
      <textarea
        aria-label="Or its text"
        placeholder="Or paste its text here"
        rows={5}
        value={source.text.length > 20_000 ? `${source.text.slice(0, 20_000)}…` : source.text}
        readOnly={source.text.length > 20_000}
        onChange={({ target }) => onChange({ ...source, text: target.value })}
        className="field resize-y font-mono text-small"
      />
    </>
  );
}

export function Bring({ onClose }: { onClose: () => void }) {
  const [source, setSource] = useState<Source>({ name: '', text: '' });
  const { look, problem, isBusy, see, bring, again } = useBring(onClose);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Bring memories in"
      description="From ChatGPT, mem0, an MCP memory server, or Markdown notes. Nothing is kept before you have seen it."
    >
      <div className="mt-4 flex flex-col gap-3">
        {look ? <Preview look={look} /> : <SourceFields source={source} onChange={setSource} />}
        <p role="alert" className="text-small text-clay">
          {problem}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={look ? again : onClose}>{look ? 'Back' : 'Leave it'}</Button>
          {look ? (
            <Button look="go" disabled={isBusy || look.facts + look.conversations === 0} onClick={() => bring(source)}>
              Bring it in
            </Button>
          ) : (
            <Button look="go" disabled={isBusy || !source.text.trim()} onClick={() => see(source)}>
              See what it holds
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
