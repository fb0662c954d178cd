import { expect, test } from 'vitest';
import { aNima } from '../../../../test/support/nima.ts';
import { aSecondOwner } from '../../../../test/support/people.ts';
import { rememberFact } from '../facts/remember.ts';
import { aFact } from '../fixtures.ts';

test('shows both facts and why the newer did not simply replace the older, to their owner only', async () => {
  const nima = await aNima();
  await rememberFact(nima.context(), aFact({ fact: 'Works at Acme' }));
  await rememberFact(nima.context(), aFact({ fact: 'Works at Globex', trust: 'imported' }));
  const { conflicts } = await nima.call('memory.conflicts.list');
  expect(conflicts).toMatchObject([
    { held: { fact: 'Works at Acme' }, told: { fact: 'Works at Globex' }, resolved_at: null },
  ]);
  expect(conflicts[0].because).toContain('trusted less');
  expect(await nima.call('memory.conflicts.list', {}, await aSecondOwner(nima))).toEqual({ conflicts: [] });
});
