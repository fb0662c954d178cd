/**
 * Reads one stream: first what the database holds, then what this replica's writer commits, or what the database gains
 * when the writer is elsewhere. A reader that falls behind reads from the database again, so none is kept in memory.
 */
import type { Clock } from '../../kernel/context.ts';
import { Failure } from '../../kernel/errors.ts';
import type { StreamEvent } from '../../kernel/ports.ts';
import type { LiveStreams } from './live-streams.ts';
import type { StreamState, StreamStore } from './stream-store.ts';
import { isGone } from './writer-tag.ts';

const POLL_MS = 250;
/** Three missed signs of life: its replica is gone. */
const ABANDONED_MS = 30_000;
/** Events held for a slow reader; the rest it fetches from the database. */
const BUFFER_MAX = 256;

export interface ReadFrom {
  readonly store: StreamStore;
  readonly live: LiveStreams;
  readonly clock: Clock;
}

/** What the writer here committed since the reader last looked. */
class Inbox {
  readonly #events: StreamEvent[] = [];
  #bell = new AbortController();

  push(events: readonly StreamEvent[]): void {
    const room = Math.max(0, BUFFER_MAX - this.#events.length);
    this.#events.push(...events.slice(0, room));
    this.#bell.abort();
  }

  /** Events that follow `last` without a gap. */
  take(last: number): StreamEvent[] {
    this.#bell = new AbortController();
    const newer = this.#events.splice(0).filter(({ seq }) => seq > last);
    return newer[0]?.seq === last + 1 ? newer : [];
  }

  get bell(): AbortSignal {
    return this.#bell.signal;
  }
}

export async function* readStream(
  { store, live, clock }: ReadFrom,
  { id, after }: { id: string; after: number },
  signal: AbortSignal,
): AsyncGenerator<StreamEvent> {
  const inbox = new Inbox();
  let leave: (() => void) | null = null;
  let last = after;
  try {
    while (!signal.aborted) {
      leave ??= live.listen(id, (events, isOver) => {
        inbox.push(events);
        if (isOver) leave = null;
      });
      const isHere = live.has(id);
      let events = inbox.take(last);
      if (events.length === 0) {
        // State before events: what was written before the end was seen is then surely in the page.
        const state = await store.state(id);
        if (!state) throw new Failure('not_found', 'This answer is not known any more.', { details: { id } });
        events = (await store.page(id, last)).map(({ seq, data }) => ({ seq, data: JSON.parse(data) as object }));
        if (events.length === 0 && state.isEnded) return;
        if (events.length === 0 && !isHere) refuseAbandoned(state, clock.now());
      }
      for (const event of events) {
        if (signal.aborted) return;
        last = event.seq;
        yield event;
      }
      if (events.length > 0) continue;
      await clock.sleep(isHere ? ABANDONED_MS : POLL_MS, AbortSignal.any([signal, inbox.bell]));
    }
  } finally {
    leave?.();
  }
}

function refuseAbandoned({ aliveAt, writer }: StreamState, now: number): void {
  if (now - aliveAt < ABANDONED_MS && !isGone(writer)) return;
  throw new Failure('unavailable', 'The answer was cut off because the program writing it stopped. Ask again.', {
    code: 'stream_abandoned',
  });
}
