import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { lessonsOf, recordLesson } from './index.ts';

const texts = async (nima: Awaited<ReturnType<typeof aNima>>, input = {}) =>
  (await nima.call('learning.lessons.list', input)).lessons.map(({ text }: { text: string }) => text);

test('what the owner taught is listed, taken back and brought back', async () => {
  const nima = await aNima();
  const taught = await nima.call('learning.corrections.create', { say: 'ship it', mean: 'list my tasks' });
  expect(taught).toMatchObject({ kind: 'corrected', subject: 'language', operation: 'tasks.list' });
  expect(await texts(nima)).toEqual(['“ship it” means: list my tasks']);
  await nima.call('learning.lessons.remove', { id: taught.id });
  expect(await texts(nima)).toEqual([]);
  expect(await texts(nima, { removed: true })).toHaveLength(1);
  await nima.call('learning.lessons.restore', { id: taught.id });
  expect(await texts(nima, { kind: 'corrected' })).toHaveLength(1);
  await expect(nima.call('learning.lessons.restore', { id: taught.id })).rejects.toMatchObject({
    code: 'lesson_unknown',
  });
});

test('a meaning nobody understands is refused', async () => {
  const nima = await aNima();
  const taught = nima.call('learning.corrections.create', { say: 'ship it', mean: 'qwerty zxcv' });
  await expect(taught).rejects.toMatchObject({ code: 'meaning_unknown' });
});

test('a reset forgets one subject and leaves the others', async () => {
  const nima = await aNima();
  const ctx = nima.context();
  await nima.call('learning.corrections.create', { say: 'ship it', mean: 'tasks.list' });
  await recordLesson(ctx, { kind: 'declined', subject: 'alerts.nudges', about: 'tasks.failed', said: 'It failed.' });
  expect(await nima.call('learning.reset', { subject: 'language' })).toEqual({ forgotten: 1 });
  expect(await texts(nima)).toEqual(['Declined: It failed.']);
  expect(await lessonsOf(ctx, { subject: 'alerts.nudges', about: 'tasks.failed' })).toHaveLength(1);
});

test('a model that wants to teach asks first', async () => {
  const nima = await aNima();
  const agent = { ...nima.owner, kind: 'agent' as const };
  const taught = nima.call('learning.corrections.create', { say: 'hello', mean: 'list my tasks' }, agent);
  await expect(taught).rejects.toMatchObject({ code: 'approval_needed' });
  expect(await texts(nima)).toEqual([]);
});

test('lessons travel with their owner, and are deleted a month after they were removed', async () => {
  const nima = await aNima();
  const { id } = await nima.call('learning.corrections.create', { say: 'ship it', mean: 'tasks.list' });
  const { portable, jobs } = nima.host.catalog.modules.find(({ name }) => name === 'learning') ?? {};
  const rows = await portable?.[0]?.page(nima.context(), null, 10);
  expect(JSON.stringify(rows)).toContain('ship it');
  await nima.call('learning.lessons.remove', { id });
  await jobs?.[0]?.run(
    { ...nima.context(), clock: { ...nima.context().clock, now: () => Date.now() + 31 * 86_400_000 } },
    {},
  );
  expect(await texts(nima, { removed: true })).toEqual([]);
});
