import { expect, test } from 'vitest';
import { sayCron } from './say-when.ts';

test.each([
  ['0 9 * * 1', 'Europe/Lisbon', 'Every Monday at 09:00, Lisbon time'],
  ['30 7 * * *', 'UTC', 'Every day at 07:30, UTC'],
  ['0 8 * * 1-5', 'America/New_York', 'Every weekday at 08:00, New York time'],
  ['0 9,17 * * 0,6', 'UTC', 'Every Saturday and Sunday at 09:00 and 17:00, UTC'],
  ['0 9 * * 1,3,5', 'UTC', 'Every Monday, Wednesday and Friday at 09:00, UTC'],
  ['0 */2 * * *', 'UTC', 'Every 2 hours, UTC'],
  ['*/15 * * * *', 'UTC', 'Every 15 minutes, UTC'],
  ['* * * * *', 'UTC', 'Every minute, UTC'],
  ['5 * * * *', 'UTC', 'Every hour at minute 5, UTC'],
  ['0 9 1,15 * *', 'UTC', 'On the 1st and 15th of every month at 09:00, UTC'],
  ['0 9 L * *', 'UTC', 'On the last day of every month at 09:00, UTC'],
  ['0 9 3 3 *', 'UTC', 'Every year on 3 March at 09:00, UTC'],
  ['0 9 * * 1#1', 'UTC', 'On the first Monday of every month at 09:00, UTC'],
  ['0 9 * * 5#L', 'UTC', 'On the last Friday of every month at 09:00, UTC'],
  ['0 18 * * 5%2+1', 'UTC', 'Every other Friday at 18:00, UTC'],
  ['0 9 * * 3%3+0', 'UTC', 'Every 3 weeks on Wednesday at 09:00, UTC'],
  ['0 9 13 * 5', 'UTC', 'By the cron line 0 9 13 * 5, UTC'],
  ['*/10 9-17 * * *', 'UTC', 'By the cron line */10 9-17 * * *, UTC'],
])('%s in %s is “%s”', (cron, zone, words) => expect(sayCron(cron, zone)).toBe(words));
