/** The live log of a task while its page is open. */
import { useEffect, useState } from 'react';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { followLog } from './follow-log.ts';
import { EMPTY_LOG, type TaskLog } from './task-log.ts';

const AGAIN_MS = 500;
const AGAIN_MS_MAX = 8000;

/** `round` starts over: a task tried again writes on. */
export function useTaskLog(id: string, round: number): TaskLog {
  const { api, connection, queries } = useNima();
  const [log, setLog] = useState(EMPTY_LOG);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is followed from its beginning.
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    let { status } = EMPTY_LOG;
    setLog(EMPTY_LOG);
    const tell = (next: TaskLog) => {
      setLog(next);
      if (next.status !== status) queries.invalidateQueries({ queryKey: keys.tasks });
      status = next.status;
    };
    const restored = async (tries: number) => {
      await new Promise((resolve) => setTimeout(resolve, Math.min(AGAIN_MS * 2 ** tries, AGAIN_MS_MAX)));
      await connection.restored(signal);
    };
    const follow = (after: number) => api.tasks.follow({ id, after }, { signal });
    followLog({ follow, restored, lose: () => connection.lose() }, tell, signal);
    return () => leaving.abort();
  }, [api, connection, queries, id, round]);
  return log;
}
