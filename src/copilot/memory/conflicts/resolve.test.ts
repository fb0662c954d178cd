import { describe, expect, test } from 'vitest';
import { aNima, type TestNima } from '../../../../test/support/nima.ts';
import { failureOf } from '../../../../test/support/people.ts';
import { rememberFact } from '../facts/remember.ts';
import { aFact } from '../fixtures.ts';

/** The owner said one thing; a model concluded another. */
async function aConflict(): Promise<{ nima: TestNima; id: string }> {
  const nima = await aNima();
  await rememberFact(nima.context(), aFact({ fact: 'Lives in Lisbon' }));
  await rememberFact(nima.context(), aFact({ fact: 'Lives in Porto', trust: 'derived', source: 'inferred' }));
  const { conflicts } = await nima.call('memory.conflicts.list');
  return { nima, id: conflicts[0].id };
}
const held = async (nima: TestNima) =>
  (await nima.call('memory.facts.list')).facts.map(({ fact }: { fact: string }) => fact).sort();

describe('what a model concluded against the owner’s word', () => {
  test('waits, and the owner’s word holds', async () => {
    const { nima } = await aConflict();
    expect(await held(nima)).toEqual(['Lives in Lisbon']);
    const { facts } = await nima.call('memory.recall', { query: 'where do I live' });
    expect(facts.map(({ fact }: { fact: string }) => fact)).toEqual(['Lives in Lisbon']);
  });

  test.each([
    ['held', ['Lives in Lisbon']],
    ['told', ['Lives in Porto']],
    ['both', ['Lives in Lisbon', 'Lives in Porto']],
  ])('is decided by keeping %s', async (keep, facts) => {
    const { nima, id } = await aConflict();
    const { kept } = await nima.call('memory.conflicts.resolve', { id, keep });
    expect(kept.sort()).toEqual(facts);
    expect(await held(nima)).toEqual(facts);
    expect(await failureOf(nima.call('memory.conflicts.resolve', { id, keep }))).toMatchObject({
      code: 'conflict_resolved',
    });
  });

  test('is replaced by other words', async () => {
    const { nima, id } = await aConflict();
    await nima.call('memory.conflicts.resolve', { id, keep: 'edited', fact: 'Lives in Braga' });
    expect(await held(nima)).toEqual(['Lives in Braga']);
  });
});

test('a guess said with a doubt never replaces what was said plainly', async () => {
  const nima = await aNima();
  await rememberFact(nima.context(), aFact({ fact: 'Lives in Lisbon' }));
  await rememberFact(nima.context(), aFact({ fact: 'Lives in Porto', confidence: 0.5 }));
  expect(await held(nima)).toEqual(['Lives in Lisbon']);
});
