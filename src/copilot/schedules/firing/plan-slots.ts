/** Which of the due times of a schedule run, and which count as missed, when Nima looks later than it should. Pure. */
import type { Schedule } from '../schedule.ts';

/** A look comes every minute; what is later than this was not on time. */
export const ON_TIME_MS = 5 * 60_000;
/** Most runs made up for after an outage. */
export const CATCH_UP_MAX = 10;
/** Due times counted one by one. Of more, only those of the last day are: nobody reads a history of thousands. */
const STEPS_MAX = 1500;
const DAY_MS = 86_400_000;

export interface Slots {
  readonly runs: readonly { readonly at: number; readonly isLate: boolean }[];
  readonly missed: { readonly from: number; readonly to: number; readonly count: number } | null;
  /** The next due time to come. */
  readonly next: number | null;
}

interface Due {
  /** The due time that was waited for. */
  readonly seen: number;
  readonly now: number;
  readonly catchUp: Schedule['catch_up'];
  nextAfter(after: number): number | null;
}

function dueTimes({ seen, now, nextAfter }: Due): { times: number[]; next: number | null } {
  const times: number[] = [];
  let at: number | null = seen;
  while (at !== null && at <= now && times.length < STEPS_MAX) {
    times.push(at);
    at = nextAfter(at);
  }
  if (at === null || at > now) return { times, next: at };
  const recent = nextAfter(now - DAY_MS);
  const last: number[] = [];
  for (at = recent; at !== null && at <= now; at = nextAfter(at)) last.push(at);
  return { times: [seen, ...last], next: at };
}

export function planSlots(due: Due): Slots {
  const { times, next } = dueTimes(due);
  const latest = times.at(-1) ?? due.seen;
  const isOnTime = due.now - latest <= ON_TIME_MS;
  const runCount = due.catchUp === 'all' ? CATCH_UP_MAX : due.catchUp === 'once' || isOnTime ? 1 : 0;
  const running = runCount === 0 ? [] : times.slice(-runCount);
  const missed = times.slice(0, times.length - running.length);
  return {
    runs: running.map((at) => ({ at, isLate: due.now - at > ON_TIME_MS })),
    missed:
      missed.length === 0 ? null : { from: missed[0] ?? latest, to: missed.at(-1) ?? latest, count: missed.length },
    next,
  };
}
