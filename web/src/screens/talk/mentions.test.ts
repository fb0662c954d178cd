import { expect, test } from 'vitest';
import { mentionIn, withMention } from './mentions.ts';

test('only a word at the end that begins with @ is completed', () => {
  expect(mentionIn('what says @tech')).toBe('tech');
  expect(mentionIn('@')).toBe('');
  expect(mentionIn('ada@example')).toBeNull();
  expect(mentionIn('@technical says')).toBeNull();
});

test('the chosen name takes the place of what was typed, and nothing else', () => {
  expect(withMention('ask @a and @te', 'technical')).toBe('ask @a and @technical ');
});
