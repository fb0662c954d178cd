import { describe, expect, test, vi } from 'vitest';
import { type AnswerEvent, type AnswerEvents, NimaError, type Turn } from '../../api/nima.ts';
import type { Answer } from './answer.ts';
import { AnswerFeed } from './answer-feed.ts';

const started: AnswerEvent = {
  type: 'turn.started',
  seq: 1,
  conversation_id: 'c1',
  turn_id: 't1',
  user_turn_id: 'u1',
  private: false,
  model: { id: 'offline', label: 'Offline model', leaves_machine: false },
};
const delta = (seq: number, text: string): AnswerEvent => ({ type: 'text.delta', seq, text });
const ended = (seq: number, response: string): AnswerEvent => ({
  type: 'turn.ended',
  seq,
  turn_id: 't1',
  status: 'complete',
  response,
  model: 'offline',
  facts_used: [],
  turns_used: [],
  passages_used: [],
  error: null,
});

/** A stream that gives these events, then ends or breaks. */
async function* stream(events: readonly AnswerEvent[], breaksWith?: Error): AnswerEvents {
  yield* events;
  if (breaksWith) throw breaksWith;
}

function aFeed(streams: AnswerEvents[]) {
  const asked: number[] = [];
  const ends = Promise.withResolvers<Answer>();
  const lose = vi.fn();
  const feed = new AnswerFeed({
    resume: (_turnId, after) => {
      asked.push(after);
      return (
        streams.shift() ?? stream([], new NimaError({ kind: 'not_found', code: '', message: '', details: {} }, 404))
      );
    },
    restored: () => Promise.resolve(),
    lose,
    onPause: ends.resolve,
    now: () => 0,
  });
  return { feed, asked, lose, end: ends.promise };
}

describe('following an answer', () => {
  test('tells when it has begun, before it is done', async () => {
    const { feed, end } = aFeed([]);
    const answer = await feed.begin(stream([started, delta(2, 'Yes.'), ended(3, 'Yes.')]));
    expect(answer).toMatchObject({ turnId: 't1', status: 'generating', text: '' });
    expect(await end).toMatchObject({ text: 'Yes.', status: 'complete' });
  });

  test('goes on from the last event when the connection breaks', async () => {
    const { feed, asked, lose, end } = aFeed([stream([delta(3, 'nodes.'), ended(4, 'Four nodes.')])]);
    await feed.begin(stream([started, delta(2, 'Four ')], new TypeError('network error')));
    expect((await end).text).toBe('Four nodes.');
    expect(asked).toEqual([2]);
    expect(lose).toHaveBeenCalledOnce();
  });

  test('that was refused is the failure of the one who asked', async () => {
    const { feed } = aFeed([]);
    const busy = new NimaError({ kind: 'conflict', code: 'answer_in_progress', message: 'Busy.', details: {} }, 409);
    await expect(feed.begin(stream([], busy))).rejects.toBe(busy);
  });

  test('of a reloaded page starts at its first event, and only once', async () => {
    const { feed, asked, end } = aFeed([stream([started, ended(2, 'Yes.')])]);
    const turn = {
      id: 't1',
      conversation_id: 'c1',
      status: 'generating',
      content: '',
      metadata: {},
    } as unknown as Turn;
    feed.follow(turn);
    feed.follow(turn);
    expect((await end).text).toBe('Yes.');
    expect(asked).toEqual([0]);
  });

  test('whose stream is gone is left to what is stored, and not asked for again and again', async () => {
    const { feed, asked } = aFeed([]);
    const turn = {
      id: 't1',
      conversation_id: 'c1',
      status: 'generating',
      content: 'Fo',
      metadata: {},
    } as unknown as Turn;
    feed.follow(turn);
    await vi.waitFor(() => expect(asked).toEqual([0]));
    await new Promise((resolve) => setTimeout(resolve));
    feed.follow(turn);
    expect(asked).toEqual([0]);
    expect(feed.read('t1')).toBeUndefined();
  });

  test('waits, and is no lost connection, while Nima itself looks after the answer of a replica that is gone', async () => {
    const gone = new NimaError({ kind: 'unavailable', code: 'stream_abandoned', message: '', details: {} }, 503);
    const { feed, asked, lose, end } = aFeed([stream([], gone), stream([ended(2, 'Fo')])]);
    await feed.begin(stream([started]));
    expect((await end).text).toBe('Fo');
    expect(asked).toEqual([1, 1]);
    expect(lose).not.toHaveBeenCalled();
  });
});
