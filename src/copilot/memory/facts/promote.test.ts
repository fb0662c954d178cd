import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';
import { proposeFact } from './propose.ts';

const PAGE = 'page:https://example.org';

test('what a page says is listed apart and used only once the owner took it as their own', async () => {
  const nima = await aNima();
  const fact = await proposeFact(nima.context(), { fact: 'The museum opens at ten', origin: PAGE });
  expect(fact).toMatchObject({ trust: 'quarantined', state: 'quarantined', metadata: { origin: PAGE } });
  expect((await nima.call('memory.facts.list')).total).toBe(0);
  expect((await nima.call('memory.recall', { query: 'when does the museum open' })).facts).toEqual([]);
  await nima.call('memory.facts.promote', { id: fact?.id });
  expect((await nima.call('memory.recall', { query: 'when does the museum open' })).facts).toHaveLength(1);
  expect((await nima.call('memory.facts.list', { trust: 'quarantined' })).total).toBe(0);
});

test('a page that contradicts the owner changes nothing before it is promoted, and then as any news does', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.create', { fact: 'I live in Lisbon' });
  const fact = await proposeFact(nima.context(), { fact: 'I live in Porto', origin: PAGE });
  expect((await nima.call('memory.facts.list')).facts).toMatchObject([{ fact: 'I live in Lisbon', state: 'current' }]);
  await nima.call('memory.facts.promote', { id: fact?.id });
  expect((await nima.call('memory.facts.list')).facts).toMatchObject([{ fact: 'I live in Porto' }]);
});

test('only what is in quarantine can be promoted, and secrets never get there', async () => {
  const nima = await aNima();
  const { id } = await nima.call('memory.facts.create', { fact: 'Prefers tea' });
  expect(await failureOf(nima.call('memory.facts.promote', { id }))).toMatchObject({ code: 'fact_not_quarantined' });
  expect(await proposeFact(nima.context(), { fact: 'The password is hunter22', origin: PAGE })).toBeNull();
});
