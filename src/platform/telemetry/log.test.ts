/** What the log shows, and what it must not. */
import { expect, test } from 'vitest';
import { Failure } from '../../kernel/errors.ts';
import { Secret } from '../../kernel/secret.ts';
import { createLog } from './log.ts';

function lineOf(data: object): string {
  const lines: string[] = [];
  createLog({ level: 'info', destination: { write: (line) => void lines.push(line) } }).info(
    'something happened',
    data,
  );
  return lines.join('');
}

test.each([
  ['a password field', { password: 'hunter2-hunter2' }],
  ['a bearer header', { headers: { authorization: 'Bearer hunter2-hunter2' } }],
  ['a wrapped secret', { key: new Secret('hunter2-hunter2') }],
  ['a token inside a sentence', { text: 'use nima_hunter2-hunter2 for it' }],
  ['a database address', { url: 'postgres://nima:hunter2-hunter2@db/nima' }],
  ['an error that quotes a key', { cause: new Error('401 for sk-hunter2-hunter2') }],
  [
    'the cause of a failure',
    { cause: new Failure('unavailable', 'x', { cause: new Error('Bearer hunter2-hunter2') }) },
  ],
])('keeps %s out of the log', (_what, data) => {
  expect(lineOf(data)).not.toContain('hunter2');
  expect(lineOf(data)).toContain('[secret]');
});

test('shows constant text with the data beside it', () => {
  expect(JSON.parse(lineOf({ turnId: 't1' }))).toMatchObject({ msg: 'something happened', turnId: 't1' });
});
