import { expect, test } from 'vitest';
import { piecesOf, spokenText } from './spoken-text.ts';

test('marks, addresses and code are not read aloud; the words are', () => {
  const text = spokenText(
    '## Two pods\n- `nima-api` at **488 Mi**\n- see [the limits](https://x.y/z)\n```yaml\na: 1\n```\n',
  );
  expect(text).toContain('Two pods');
  expect(text).toContain('nima-api at 488 Mi');
  expect(text).toContain('see the limits');
  expect(text).toContain('Code is left out.');
  expect(text).not.toMatch(/[#*`]|https/);
});

test('a long text is cut at sentences, a long sentence between words, and nothing is lost', () => {
  const long = `${'word '.repeat(100)}end.`;
  const pieces = piecesOf(`First. Second?\n${long}`);
  expect(pieces.slice(0, 2)).toEqual(['First.', 'Second?']);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(220);
  expect(pieces.slice(2).join(' ')).toBe(long);
});
