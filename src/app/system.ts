/** Time and ids of the real world. */
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../kernel/context.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    // An aborted sleep is over, not failed: whoever sleeps looks at the signal next.
    await wait(ms, undefined, signal ? { signal, ref: true } : {}).catch(() => undefined);
  },
};

/** Largest value of the 12-bit counter within one millisecond. */
const COUNTER_MAX = 0xfff;

/** UUID version 7 (RFC 9562 §5.7, counter by method 1): ids of one process sort in the order they were made. */
export function createIds(clock: Clock): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const now = clock.now();
    counter = now <= last ? counter + 1 : 0;
    // Past the counter, or with the clock set back, time is borrowed from the next millisecond.
    last = counter > COUNTER_MAX ? last + 1 : Math.max(now, last);
    counter = counter > COUNTER_MAX ? 0 : counter;
    const time = last.toString(16).padStart(12, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const tail = random.toString('hex');
    const middle = `7${counter.toString(16).padStart(3, '0')}`;
    return `${time.slice(0, 8)}-${time.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  };
}
