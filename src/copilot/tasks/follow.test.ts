import { expect, test } from 'vitest';
import { ForwardClock } from '../../../test/support/clock.ts';
import { putForward } from '../../../test/support/forward.ts';
import { aNima, type TestNima } from '../../../test/support/nima.ts';
import { aStage } from '../../../test/support/scripted-integration.ts';
import { Failure } from '../../kernel/errors.ts';
import { recoverTasks } from './jobs/recover.ts';
import { tidyIntegrations } from './jobs/tidy.ts';
import type { NumberedTaskEvent } from './run/event.ts';

const ask = (action: string, about: object = {}) => ({ type: 'stage', action, ...about });

async function follow(nima: TestNima, id: string, after = 0): Promise<NumberedTaskEvent[]> {
  const events: NumberedTaskEvent[] = [];
  for await (const event of await nima.call('tasks.follow', { id, after })) events.push(event);
  return events;
}

const told = (events: readonly NumberedTaskEvent[]): string[] =>
  events.map((event) =>
    event.type === 'log' ? event.line : event.type === 'state' ? event.status : String(event.progress),
  );

async function aRun() {
  const stage = aStage();
  const clock = new ForwardClock();
  const nima = await aNima({ clock, provided: stage.provided });
  stage.script(
    (work) => {
      work.log('first try');
      throw new Failure('unavailable', 'Not now.');
    },
    (work) => {
      work.log('second try');
      work.progress(0.5);
      return undefined;
    },
  );
  const { id } = await nima.call('tasks.execute', ask('set'));
  await nima.settle();
  await putForward(nima, clock, '1 hour');
  return { nima, clock, id };
}

test('a task is followed through all its tries, and from any event on', async () => {
  const { nima, id } = await aRun();
  const following = follow(nima, id);
  await nima.settle();
  const events = await following;
  expect(told(events)).toEqual(['running', 'first try', 'waiting', 'running', 'second try', '0.5', 'succeeded']);
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(told(await follow(nima, id, 4))).toEqual(['second try', '0.5', 'succeeded']);
});

test('its log is there when the stream is not kept any more', async () => {
  const { nima, clock, id } = await aRun();
  await nima.settle();
  await putForward(nima, clock, '2 hours');
  await nima.db.kysely.deleteFrom('stream_events').execute();
  await nima.db.kysely.deleteFrom('streams').execute();
  expect(told(await follow(nima, id))).toEqual(['first try', 'second try', 'succeeded']);
  const { log } = await nima.call('tasks.get', { id });
  expect(log.map(({ line }: { line: string }) => line)).toEqual(['first try', 'second try']);
});

test('tasks are listed by state, by integration and by words, page by page', async () => {
  const stage = aStage();
  const nima = await aNima({ provided: stage.provided });
  for (const text of ['red', 'green', 'blue']) await nima.call('tasks.execute', ask('look', { params: { text } }));
  const { tasks } = await nima.call('tasks.history', { limit: 2 });
  expect(tasks.map(({ title }: { title: string }) => title)).toEqual(['stage look: blue', 'stage look: green']);
  const rest = await nima.call('tasks.history', { limit: 2, before: tasks[1].id });
  expect(rest).toMatchObject({ tasks: [{ title: 'stage look: red' }], total: 3 });
  expect(await nima.call('tasks.history', { status: 'failed' })).toEqual({ tasks: [], total: 0 });
  expect((await nima.call('tasks.list')).tasks).toHaveLength(3);
  expect((await nima.call('tasks.list', { query: 'the green task' })).tasks).toMatchObject([
    { title: 'stage look: green' },
  ]);
  expect(await nima.call('tasks.preview', ask('send', { params: { text: 'x' } }))).toEqual({
    effect: 'spend',
    preview: 'Would send x.',
  });
});

test('a task whose job is lost is found and run', async () => {
  const stage = aStage();
  const clock = new ForwardClock();
  const nima = await aNima({ clock, provided: stage.provided });
  const { id } = await nima.call('tasks.execute', ask('send'));
  await nima.db.kysely.deleteFrom(nima.db.dialect === 'sqlite' ? 'jobs' : 'pgboss.job').execute();
  await putForward(nima, clock, '3 minutes');
  await recoverTasks.run(nima.context(), {});
  await nima.settle();
  expect(await nima.call('tasks.status', { id })).toMatchObject({ status: 'succeeded' });
});

test('an integration shows its actions and its settings, never a secret, and settles what it left behind', async () => {
  const stage = aStage();
  const tidied: string[] = [];
  Object.assign(stage.integration, {
    recover: async () => {
      tidied.push('stage');
      return ['Swept the stage.'];
    },
  });
  const nima = await aNima({ provided: stage.provided });
  const [shown] = (await nima.call('tasks.integrations.list')).integrations;
  expect(shown).toMatchObject({ id: 'stage', enabled: true, config: { values: { token: 'env:STAGE_TOKEN' } } });
  expect(shown.actions[0]).toMatchObject({ name: 'look', params: { type: 'object' } });
  expect(await nima.call('tasks.integrations.get', { id: 'stage' })).toMatchObject({
    health: { ready: true, text: 'The stage is set.' },
  });
  await tidyIntegrations.run(nima.context(), {});
  expect(tidied).toEqual(['stage']);
});
