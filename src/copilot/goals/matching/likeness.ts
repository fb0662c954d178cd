/** How much of what is said a text holds, by stems. Pure; for short lists that are read whole. */
import { stemsOf } from './words.ts';

/** Share of the stems of `said` found in `text`, 0 to 1. */
export function likeness(said: string, text: string): number {
  const wanted = stemsOf(said);
  if (wanted.length === 0) return 0;
  const held = new Set(stemsOf(text));
  return wanted.filter((stem) => held.has(stem)).length / wanted.length;
}
