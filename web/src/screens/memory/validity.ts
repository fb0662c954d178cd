/** Since when and until when a fact holds, in words. Pure. */
import type { Fact } from '../../api/nima.ts';

const DAY_MS = 86_400_000;

/** `2023` for a first of January, `March 2026` for a first of a month, else the day. */
function sayMoment(iso: string): string {
  const [, month, day] = iso.slice(0, 10).split('-');
  const at = (options: Intl.DateTimeFormatOptions) =>
    new Date(iso).toLocaleDateString('en-GB', { ...options, timeZone: 'UTC', year: 'numeric' });
  if (month === '01' && day === '01') return at({});
  return day === '01' ? at({ month: 'long' }) : at({ month: 'short', day: 'numeric' });
}

/** Empty where nothing is known beyond "since it was told". */
export function validityWords({ valid_from, valid_to, created_at }: Fact): string {
  const isSinceTold = valid_from && Math.abs(Date.parse(created_at) - Date.parse(valid_from)) < DAY_MS;
  const since = valid_from && !isSinceTold ? `since ${sayMoment(valid_from)}` : '';
  return [since, valid_to ? `until ${sayMoment(valid_to)}` : ''].filter(Boolean).join(', ');
}
