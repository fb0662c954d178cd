/** Schedules and their runs in words. */
import type { Schedule, ScheduleRun } from '../../api/nima.ts';
import type { Tone } from '../../parts/Chip.tsx';
import { sayDateTime } from '../../parts/say-time.ts';

/** Null where the title says it already. */
export function doesWords({ title, action, words, operation }: Schedule): string | null {
  if (words && title.includes(words)) return null;
  if (action === 'remind') return `Reminds you: ${words}`;
  return action === 'ask' ? `Asks Nima: ${words}` : `Runs ${operation}`;
}

/** When, in words; Nima's own sentence begins with the title. */
export const timeWords = ({ text, title }: Schedule): string =>
  text.startsWith(`${title}. `) ? text.slice(title.length + 2) : text;

/** On the wall clock of its own zone; the zone is named where it is not the reader's. */
function sayInZone(at: string, timeZone: string): string {
  const isOwn = timeZone === Intl.DateTimeFormat().resolvedOptions().timeZone;
  const text = new Date(at).toLocaleString('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return isOwn ? text : `${text}, ${timeZone}`;
}

export function nextWords({ state, trigger, on, next_at, time_zone }: Schedule): string {
  if (state === 'paused') return 'paused';
  if (state === 'ended') return 'over';
  if (trigger === 'event') return `when ${on} happens`;
  if (trigger === 'hand') return 'when you run it';
  return next_at ? `next ${sayInZone(next_at, time_zone)}` : 'no further time';
}

const STATES: Readonly<Record<ScheduleRun['state'], { readonly text: string; readonly tone: Tone }>> = {
  waiting: { text: 'Waits', tone: 'plain' },
  running: { text: 'Runs', tone: 'sky' },
  done: { text: 'Done', tone: 'moss' },
  failed: { text: 'Failed', tone: 'clay' },
  missed: { text: 'Missed', tone: 'amber' },
  asks: { text: 'Asks you', tone: 'amber' },
};

export const stateWords = (state: ScheduleRun['state']) => STATES[state];

const REASONS: Readonly<Record<ScheduleRun['reason'], string>> = {
  time: '',
  catch_up: 'caught up after Nima was off',
  event: 'on its event',
  hand: 'by hand',
};

export function runWords({ planned_at, reason, duration_ms }: ScheduleRun): string {
  const took = duration_ms === null ? '' : `${(duration_ms / 1000).toFixed(1)} s`;
  return [sayDateTime(planned_at), REASONS[reason], took].filter(Boolean).join(' · ');
}
