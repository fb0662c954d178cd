import { expect, test } from 'vitest';
import type { Turn } from '../turns/turn.ts';
import { isFaithful } from './by-model.ts';
import { quotationsOf } from './quotations.ts';
import { lowestTrust, SUMMARY_CHARS_MAX } from './summary.ts';

const aTurn = (content: string, more: Partial<Turn> = {}): Turn => ({
  id: crypto.randomUUID(),
  conversation_id: crypto.randomUUID(),
  parent_id: null,
  role: 'user',
  speaker: '',
  content,
  status: 'complete',
  metadata: {},
  timestamp: '2026-03-02T09:00:00.000Z',
  ...more,
});

const TALK = [
  aTurn('Hm. We decided to move the database to node 3 by Friday. Ok?'),
  aTurn('Noted. Node 3 has 8 GB.\n```\nkubectl get nodes\n```', { role: 'assistant' }),
  aTurn('Never restart it without asking me first.'),
];

test('a summary without a model only says what was said, the same each time', () => {
  const text = quotationsOf(TALK);
  expect(text).toBe(quotationsOf(TALK));
  for (const line of text.split('\n')) {
    const said = line.replace(/^(You|Nima): /, '');
    expect(TALK.some(({ content }) => content.includes(said))).toBe(true);
  }
  expect(text).toContain('by Friday');
  expect(text).toContain('Never restart it');
  expect(text).not.toContain('kubectl');
});

test('a summary stays short, whatever was said', () => {
  const long = Array.from({ length: 50 }, (_, n) => aTurn(`Number ${n} is decided. ${'word '.repeat(2000)}`));
  expect(quotationsOf(long).length).toBeLessThanOrEqual(SUMMARY_CHARS_MAX);
  expect(quotationsOf([aTurn('ok'), aTurn('')])).toBe('2 short turns.');
});

test('a model that invents a number, a name or a command is not believed', () => {
  expect(isFaithful('The database moves to node 3 by Friday.', TALK)).toBe(true);
  expect(isFaithful('The database moves to node 4 by Friday.', TALK)).toBe(false);
  expect(isFaithful('The database moves to Berlin by Friday.', TALK)).toBe(false);
  expect(isFaithful('They ran `kubectl delete node`.', TALK)).toBe(false);
});

test('a summary is trusted as little as the least trusted turn in it', () => {
  expect(lowestTrust([aTurn('a')])).toBe('owner');
  expect(lowestTrust([aTurn('a'), aTurn('b', { role: 'assistant' })])).toBe('derived');
  expect(lowestTrust([aTurn('a'), aTurn('b', { metadata: { imported: true } })])).toBe('imported');
  const call = { call_id: '1', operation: 'http.get', effect: 'read' as const, arguments: {}, state: 'done' as const };
  const made = { ...call, summary: '', preview: null, approval_id: null, expires_at: null, result: 'x', undo: null };
  expect(lowestTrust([aTurn('a'), aTurn('b', { role: 'assistant', metadata: { calls: [made] } })])).toBe('quarantined');
});
