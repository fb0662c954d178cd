import { expect, test } from 'vitest';
import type { Call } from '../../api/nima.ts';
import { blocksOf, withCallPart, withTextPart } from './answer-parts.ts';

const aCall = (call_id: string): Call => ({
  call_id,
  operation: 'memory.recall',
  effect: 'read',
  arguments: {},
  state: 'done',
  summary: 'Recall',
  preview: null,
  approval_id: null,
  expires_at: null,
  result: null,
  undo: null,
});

test('text and calls are shown in the order they came, calls in a row together', () => {
  const parts = withTextPart(withCallPart(withCallPart(withTextPart([], 4), 'a'), 'b'), 9);
  const blocks = blocksOf({ text: 'LookFound', calls: [aCall('a'), aCall('b')], parts });
  expect(
    blocks.map((block) => (block.type === 'text' ? block.text : block.calls.map(({ call_id }) => call_id))),
  ).toEqual(['Look', ['a', 'b'], 'Found']);
});

test('an answer from before the order was kept shows its calls, then all of its text', () => {
  const blocks = blocksOf({ text: 'Found', calls: [aCall('a')], parts: [] });
  expect(blocks.map(({ type }) => type)).toEqual(['calls', 'text']);
});

test('no letter is lost while the text is shown letter by letter, and none is shown twice', () => {
  const parts = [{ type: 'text', from: 0, to: 9 }] as const;
  expect(blocksOf({ text: 'Look', calls: [], parts })).toMatchObject([{ text: 'Look' }]);
  expect(blocksOf({ text: 'LookFound more', calls: [], parts })).toMatchObject([{ text: 'LookFound more' }]);
});

test('a call whose stretch of text has nothing to read leaves no gap', () => {
  const parts = [
    { type: 'text', from: 0, to: 2 },
    { type: 'call', call_id: 'a' },
  ] as const;
  expect(blocksOf({ text: '\n\n', calls: [aCall('a')], parts }).map(({ type }) => type)).toEqual(['calls']);
});
