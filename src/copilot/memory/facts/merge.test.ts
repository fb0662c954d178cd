import { expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';

const told = async (nima: TestNima, ...facts: string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const fact of facts) ids.push((await nima.call('memory.facts.create', { fact })).id);
  return ids;
};

test('two facts that say the same become one that keeps the evidence of both', async () => {
  const nima = await aNima();
  const ids = await told(nima, 'The boiler is serviced every May', 'Boiler is serviced in every May');
  const kept = await nima.call('memory.facts.merge', { ids });
  expect(kept.metadata.merged).toMatchObject([{ fact_id: ids[1], fact: 'Boiler is serviced in every May' }]);
  expect((await nima.call('memory.facts.list')).facts).toMatchObject([{ id: ids[0] }]);
});

test.each([
  ['a number', 'The gate opens at 9', 'The gate opens at 8'],
  ['a name', 'The vault belongs to Ana', 'The vault belongs to Ben'],
  ['a negation', 'Guests park in the yard', 'Guests never park in the yard'],
])('facts that differ by %s stay apart', async (_what, ...facts) => {
  const nima = await aNima();
  const ids = await told(nima, ...facts);
  expect(await failureOf(nima.call('memory.facts.merge', { ids }))).toMatchObject({ code: 'facts_differ' });
});
