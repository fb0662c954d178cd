import { describe, expect, test } from 'vitest';
import { aNima, sharedNima } from '../../../test/support/nima.ts';
import { aSecondOwner, asAgent, failureOf } from '../../../test/support/people.ts';

describe('while everything is stopped', () => {
  const nima = sharedNima();

  test('an agent looks, and does nothing else; a person acts as before', async () => {
    const { call, owner } = nima();
    const agent = asAgent(owner);
    const { id } = await call('memory.facts.create', { fact: 'Stopped or not' });
    expect(await call('approvals.halted')).toEqual({ halted: false, since: null, reason: null });
    const halted = await call('approvals.halt', { reason: 'It went mad' });
    expect(halted).toMatchObject({ halted: true, reason: 'It went mad' });
    expect(await call('memory.facts.list', {}, agent)).toHaveProperty('facts');
    const refusal = { kind: 'forbidden', code: 'halted' };
    expect(await failureOf(call('memory.facts.create', { fact: 'By an agent' }, agent))).toMatchObject(refusal);
    expect(await failureOf(call('memory.facts.remove', { id }, agent))).toMatchObject(refusal);
    expect((await call('approvals.list')).approvals).toEqual([]);
    expect(await call('memory.facts.remove', { id })).toHaveProperty('id', id);
  });

  test('stopping again keeps the first reason; going on is for a person, or asked for', async () => {
    const { call, owner } = nima();
    expect(await call('approvals.halt', { reason: 'again' }, asAgent(owner))).toHaveProperty('reason', 'It went mad');
    expect(await failureOf(call('approvals.resume', {}, asAgent(owner)))).toMatchObject({ code: 'approval_needed' });
    expect(await call('approvals.resume')).toHaveProperty('halted', false);
    expect(await call('memory.facts.create', { fact: 'An agent again' }, asAgent(owner))).toHaveProperty('id');
  });
});

test('a call approved before the stop does not run after it', async () => {
  const nima = await aNima();
  const agent = asAgent(nima.owner);
  const { id } = await nima.call('memory.facts.create', { fact: 'Keep me' });
  const { details } = await failureOf(nima.call('memory.facts.remove', { id }, agent));
  await nima.call('approvals.approve', { id: details.approval_id });
  await nima.call('approvals.halt');
  expect(await failureOf(nima.call('memory.facts.remove', { id }, agent))).toMatchObject({ code: 'halted' });
});

test('one owner stops only their own', async () => {
  const nima = await aNima();
  const other = await aSecondOwner(nima);
  await nima.call('approvals.halt');
  expect(await nima.call('memory.facts.create', { fact: 'Goes on' }, asAgent(other))).toHaveProperty('id');
});
