/** A clock that stands still until a test moves it: `await clock.advance('2 days')`. Sleepers wake in order, each at its own time. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/kernel/context.ts';

const UNITS_MS = { ms: 1, second: 1000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
type Unit = keyof typeof UNITS_MS;
/** `'2 days'`, `'1 hour'`, or milliseconds. */
export type Duration = number | `${number} ${Unit | `${Exclude<Unit, 'ms'>}s`}`;

/** A Monday morning, so that a test may say "next Sunday". */
const START = Date.UTC(2026, 2, 2, 9);

export function toMs(duration: Duration): number {
  if (typeof duration === 'number') return duration;
  const [count, unit = ''] = duration.split(' ');
  const ms = UNITS_MS[unit.replace(/(?<!m)s$/, '') as Unit];
  if (ms === undefined) throw new Error(`No such duration: ${duration}`);
  return Number(count) * ms;
}

/** Lets work that was just woken go on: promises, and one round of the database's own I/O. */
async function letOthersRun(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

export class FakeClock implements Clock {
  #now: number;
  readonly #sleepers = new Set<Sleeper>();

  constructor(start: number = START) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** How many wait for this clock to move. */
  get sleepers(): number {
    return this.#sleepers.size;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper: Sleeper = {
        at: this.#now + ms,
        wake: () => {
          this.#sleepers.delete(sleeper);
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', sleeper.wake, { once: true });
    });
  }

  async advance(duration: Duration): Promise<void> {
    const target = this.#now + toMs(duration);
    await letOthersRun();
    for (;;) {
      const next = [...this.#sleepers].filter(({ at }) => at <= target).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      await letOthersRun();
    }
    this.#now = Math.max(this.#now, target);
    await letOthersRun();
  }
}

/** The real clock, put forward when a test says so: for what must go on by itself, such as answers being written. */
export class ForwardClock implements Clock {
  #aheadMs = 0;

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  }

  putForward(duration: Duration): void {
    this.#aheadMs += toMs(duration);
  }
}
