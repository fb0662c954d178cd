import { describe, expect, test } from 'vitest';
import type { AnswerEvent, Call, Turn } from '../../api/nima.ts';
import { type Answer, afterEvent, answerOf, isAsking } from './answer.ts';

const aTurn = (about: Partial<Turn> = {}): Turn => ({
  id: 't1',
  conversation_id: 'c1',
  parent_id: 'u1',
  role: 'assistant',
  speaker: '',
  content: '',
  status: 'generating',
  metadata: {},
  timestamp: '2026-11-03T09:12:00.000Z',
  siblings: ['t1'],
  ...about,
});

const aCall = (about: Partial<Call> = {}): Call => ({
  call_id: 'k1',
  operation: 'memory.facts.remove',
  effect: 'destroy',
  arguments: { id: 'f1' },
  state: 'running',
  summary: 'Forget a fact',
  preview: null,
  approval_id: null,
  expires_at: null,
  result: null,
  undo: null,
  ...about,
});

const started = (seq = 1): AnswerEvent => ({
  type: 'turn.started',
  seq,
  conversation_id: 'c1',
  turn_id: 't1',
  user_turn_id: 'u1',
  private: false,
  model: { id: 'offline', label: 'Offline model', leaves_machine: false },
});
const delta = (seq: number, text: string): AnswerEvent => ({ type: 'text.delta', seq, text });
const ended = (seq: number, about: Partial<Extract<AnswerEvent, { type: 'turn.ended' }>> = {}): AnswerEvent => ({
  type: 'turn.ended',
  seq,
  turn_id: 't1',
  status: 'complete',
  response: 'Four nodes.',
  model: 'offline',
  facts_used: [],
  turns_used: [],
  passages_used: [],
  error: null,
  ...about,
});

const following = (answer: Answer, ...events: AnswerEvent[]): Answer => events.reduce(afterEvent, answer);

describe('an answer', () => {
  test('grows by its pieces and ends with the whole text', () => {
    const growing = following(answerOf(aTurn()), started(), delta(2, 'Four '), delta(3, 'nodes'));
    expect(growing).toMatchObject({ text: 'Four nodes', status: 'generating', seq: 3, model: 'offline' });
    expect(following(growing, ended(4))).toMatchObject({ text: 'Four nodes.', status: 'complete' });
  });

  test('takes no event twice, so a resumed stream may repeat', () => {
    const growing = following(answerOf(aTurn()), started(), delta(2, 'Four '));
    expect(following(growing, started(), delta(2, 'Four '), delta(3, 'nodes')).text).toBe('Four nodes');
  });

  test('followed anew from the first event replaces the part that was saved with the turn', () => {
    const saved = answerOf(aTurn({ content: 'Four no' }));
    expect(following(saved, started(), delta(2, 'Four nodes')).text).toBe('Four nodes');
  });

  test('whose log is gone keeps what was saved with the turn', () => {
    expect(answerOf(aTurn({ content: 'Four no', status: 'interrupted' }))).toMatchObject({ text: 'Four no', seq: 0 });
  });

  test('keeps a partial text when it is stopped', () => {
    const growing = following(answerOf(aTurn()), started(), delta(2, 'Four '));
    expect(following(growing, ended(3, { status: 'stopped', response: 'Four ' }))).toMatchObject({
      text: 'Four ',
      status: 'stopped',
    });
  });

  test('shows each call once, in its newest state and its first place', () => {
    const other = aCall({ call_id: 'k2', operation: 'memory.facts.list', effect: 'read' });
    const { calls } = following(
      answerOf(aTurn()),
      started(),
      { type: 'tool.call', seq: 2, call: aCall() },
      { type: 'tool.call', seq: 3, call: other },
      { type: 'tool.result', seq: 4, call: aCall({ state: 'done' }) },
    );
    expect(calls.map(({ call_id, state }) => [call_id, state])).toEqual([
      ['k1', 'done'],
      ['k2', 'running'],
    ]);
  });

  test('goes on after a decision', () => {
    const asking = following(
      answerOf(aTurn()),
      started(),
      { type: 'tool.result', seq: 2, call: aCall({ state: 'asks', expires_at: '2026-11-03T09:17:00.000Z' }) },
      ended(3, { status: 'asks', response: '' }),
    );
    expect(isAsking(asking, Date.parse('2026-11-03T09:16:59Z'))).toBe(true);
    expect(isAsking(asking, Date.parse('2026-11-03T09:17:00Z'))).toBe(false);
    const decided = following(asking, { type: 'tool.result', seq: 4, call: aCall({ state: 'done' }) });
    expect(decided.status).toBe('generating');
    expect(following(decided, delta(5, 'Forgotten.'), ended(6, { response: 'Forgotten.' }))).toMatchObject({
      text: 'Forgotten.',
      status: 'complete',
    });
  });
});
