import { expect, test } from 'vitest';
import type { TaskEvent } from '../../api/nima.ts';
import { followLog } from './follow-log.ts';

const line = (seq: number): TaskEvent => ({ type: 'log', seq, at: '2026-11-21T09:12:00.000Z', line: `line ${seq}` });
const done = (seq: number): TaskEvent => ({
  ...{ type: 'state', seq, status: 'succeeded', attempts: 1 },
  ...{ summary: 'Done.', error: null, next_try_at: null },
});

test('a log that breaks off is gone on with from the last line seen, and each line stands once', async () => {
  const [asked, told, lost]: [number[], string[], string[]] = [[], [], []];
  async function* follow(after: number): AsyncGenerator<TaskEvent> {
    asked.push(after);
    if (after === 0) {
      yield line(1);
      yield line(2);
      throw new TypeError('network error');
    }
    yield line(2);
    yield line(3);
    yield done(4);
  }
  const source = { follow, restored: async () => undefined, lose: () => lost.push('lost') };
  const tell = (log: { lines: readonly { line: string }[] }) => told.push(log.lines.map((each) => each.line).join());
  await followLog(source, tell, new AbortController().signal);
  expect(asked).toEqual([0, 2]);
  expect(lost).toEqual(['lost']);
  expect(told.at(-1)).toBe('line 1,line 2,line 3');
});
