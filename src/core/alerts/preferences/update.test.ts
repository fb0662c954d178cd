import { expect, test } from 'vitest';
import { sharedNima } from '../../../../test/support/nima.ts';
import { aSecondOwner, failureOf } from '../../../../test/support/people.ts';
import { readClockTime } from './clock-time.ts';

const nima = sharedNima();

test('what the owner changes holds, what they do not stays, and the last change can be taken back', async () => {
  const { call } = nima();
  const other = await aSecondOwner(nima());
  const before = await call('alerts.preferences.get');
  expect(before).toMatchObject({ quiet_from: '22:00', quiet_to: '07:00', nudges: 'off', per_day_max: 3 });
  const after = await call('alerts.preferences.update', { quiet_from: '11 pm', time_zone: 'Asia/Tokyo' });
  expect(after).toEqual({ ...before, quiet_from: '23:00', time_zone: 'Asia/Tokyo' });
  expect(await call('alerts.preferences.get', {}, other)).toEqual(before);
  expect(await call('alerts.preferences.restore')).toEqual(before);
  expect(await call('alerts.preferences.restore')).toEqual(after);
});

test('a place that does not exist and an hour that does not are refused in words', async () => {
  const { call } = nima();
  expect(await failureOf(call('alerts.preferences.update', { time_zone: 'Mars/Base' }))).toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('IANA'),
  });
  expect(await failureOf(call('alerts.preferences.update', { quiet_to: '25:00' }))).toMatchObject({ kind: 'invalid' });
});

test('times of day are read as people write them', () => {
  expect(['22', '7:30', '9 pm', '12am', '12:15 pm', '7.05', '19h30'].map(readClockTime)).toEqual([
    '22:00',
    '07:30',
    '21:00',
    '00:00',
    '12:15',
    '07:05',
    '19:30',
  ]);
  expect(['25', '13 pm', '7:60', '', 'soon', '7:5'].map(readClockTime)).toEqual([null, null, null, null, null, null]);
});
