import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';

test('a merge taken back leaves both facts as they were', async () => {
  const nima = await aNima();
  const { id } = await nima.call('memory.facts.create', { fact: 'The boiler is serviced every May' });
  const other = await nima.call('memory.facts.create', { fact: 'Boiler is serviced in every May' });
  await nima.call('memory.facts.merge', { ids: [id, other.id] });
  await nima.call('memory.facts.split', { id });
  const { facts } = await nima.call('memory.facts.list');
  expect(facts.map((fact: { id: string }) => fact.id).sort()).toEqual([id, other.id].sort());
  expect(await failureOf(nima.call('memory.facts.split', { id }))).toMatchObject({ code: 'fact_not_merged' });
});
