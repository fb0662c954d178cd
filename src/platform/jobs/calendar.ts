/**
 * Cron lines on the wall clock of a time zone, with croner. A time the clocks jump over is due at the jump, a time shown
 * twice the first time; a line that counts minutes or hours (every 30 minutes) goes on counting through both. What cron
 * lacks, a weekday of every other week, is written behind the weekday: `5%2+1` is Friday in each week whose number, by
 * `weekOf`, leaves 1 when divided by 2.
 */
import { Cron } from 'croner';
import { Failure } from '../../kernel/errors.ts';
import type { Calendar } from '../../kernel/ports.ts';
import { wallTime, weekOf } from '../../kernel/wall-time.ts';

/** Minute, hour, day of month, month, day of week: no seconds, no years, no nicknames. */
const FIVE_FIELDS = /^\S+(?:\s+\S+){4}$/;

function cronOf(line: string, zone: string): Cron {
  // UTC by offset: by name it would load the time zones of the world, 0.1 s of a start.
  const where = zone === 'UTC' ? { utcOffset: 0 } : { timezone: zone };
  return new Cron(line, { ...where, paused: true });
}

const WEEKS = /^((?:\S+\s+){4}[0-7])%([2-9])\+(\d)$/;

/** The first due time after `after`, in milliseconds UTC; null when the line never comes due again. */
export function nextDue(line: string, zone: string, after: number): number | null {
  const [, weekly = line, every = '1', left = '0'] = WEEKS.exec(line) ?? [];
  const cron = cronOf(weekly, zone);
  const isDue = (at: number) => every === '1' || weekOf(wallTime(at, zone).date) % Number(every) === Number(left);
  let due = cron.nextRun(new Date(after))?.getTime() ?? null;
  for (let week = 1; due !== null && !isDue(due); week += 1) {
    due = week <= Number(every) ? (cron.nextRun(new Date(due))?.getTime() ?? null) : null;
  }
  return due;
}

export const calendar: Calendar = {
  nextDue(line, zone, after) {
    try {
      if (!FIVE_FIELDS.test(line)) throw new Error('it needs five fields: minute, hour, day, month, weekday');
      return nextDue(line, zone, after);
    } catch (cause) {
      const why = (cause as Error).message.replace(/^CronPattern: /, '').replace(/\.$/, '');
      throw new Failure('invalid', `“${line}” is no cron line: ${why}.`, { code: 'cron_invalid', cause });
    }
  },
};
