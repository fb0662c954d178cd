/** Days on the owner's calendar, whatever the clocks do in between. */
import { daysLater, instantOf, wallTime } from '../../../kernel/wall-time.ts';

export const DAY_MS = 86_400_000;

/** The same time of day some days later, or earlier below zero. */
export function plusDays(instant: number, days: number, zone: string): number {
  const { date, minutes } = wallTime(instant, zone);
  return instantOf({ date: daysLater(date, days), minutes }, zone);
}

/** From one instant's date to another's. */
export function daysBetween(from: number, to: number, zone: string): number {
  const dayOf = (instant: number) => Date.parse(wallTime(instant, zone).date) / DAY_MS;
  return dayOf(to) - dayOf(from);
}
