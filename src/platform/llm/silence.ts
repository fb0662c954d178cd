/** Reads a stream whose source may hang: silence longer than allowed, or a caller's stop, ends the reading at once. */
import type { Clock } from '../../kernel/context.ts';

export interface Patience {
  readonly clock: Clock;
  readonly idleMs: number;
  /** The reason given when the source said nothing for `idleMs`. */
  readonly onSilence: () => Error;
  /** The caller's stop. */
  readonly signal: AbortSignal;
}

/** Since when the source is waited for; null while the reader is busy with what came, which is not the source's silence. */
interface Waiting {
  since: number | null;
}

/**
 * Hands on what `open` yields. `open` gets a signal that aborts with the same reason, so that sockets are closed; a
 * source that ignores it is abandoned.
 */
export async function* withoutSilence<T>(
  patience: Patience,
  open: (signal: AbortSignal) => AsyncIterable<T>,
): AsyncGenerator<T> {
  patience.signal.throwIfAborted();
  const ends = new AbortController();
  const stop = () => ends.abort(patience.signal.reason);
  patience.signal.addEventListener('abort', stop, { once: true });
  const ended = new Promise<never>((_, reject) => {
    ends.signal.addEventListener('abort', () => reject(ends.signal.reason), { once: true });
  });
  ended.catch(() => undefined);
  const waiting: Waiting = { since: null };
  void watch(patience, waiting, ends);
  try {
    const parts = open(ends.signal)[Symbol.asyncIterator]();
    for (;;) {
      waiting.since = patience.clock.now();
      const part = await Promise.race([parts.next(), ended]);
      waiting.since = null;
      if (part.done) return;
      yield part.value;
    }
  } finally {
    patience.signal.removeEventListener('abort', stop);
    ends.abort(new Error('Nobody reads this stream any more.'));
  }
}

/** One timer for the entire stream instead of one per part: it sleeps as long as silence may still last. */
async function watch(patience: Patience, waiting: Waiting, ends: AbortController): Promise<void> {
  while (!ends.signal.aborted) {
    const left = waiting.since === null ? patience.idleMs : waiting.since + patience.idleMs - patience.clock.now();
    if (left <= 0) return ends.abort(patience.onSilence());
    await patience.clock.sleep(left, ends.signal);
  }
}
