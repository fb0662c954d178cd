import { expect, test } from 'vitest';
import { FakeClock } from '../../../test/support/clock.ts';
import { aNima } from '../../../test/support/nima.ts';
import { anAlert } from './fixtures.ts';
import { raiseAlert } from './index.ts';

test('a rule declined three times is told once a week at most, says so, and is told as before once that is taken back', async () => {
  const clock = new FakeClock(Date.parse('2026-03-02T10:00:00Z'));
  const nima = await aNima({ clock });
  await nima.call('alerts.preferences.update', { nudges: 'on', per_day_max: 10 });
  let number = 0;
  const raised = async () => {
    number += 1;
    const alert = await raiseAlert(
      nima.context(),
      anAlert({ kind: 'nudge', rule: 'build.slow', key: `build:${number}` }),
    );
    return alert as NonNullable<typeof alert>;
  };
  for (const _ of [1, 2, 3]) await nima.call('alerts.decline', { id: (await raised()).id });
  const held = await raised();
  expect(held).toMatchObject({ telling: 'unwanted' });
  expect(held.because).toContain('You declined such nudges 3 times, so I tell one a week at most.');
  await clock.advance('8 days');
  expect(await raised()).toMatchObject({ telling: 'waiting' });
  expect(await raised()).toMatchObject({ telling: 'unwanted' });
  const { lessons } = await nima.call('learning.lessons.list', { subject: 'alerts.nudges' });
  expect(lessons).toHaveLength(3);
  await nima.call('learning.lessons.remove', { id: lessons[0].id });
  const again = await raised();
  expect(again).toMatchObject({ telling: 'waiting' });
  expect(again.because).not.toContain('declined');
});

test('opening a declined nudge again takes the lesson back; an alert that is no nudge cannot be declined', async () => {
  const nima = await aNima();
  await nima.call('alerts.preferences.update', { nudges: 'on' });
  const nudge = await raiseAlert(nima.context(), anAlert({ kind: 'nudge' }));
  const id = nudge?.id;
  await nima.call('alerts.decline', { id });
  await expect(nima.call('alerts.decline', { id })).rejects.toMatchObject({ code: 'alert_declined' });
  await nima.call('alerts.reopen', { id });
  expect((await nima.call('learning.lessons.list')).lessons).toEqual([]);
  const alert = await raiseAlert(nima.context(), anAlert({ key: 'other' }));
  await expect(nima.call('alerts.decline', { id: alert?.id })).rejects.toMatchObject({ code: 'alert_wanted' });
});
