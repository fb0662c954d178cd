import { expect, test } from 'vitest';
import type { Call, Fact } from '../../api/nima.ts';
import { argumentLines, effectWords, isTakenBack, outcomeWords } from './call-words.ts';

const aCall = (about: Partial<Call>): Call => ({
  call_id: 'k1',
  operation: 'memory.facts.create',
  effect: 'write',
  arguments: {},
  state: 'done',
  summary: 'Remember something',
  preview: null,
  approval_id: null,
  expires_at: null,
  result: null,
  undo: null,
  ...about,
});
const aFact = (about: Partial<Fact>): Fact => ({ id: 'f1', fact: 'Prefers tea', removed_at: null, ...about }) as Fact;

test('an effect is said in words a person uses', () => {
  expect(effectWords(aCall({}))).toBe('changes memory');
  expect(effectWords(aCall({ operation: 'conversations.update' }))).toBe('changes conversations');
  expect(effectWords(aCall({ operation: 'memory.facts.remove', effect: 'destroy' }))).toBe('removes');
});

test('arguments are lines, nested ones in short', () => {
  const call = aCall({ arguments: { fact: 'Prefers tea', turn_id: 'x', tags: ['a'], limit: 5 } });
  expect(argumentLines(call).map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'fact: Prefers tea',
    'turn id: x',
    'tags: ["a"]',
    'limit: 5',
  ]);
});

test('an undone call offers no second undo', () => {
  const created = aCall({ result: { id: 'f1', fact: 'Prefers tea' } });
  expect(isTakenBack(created, aFact({}))).toBe(false);
  expect(isTakenBack(created, aFact({ removed_at: '2026-11-03T09:12:00.000Z' }))).toBe(true);
  const removed = aCall({ operation: 'memory.facts.remove', result: { id: 'f1' } });
  expect(isTakenBack(removed, aFact({}))).toBe(true);
  const updated = aCall({ operation: 'memory.facts.update', result: { id: 'f1', fact: 'Prefers coffee' } });
  expect(isTakenBack(updated, aFact({}))).toBe(true);
});

test('a failure, a denial and an approval nobody gave say what came of it', () => {
  expect(outcomeWords(aCall({ state: 'failed', result: { error: { message: 'No such fact.' } } }), false)).toBe(
    'No such fact.',
  );
  expect(outcomeWords(aCall({ state: 'denied', result: { reason: 'wrong one' } }), false)).toBe('Denied: wrong one');
  expect(outcomeWords(aCall({ state: 'asks' }), true)).toContain('Nothing was changed');
  expect(outcomeWords(aCall({ state: 'asks' }), false)).toBeNull();
});
