/** Times and dates as a person says them: "today, 09:12", "3 Nov", "3 Nov 2024". */

const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hour12: false };

export const sayTime = (iso: string): string => new Date(iso).toLocaleTimeString('en-GB', TIME);

function daysBetween(then: Date, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(now) - midnight(then)) / 86_400_000);
}

export function sayDate(iso: string, now: Date = new Date()): string {
  const then = new Date(iso);
  const days = daysBetween(then, now);
  if (days === 0) return 'today';
  if (days === 1) return 'yesterday';
  const isThisYear = then.getFullYear() === now.getFullYear();
  return then.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  });
}

export const sayDateTime = (iso: string): string => `${sayDate(iso)}, ${sayTime(iso)}`;

/** `4:52`, for a countdown. */
export function sayCountdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
