import { expect, test } from 'vitest';
import { afterEvent, EMPTY_LOG, isOver } from './task-log.ts';

const line = (seq: number) => ({ type: 'log', seq, at: '2026-11-21T09:12:00.000Z', line: `line ${seq}` }) as const;
const state = (seq: number, status: 'running' | 'succeeded') =>
  ({ type: 'state', seq, status, attempts: 1, summary: null, error: null, next_try_at: null }) as const;

test('a log grows line by line, and a line told twice stands once', () => {
  const log = [line(1), line(2), line(2), line(1), line(3)].reduce(afterEvent, EMPTY_LOG);
  expect(log.lines.map(({ line: text }) => text)).toEqual(['line 1', 'line 2', 'line 3']);
  expect(log.seq).toBe(3);
});

test('a log is over when the task is, not before', () => {
  const running = afterEvent(EMPTY_LOG, state(1, 'running'));
  expect(isOver(EMPTY_LOG)).toBe(false);
  expect(isOver(running)).toBe(false);
  expect(isOver(afterEvent(running, state(2, 'succeeded')))).toBe(true);
});
