/** Takes a call back by the operation that undoes it; a fact that changed since offers nothing to take back. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Call, operationOf } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { idOfResult, isAboutFact, isTakenBack } from './call-words.ts';

export function CallUndo({ call }: { call: Call }) {
  const { api, toasts, memoryChanged } = useNima();
  const id = idOfResult(call);
  const isOffered = call.state === 'done' && call.undo !== null && id !== null;
  const { data: fact, isLoading } = useQuery({
    queryKey: keys.fact(id ?? ''),
    queryFn: () => api.memory.facts.get({ id: id ?? '' }),
    enabled: isOffered && isAboutFact(call),
    retry: false,
  });
  const [isUndone, setUndone] = useState(false);
  if (!isOffered || isLoading) return null;
  if (isAboutFact(call) ? isTakenBack(call, fact) : isUndone) {
    return <span className="px-2 text-small text-ink-3">Taken back</span>;
  }
  const undo = async () => {
    const operation = operationOf(api, call.undo ?? '');
    try {
      await operation?.({ id });
      setUndone(true);
      memoryChanged();
    } catch (error) {
      toasts.say(`Not taken back. ${(error as Error).message}`);
    }
  };
  return (
    <button
      type="button"
      onClick={undo}
      className="h-8 rounded-small px-2 text-small font-strong text-ink-2 hover:bg-sunken hover:text-ink"
    >
      Undo
    </button>
  );
}
