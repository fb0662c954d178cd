/** Connects a server: by its address or as a program; secrets only as references. */
import { type FormEvent, useState } from 'react';
import { Button } from '../../parts/Button.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { pairsOf } from './tool-words.ts';

type Way = 'url' | 'command';

const WAYS = [
  { value: 'url', name: 'Address' },
  { value: 'command', name: 'Program' },
] as const;
const LABEL = 'flex flex-col gap-1 text-small';

function askedOf(form: FormData, way: Way) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const pairs = pairsOf(String(form.get('pairs') ?? ''));
  if (!pairs) throw new Error('Write each as NAME=value, one a line.');
  const name = text('name');
  if (way === 'url') return { name, url: text('url'), headers: pairs };
  const args = text('args').split('\n').filter(Boolean);
  return { name, command: text('command'), args, environment: pairs };
}

function useConnect(onDone: () => void) {
  const { api, queries, toasts } = useNima();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const connect = async (form: FormData, way: Way) => {
    setBusy(true);
    setProblem('');
    try {
      const { name, problem: refused, waiting } = await api.tools.servers.create(askedOf(form, way));
      toasts.say(refused ? `${name} is kept, but did not answer.` : `${name}: ${waiting} tools wait for a look`);
      onDone();
    } catch (error) {
      setProblem((error as Error).message.replaceAll('`', ''));
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: keys.tools });
  };
  return { problem, isBusy, connect };
}

function WayFields({ way }: { way: Way }) {
  if (way === 'url') {
    return (
      <label className={LABEL}>
        Address
        <input
          name="url"
          type="url"
          required
          maxLength={2000}
          placeholder="http://localhost:9000/mcp"
          className="field min-h-11 font-mono"
        />
      </label>
    );
  }
  return (
    <>
      <label className={LABEL}>
        Program
        <input name="command" required maxLength={500} className="field min-h-11 font-mono" />
      </label>
      <label className={LABEL}>
        Its arguments, one a line
        <textarea name="args" rows={2} className="field py-2 font-mono text-small" />
      </label>
    </>
  );
}

export function ConnectForm({ onDone }: { onDone: () => void }) {
  const [way, setWay] = useState<Way>('url');
  const { problem, isBusy, connect } = useConnect(onDone);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    connect(new FormData(event.currentTarget), way);
  };
  return (
    <form onSubmit={submit} aria-label="Connect a server" className="mt-3 flex flex-col gap-3">
      <Segments label="How it is reached" segments={WAYS} value={way} onChange={setWay} />
      <label className={LABEL}>
        Short name; it stands before the names of its tools
        <input name="name" required maxLength={60} className="field min-h-11" />
      </label>
      <WayFields key={way} way={way} />
      <label className={LABEL}>
        {way === 'url' ? 'Headers' : 'Variables'}, NAME=value, one a line
        <textarea
          name="pairs"
          rows={2}
          placeholder={way === 'url' ? 'Authorization=env:NOTES_TOKEN' : 'TOKEN=env:NOTES_TOKEN'}
          className="field py-2 font-mono text-small"
        />
      </label>
      <p className="text-small text-ink-3">
        Secrets as references: env:NAME or file:/path.{' '}
        {way === 'url' ? 'Nima speaks to this address at once.' : 'Nima starts this program at once.'} Its tools ask
        before each call.
      </p>
      <p role="alert" className="text-small text-clay wrap-anywhere not-empty:mb-1">
        {problem}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button look="go" type="submit" disabled={isBusy}>
          {isBusy ? 'Connecting' : 'Connect'}
        </Button>
      </div>
    </form>
  );
}
