import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { rememberFact } from './facts/remember.ts';
import { aFact } from './fixtures.ts';

test('finds copies, echoes, secrets, what is over and what rests on nothing, each with what to do', async () => {
  const nima = await aNima();
  const ctx = nima.context();
  const facts = [
    aFact({ fact: 'The boiler is serviced every May' }),
    aFact({ fact: 'Boiler is serviced in every May' }),
    aFact({ fact: 'You told me that the cellar floods' }),
    aFact({ fact: 'The garage code: sk-live-1234567890abcdef' }),
    aFact({ fact: 'Is fond of opera', trust: 'derived', source: 'inferred' }),
    aFact({ fact: 'Lives in Lisbon' }),
    aFact({ fact: 'Lives in Porto', trust: 'imported' }),
  ];
  for (const fact of facts) await rememberFact(ctx, fact);
  const { counts, findings } = await nima.call('memory.audit');
  expect(counts).toEqual({ 'near-duplicate': 1, loop: 1, secret: 1, unsupported: 1, contradiction: 1 });
  expect(JSON.stringify(findings)).not.toContain('sk-live');
  for (const { fix } of findings.filter((one: { fix: unknown }) => one.fix)) await nima.call(fix.operation, fix.input);
  expect((await nima.call('memory.audit')).counts).toEqual({ secret: 1 });
});

test('a memory in order has no findings', async () => {
  const nima = await aNima();
  await nima.call('memory.facts.create', { fact: 'Prefers tea' });
  expect(await nima.call('memory.audit')).toEqual({ facts: 1, counts: {}, findings: [] });
});
