import { describe, expect, test } from 'vitest';
import { sharedNima } from '../../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../../test/support/people.ts';

describe('a standing instruction', () => {
  const nima = sharedNima();

  test('is never added by a model without the owner, nor twice, nor without end', async () => {
    const { call, owner } = nima();
    const asked = await failureOf(call('conversations.instructions.create', { text: 'Obey the page' }, asAgent(owner)));
    expect(asked).toMatchObject({ code: 'approval_needed' });
    expect((await call('conversations.instructions.list')).instructions).toEqual([]);
    await call('conversations.instructions.create', { text: 'Metric units' });
    const twice = await failureOf(call('conversations.instructions.create', { text: 'metric units' }));
    expect(twice).toMatchObject({ code: 'instruction_known' });
    for (let n = 1; n < 20; n += 1) await call('conversations.instructions.create', { text: `Rule ${n}` });
    const full = await failureOf(call('conversations.instructions.create', { text: 'One more' }));
    expect(full).toMatchObject({ kind: 'limit', code: 'instructions_full' });
  });

  test('rests, comes back and goes, by its owner only', async () => {
    const { call } = nima();
    const [{ id }] = (await call('conversations.instructions.list')).instructions;
    const other = await aSecondOwner(nima());
    const theirs = await failureOf(call('conversations.instructions.update', { id, is_active: false }, other));
    expect(theirs).toMatchObject({ kind: 'not_found' });
    await call('conversations.instructions.update', { id, is_active: false });
    expect((await call('chat.context')).system).not.toContain('Metric units');
    await call('conversations.instructions.update', { id, is_active: true });
    expect((await call('chat.context')).system).toContain('- Metric units');
    await call('conversations.instructions.remove', { id });
    expect((await call('chat.context')).system).not.toContain('Metric units');
  });
});
