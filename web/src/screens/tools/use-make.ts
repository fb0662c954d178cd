/** Makes a webhook from a form: busy while it does, with the reason when it did not. */
import { useState } from 'react';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import type { Shown } from './webhook-words.ts';

export function useMake(onMade: (shown: Shown | null) => void) {
  const { queries } = useNima();
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  const make = async (work: () => Promise<Shown | null>) => {
    setBusy(true);
    setProblem('');
    try {
      onMade(await work());
    } catch (error) {
      setProblem((error as Error).message.replaceAll('`', ''));
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: keys.webhooks });
  };
  return { problem, isBusy, make };
}
