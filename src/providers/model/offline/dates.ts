/** Dates as people say them: "3 Nov", with the year when it is another one. */
export function sayDate(when: string | number, now: number): string | null {
  const time = typeof when === 'number' ? when : Date.parse(when);
  if (Number.isNaN(time)) return typeof when === 'string' && when.trim() ? when.trim() : null;
  const date = new Date(time);
  const isThisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
  const year = isThisYear ? undefined : 'numeric';
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year, timeZone: 'UTC' }).format(date);
}
