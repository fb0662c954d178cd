/** A time of day as people write it (`22`, `7:30`, `9 pm`) and as Nima keeps it (`07:30`). */
import { z } from 'zod';

const WRITTEN = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/i;

/** `7 pm` → `19:00`; null when it is no time of day. */
export function readClockTime(written: string): string | null {
  const [, hour = '', minute = '00', half] = WRITTEN.exec(written.trim()) ?? [];
  let hours = Number(hour);
  if (hour === '' || hours > (half ? 12 : 23) || Number(minute) > 59) return null;
  if (half) hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** Minutes since midnight of `07:30`. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export const clockTimeSchema = z
  .string()
  .meta({ format: 'clock-time' })
  .transform((written, check) => {
    const time = readClockTime(written);
    if (time === null) check.addIssue({ code: 'custom', message: 'Give a time of day, such as 22:00.' });
    return time ?? z.NEVER;
  });
