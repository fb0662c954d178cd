/** Installs a pack from a folder or git: checked first, its faults listed, and then taken exactly as it was checked. */
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { PackCheck } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { counted } from './pack-words.ts';

export function CheckResult({ check }: { check: PackCheck }) {
  if (check.is_valid) {
    return (
      <div role="status" className="rounded-small bg-moss-soft px-3 py-2 text-small text-moss">
        <p className="font-strong">
          {check.id} {check.version}: {counted(check.facts ?? 0, 'fact')}, {counted(check.rules ?? 0, 'rule')}, no fault
        </p>
        <p className="font-mono wrap-anywhere">{check.hash}</p>
      </div>
    );
  }
  return (
    <div role="alert" className="flex flex-col gap-2 text-small">
      <p className="text-clay">{counted(check.faults.length, 'fault')}. It cannot be installed as it is.</p>
      <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto">
        {check.faults.map(({ file, at, message }) => (
          <li key={`${file} ${at} ${message}`} className="border-l-2 border-clay pl-3">
            <p className="font-mono wrap-anywhere text-ink-2">
              {file} {at}
            </p>
            <p className="wrap-anywhere">{message}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useInstall(onDone: () => void) {
  const { api } = useNima();
  const act = useAct(keys.packs);
  const navigate = useNavigate();
  const [check, setCheck] = useState<PackCheck | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const look = async (source: string) => {
    setBusy(true);
    setProblem('');
    setCheck(null);
    await api.knowledge.packs
      .validate({ source })
      .then(setCheck, (error: Error) => setProblem(error.message.replaceAll('`', '')));
    setBusy(false);
  };
  const install = async (source: string) => {
    setBusy(true);
    const expected = check?.hash ? { expect_hash: check.hash } : {};
    const isDone = await act(() => api.knowledge.packs.install({ source, ...expected }), 'Installed');
    setBusy(false);
    if (!isDone) return;
    onDone();
    navigate(`/knowledge/${check?.id}`);
  };
  const forget = () => {
    setCheck(null);
    setProblem('');
  };
  return { check, problem, isBusy, look, install, forget };
}

export function InstallPack({ onDone }: { onDone: () => void }) {
  const [source, setSource] = useState('');
  const { check, problem, isBusy, look, install, forget } = useInstall(onDone);
  const isReady = check?.is_valid === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) install(source.trim());
    else look(source.trim());
  };
  return (
    <form onSubmit={submit} aria-label="Install a pack" className="mt-3 flex flex-col gap-3">
      <label className="flex flex-col gap-1 text-small">
        Folder on Nima's machine, or an address git can clone
        <input
          required
          maxLength={2000}
          value={source}
          onChange={({ target }) => {
            setSource(target.value);
            forget();
          }}
          className="field min-h-11 font-mono"
        />
      </label>
      <p className="text-small text-ink-3">
        A pack is data only: it can run nothing. It is checked first, and installed exactly as it was checked.
      </p>
      {check && <CheckResult check={check} />}
      {problem && (
        <p role="alert" className="text-small text-clay wrap-anywhere">
          {problem}
        </p>
      )}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button look="go" type="submit" disabled={isBusy || !source.trim()}>
          {isReady ? 'Install' : isBusy ? 'Checking' : 'Check'}
        </Button>
      </div>
    </form>
  );
}
