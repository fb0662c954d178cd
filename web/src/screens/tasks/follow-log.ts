/** Follows the log of a task to its end; a broken stream is waited out and gone on from the last event. */
import { NimaError, type TaskEvents } from '../../api/nima.ts';
import { afterEvent, EMPTY_LOG, isOver, type TaskLog } from './task-log.ts';

export interface LogSource {
  readonly follow: (after: number) => TaskEvents;
  /** Resolves when it is worth trying again; later with each try. */
  readonly restored: (tries: number) => Promise<void>;
  readonly lose: () => void;
}

export async function followLog(source: LogSource, tell: (log: TaskLog) => void, signal: AbortSignal): Promise<void> {
  let log = EMPTY_LOG;
  for (let tries = 0; !signal.aborted; tries += 1) {
    const { seq } = log;
    try {
      for await (const event of source.follow(seq)) {
        log = afterEvent(log, event);
        tell(log);
      }
      if (isOver(log)) return;
    } catch (thrown) {
      if (signal.aborted) return;
      if (!(thrown instanceof NimaError)) source.lose();
      else if (thrown.kind !== 'unavailable') return;
    }
    if (log.seq > seq) tries = 0;
    await source.restored(tries);
  }
}
