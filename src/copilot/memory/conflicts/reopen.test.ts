import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { rememberFact } from '../facts/remember.ts';
import { aFact } from '../fixtures.ts';

test('a decision taken back leaves everything as it was before', async () => {
  const nima = await aNima();
  await rememberFact(nima.context(), aFact({ fact: 'Lives in Lisbon' }));
  await rememberFact(nima.context(), aFact({ fact: 'Lives in Porto', trust: 'derived', source: 'inferred' }));
  const before = await nima.call('memory.conflicts.list');
  const [{ id }] = before.conflicts;
  await nima.call('memory.conflicts.resolve', { id, keep: 'told' });
  await nima.call('memory.conflicts.reopen', { id });
  const after = await nima.call('memory.conflicts.list');
  expect(after.conflicts).toMatchObject([
    { id, held: { state: 'current' }, told: { state: 'contested', fact: 'Lives in Porto' } },
  ]);
});
