/** Forgets a fact with a way back, and brings a forgotten one back. */
import { useState } from 'react';
import type { Fact } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';

export function useForget({ id, fact }: Fact) {
  const { api, toasts, memoryChanged } = useNima();
  const [isBusy, setBusy] = useState(false);
  const act = async (work: () => Promise<unknown>, done: () => void) => {
    setBusy(true);
    try {
      await work();
      memoryChanged();
      done();
    } catch (error) {
      toasts.say((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  const restore = () =>
    act(
      () => api.memory.facts.restore({ id }),
      () => toasts.say(`Remembered again: ${fact}`),
    );
  const forget = () =>
    act(
      () => api.memory.facts.remove({ id }),
      () => toasts.say(`Forgotten: ${fact}`, restore),
    );
  return { forget, restore, isBusy };
}
