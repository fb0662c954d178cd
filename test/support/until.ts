/** Waits for something another part of the program does by itself: looks every few milliseconds instead of sleeping. */
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 5;
const PATIENCE_MS = 10_000;

/** The first answer of `look` that is neither false nor missing. */
export async function until<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  what = 'what the test waits for',
): Promise<NonNullable<T>> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const found = await look();
    if (found !== false && found !== null && found !== undefined) return found;
    await pause(LOOK_MS);
  }
  throw new Error(`Waited ${PATIENCE_MS} ms for ${what}.`);
}
