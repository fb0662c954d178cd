/** A task while it is put together: what was typed, what it would do, and its start. */
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Api } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { type Field, initialOf, meantBy, type Typed } from './form-fields.ts';

type Preview = Awaited<ReturnType<Api['tasks']['preview']>>;

/** What was looked at, under the key it will run with: sent twice, it still runs once. */
export interface Looked extends Preview {
  readonly params: Record<string, unknown>;
  readonly key: string;
}

/** Also on a page without TLS, where `randomUUID` is missing. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export function useNewTask(type: string, action: string, fields: readonly Field[]) {
  const { api, queries } = useNima();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<Typed>(() => initialOf(fields));
  const [faults, setFaults] = useState<Typed>({});
  const [looked, setLooked] = useState<Looked | null>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const busy = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem('');
    await work().catch((error: Error) => setProblem(error.message.replaceAll('`', '')));
    setBusy(false);
  };
  return {
    ...{ typed, faults, looked, problem, isBusy },
    /** What was looked at is no longer what stands in the form. */
    type(name: string, value: string) {
      setTyped({ ...typed, [name]: value });
      setFaults({});
      setLooked(null);
    },
    preview: () =>
      busy(async () => {
        const meant = meantBy(fields, typed);
        setFaults(meant.faults);
        if (Object.keys(meant.faults).length > 0) return;
        const { params } = meant;
        setLooked({ ...(await api.tasks.preview({ type, action, params })), params, key: newKey() });
      }),
    run: ({ params, key }: Looked) =>
      busy(async () => {
        const task = await api.tasks.execute({ type, action, params, idempotency_key: key });
        await queries.invalidateQueries({ queryKey: keys.tasks });
        navigate(`/tasks/${task.id}`);
      }),
  };
}
