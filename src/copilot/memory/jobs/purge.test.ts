import { expect, test } from 'vitest';
import { FakeClock } from '../../../../test/support/clock.ts';
import { aNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';
import { purgeFacts } from './purge.ts';

test('thirty days after it was forgotten, nothing of a fact is left', async () => {
  const clock = new FakeClock();
  const nima = await aNima({ clock });
  const { id } = await nima.call('memory.facts.create', { fact: 'The old job was dull' });
  const kept = await nima.call('memory.facts.create', { fact: 'The new job is fine' });
  await nima.call('memory.facts.remove', { id });
  await clock.advance('29 days');
  await purgeFacts.run(nima.context(), {});
  expect(await nima.call('memory.facts.get', { id })).toHaveProperty('id', id);
  await clock.advance('2 days');
  await purgeFacts.run(nima.context(), {});
  for (const verb of ['get', 'restore', 'history']) {
    expect(await failureOf(nima.call(`memory.facts.${verb}`, { id }))).toMatchObject({ code: 'fact_unknown' });
  }
  const left = await nima.db.kysely.selectFrom('memory_fact_versions').select('fact').execute();
  expect(left).toEqual([{ fact: 'The new job is fine' }]);
  expect((await nima.call('memory.facts.list')).facts).toMatchObject([{ id: kept.id }]);
});
