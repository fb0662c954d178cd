import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import type { CliIo } from './io.ts';
import { readInput } from './read-input.ts';
import { shapeOf } from './shape.ts';

const operation = defineOperation({
  name: 'shelf.open',
  summary: 'Open a place',
  input: z.object({ source: z.string().meta({ localPath: true }), note: z.string().optional() }),
  output: z.object({}),
  permission: 'public',
  effect: 'read',
  examples: [{ say: 'open a place', input: { source: 'x' } }],
  run: async () => ({}),
});
const typed = (word: string, note = '') =>
  readInput(shapeOf(operation), { words: [word], options: note ? { note } : {}, file: undefined }, {} as CliIo);

test('a path that exists where the command is typed is sent in full, since a server stands elsewhere', async () => {
  expect(await typed('./src')).toEqual({ source: join(process.cwd(), 'src') });
});

test('an address, and what is no path at all, stay as they are', async () => {
  for (const source of ['https://example.org/a.git', 'technical', './not-there']) {
    expect(await typed(source)).toEqual({ source });
  }
});

test('other fields are never taken for paths', async () => {
  expect(await typed('technical', 'src')).toEqual({ source: 'technical', note: 'src' });
});
