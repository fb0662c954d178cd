import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineOperation, type Operation } from '../../kernel/operation.ts';
import { createLanguage } from './language.ts';

const ID = '7f3e2d1c-4b5a-4968-8776-655443322110';
const NOW = Date.parse('2026-03-04T10:00:00Z');
const REST = { output: z.object({}), permission: 'public', effect: 'write', run: async () => ({}) } as const;

const remember = defineOperation({
  ...REST,
  name: 'memory.facts.create',
  summary: 'Remembers a fact.',
  input: z.object({ text: z.string() }),
  examples: [
    { say: 'remember that I prefer tabs', input: { text: 'I prefer tabs' } },
    { say: 'note that the API runs on port 8002', input: { text: 'the API runs on port 8002' } },
  ],
});
const remove = defineOperation({
  ...REST,
  name: 'memory.facts.remove',
  summary: 'Removes a fact.',
  input: z.object({ id: z.uuid() }),
  examples: [
    { say: `delete fact ${ID}`, input: { id: ID } },
    { say: 'forget about dark mode', input: { id: ID }, refers: { id: 'dark mode' } },
  ],
});
const water = defineOperation({
  ...REST,
  name: 'garden.plants.water',
  summary: 'Waters a plant.',
  input: z.object({ plant: z.string(), liters: z.number(), tags: z.array(z.string()).optional() }),
  examples: [
    { say: 'water the basil with 2 liters', input: { plant: 'basil', liters: 2 } },
    {
      say: 'water the mint with 1 liters tagged herbs, balcony',
      input: { plant: 'mint', liters: 1, tags: ['herbs', 'balcony'] },
    },
  ],
});
const OPERATIONS = [remember, remove] as unknown as Operation[];
const understand = (text: string, operations = OPERATIONS) =>
  createLanguage(operations, { now: () => NOW }).understand(text);

test("keeps a person's own writing and drops the period that ends the sentence", () => {
  expect(understand('Please remember that Node.js, v24.1, is "our" runtime.').input).toEqual({
    text: 'Node.js, v24.1, is "our" runtime',
  });
});

test('understands an operation the moment it exists', () => {
  expect(understand('please water the fern with five liters').operation).toBeNull();
  const known = understand('please water the fern with five liters', [...OPERATIONS, water as unknown as Operation]);
  expect(known).toMatchObject({ operation: 'garden.plants.water', input: { plant: 'fern', liters: 5 }, missing: [] });
});

test('reads a list', () => {
  const known = understand('water the fern with 3 liters tagged shade and green', [
    ...OPERATIONS,
    water as unknown as Operation,
  ]);
  expect(known.input).toEqual({ plant: 'fern', liters: 3, tags: ['shade', 'green'] });
});

test('says which required field the sentence does not give', () => {
  const asked = understand('delete fact');
  expect(asked).toMatchObject({ operation: 'memory.facts.remove', input: {}, missing: ['id'] });
});

test('hands on the words that describe a thing instead of its id', () => {
  const asked = understand('forget about light mode');
  expect(asked).toMatchObject({
    operation: 'memory.facts.remove',
    input: {},
    missing: ['id'],
    refers: { id: 'light mode' },
  });
});

test.each([
  'hello',
  '',
  '?',
  'what is my cat called',
  'I prefer dark mode',
  'how do I deploy this',
])('leaves talk alone: "%s"', (text) => expect(understand(text).operation).toBeNull());

test('stays quick on a long message', () => {
  const long = `remember that ${'the quick brown fox jumps over the lazy dog and '.repeat(400)}rests`;
  const language = createLanguage(OPERATIONS, { now: () => NOW });
  const started = performance.now();
  const { operation, input } = language.understand(long);
  expect(operation).toBe('memory.facts.create');
  expect(String(input.text)).toHaveLength(long.length - 'remember that '.length);
  expect(performance.now() - started).toBeLessThan(1500);
});

test('knows nothing without operations', () =>
  expect(understand('list my goals', [])).toMatchObject({ operation: null }));

describe('what its owner taught', () => {
  const corrections = [{ say: 'brain dump: the oven is broken', operation: 'memory.facts.create' }];
  const language = createLanguage(OPERATIONS, { now: () => NOW });

  test.each([
    'brain dump: the oven is broken',
    'Please, brain dump: the oven is broken',
    'brain dump: the big oven is broken',
  ])('“%s” means the operation it was taught', (text) => {
    expect(language.understand(text).operation).toBeNull();
    expect(language.understand(text, { corrections }).operation).toBe('memory.facts.create');
  });

  test('changes no other sentence', () =>
    expect(language.understand('the oven is warm', { corrections }).operation).toBeNull());

  test('counts for nothing once its operation is gone', () =>
    expect(
      language.understand('brain dump: now', { corrections: [{ say: 'brain dump: now', operation: 'a.b' }] }),
    ).toMatchObject({ operation: null }));
});
