import { expect, test } from 'vitest';
import { branchOf, leafBelow } from './branch.ts';
import type { Turn } from './turns/turn.ts';

const aTurn = (id: string, parent_id: string | null): Turn => ({
  id,
  parent_id,
  conversation_id: 'c',
  role: 'user',
  speaker: '',
  content: id,
  status: 'complete',
  metadata: {},
  timestamp: '2026-03-02T09:00:00.000Z',
});
/** question → two answers; the first was gone on with, and its follow-up said twice. */
const TREE = [
  aTurn('question', null),
  aTurn('answer-1', 'question'),
  aTurn('answer-2', 'question'),
  aTurn('more-1', 'answer-1'),
  aTurn('more-2', 'answer-1'),
];

test('the shown branch runs from the first turn to the head, each with its siblings', () => {
  expect(branchOf(TREE, 'more-2').map(({ id, siblings }) => [id, siblings])).toEqual([
    ['question', ['question']],
    ['answer-1', ['answer-1', 'answer-2']],
    ['more-2', ['more-1', 'more-2']],
  ]);
  expect(branchOf(TREE, null)).toEqual([]);
});

test('switching to a branch lands on its newest leaf', () => {
  expect(leafBelow(TREE, 'answer-1')).toBe('more-2');
  expect(leafBelow(TREE, 'answer-2')).toBe('answer-2');
  expect(leafBelow(TREE, 'question')).toBe('answer-2');
});
