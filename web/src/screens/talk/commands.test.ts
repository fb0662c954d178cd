import { expect, test } from 'vitest';
import { commandsFor } from './commands.ts';

test('a slash offers every command, its letters fewer', () => {
  expect(commandsFor('/').length).toBeGreaterThan(4);
  expect(commandsFor('/re').map(({ name }) => name)).toEqual(['/remember']);
});

test('a path or a sentence is no command', () => {
  for (const text of ['', 'tell me /help', '/etc/hosts', '/remember me', '/nothing']) {
    expect(commandsFor(text)).toEqual([]);
  }
});
