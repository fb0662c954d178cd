import { describe, expect, test } from 'vitest';
import { ForwardClock } from '../../../../test/support/clock.ts';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';

async function aNudgedNima(): Promise<TestNima> {
  const nima = await aNima({ clock: new ForwardClock() });
  await nima.call('alerts.preferences.update', { nudges: 'on', quiet_from: null });
  return nima;
}

async function say(nima: TestNima, content: string): Promise<void> {
  await nima.call('chat.send', { messages: [{ role: 'user', content }] });
  for (let round = 0; round < 3; round += 1) await nima.settle();
}

const nudges = async ({ call }: TestNima) => (await call('alerts.list', { kind: 'nudge' })).alerts;

describe('a question asked for the third time in a week', () => {
  test('brings the offer to tell it unasked, once', async () => {
    const nima = await aNudgedNima();
    for (const ending of ['?', '', '!']) await say(nima, `How is the cluster${ending}`);
    expect(await nudges(nima)).toMatchObject([
      { rule: 'briefs.repeated', text: expect.stringContaining('3 times this week'), count: 1 },
    ]);
    await say(nima, 'How is the cluster?');
    expect(await nudges(nima)).toMatchObject([{ count: 2 }]);
    const kept = await nima.db.kysely.selectFrom('brief_questions').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('cluster');
  });

  test('brings nothing when nudges are off, nor is it counted', async () => {
    const nima = await aNima({ clock: new ForwardClock() });
    for (let n = 0; n < 3; n += 1) await say(nima, 'How is the cluster?');
    expect(await nudges(nima)).toEqual([]);
    expect(await nima.db.kysely.selectFrom('brief_questions').selectAll().execute()).toEqual([]);
  });
});

describe('a task that fails', () => {
  test('brings a nudge, and a firmer one when it keeps failing', async () => {
    const nima = await aNudgedNima();
    await nima.call('alerts.preferences.update', { per_day_max: 10 });
    for (let n = 0; n < 3; n += 1) {
      await nima.call('tasks.execute', { type: 'files', action: 'read', params: { path: `/no/such/place/${n}` } });
      for (let round = 0; round < 3; round += 1) await nima.settle();
    }
    const told = await nudges(nima);
    expect(told).toHaveLength(3);
    expect(told[0]).toMatchObject({
      severity: 'warning',
      text: expect.stringContaining('files read failed 3 times within a week'),
    });
  });
});
