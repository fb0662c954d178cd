import { expect, test } from 'vitest';
import { ForwardClock } from '../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';

async function say(nima: TestNima, content: string) {
  const { response, calls } = await nima.call('chat.send', { messages: [{ role: 'user', content }] });
  return { response, calls: calls.map(({ operation, state }: Record<string, string>) => `${operation} ${state}`) };
}

test('reminders are made, seen, run, paused and explained in plain sentences, without any model', async () => {
  const nima = await aNima({ clock: new ForwardClock() });
  await nima.call('alerts.preferences.update', { time_zone: 'Europe/Lisbon' });
  expect(await say(nima, 'remind me every Monday at 9 to review the cluster')).toMatchObject({
    calls: ['schedules.create done'],
  });
  expect((await nima.call('schedules.list')).schedules).toMatchObject([
    { text: 'Reminder: review the cluster. Every Monday at 09:00, Lisbon time', consent: 'agent' },
  ]);
  expect((await say(nima, 'what is scheduled?')).response).toContain('Every Monday at 09:00');
  expect((await say(nima, 'run the Monday reminder now')).calls).toContain('schedules.run asks');
  const [card] = (await nima.call('approvals.list')).approvals;
  expect(card.preview).toBe('Run now: Reminder: review the cluster.');
  await nima.call('approvals.approve', { id: card.id });
  for (let round = 0; round < 4; round += 1) await nima.settle();
  expect((await say(nima, 'why did you tell me this?')).response).toContain('You asked for it on');
  expect((await say(nima, 'pause the Monday reminder')).calls).toContain('schedules.pause done');
  expect((await nima.call('schedules.list')).schedules).toMatchObject([{ state: 'paused' }]);
});

test('quiet hours are set by a sentence; a question in the owner’s name waits for their word', async () => {
  const nima = await aNima({ clock: new ForwardClock() });
  await say(nima, 'quiet hours from 23 to 6');
  expect(await nima.call('alerts.preferences.get')).toMatchObject({ quiet_from: '23:00', quiet_to: '06:00' });
  const asked = await say(nima, 'every day at 7:30 tell me what is open');
  expect(asked.calls).toEqual(['schedules.ask asks']);
  const [card] = (await nima.call('approvals.list')).approvals;
  expect(card.preview).toContain('What is open. Every day at 07:30');
});
