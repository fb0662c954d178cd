/** Follows the live log of a task to its end; a broken connection is waited out and gone on from the last event. */
import { useEffect, useState } from 'react';
import { NimaError } from '../../api/nima.ts';
import type { Nima } from '../../shell/create-nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { afterEvent, EMPTY_LOG, isOver, type TaskLog } from './task-log.ts';

const AGAIN_MS = 500;
const AGAIN_MS_MAX = 8000;

function paused(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

interface Following {
  readonly id: string;
  readonly signal: AbortSignal;
  readonly tell: (log: TaskLog) => void;
}

async function followToEnd({ api, connection }: Nima, { id, signal, tell }: Following): Promise<void> {
  let log = EMPTY_LOG;
  for (let tries = 0; !signal.aborted; tries += 1) {
    try {
      for await (const event of api.tasks.follow({ id, after: log.seq }, { signal })) {
        const { status } = log;
        log = afterEvent(log, event);
        if (log.status !== status || event.type !== 'state') tries = 0;
        tell(log);
      }
      if (isOver(log)) return;
    } catch (thrown) {
      if (signal.aborted) return;
      if (!(thrown instanceof NimaError)) connection.lose();
      else if (thrown.kind !== 'unavailable') return;
    }
    await paused(Math.min(AGAIN_MS * 2 ** tries, AGAIN_MS_MAX), signal);
    await connection.restored(signal);
  }
}

/** `round` starts over: a task tried again writes on. */
export function useTaskLog(id: string, round: number): TaskLog {
  const nima = useNima();
  const [log, setLog] = useState(EMPTY_LOG);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is followed from its beginning.
  useEffect(() => {
    const leaving = new AbortController();
    setLog(EMPTY_LOG);
    let status = EMPTY_LOG.status;
    const tell = (next: TaskLog) => {
      setLog(next);
      if (next.status !== status) nima.queries.invalidateQueries({ queryKey: keys.tasks });
      status = next.status;
    };
    followToEnd(nima, { id, signal: leaving.signal, tell });
    return () => leaving.abort();
  }, [nima, id, round]);
  return log;
}
