import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { modulesOfNima } from '../support/catalog.ts';
import { sharedNima } from '../support/nima.ts';

const operations = modulesOfNima().flatMap((module) => module.operations);
const named = operations.map((operation) => [operation.name, operation] as const);

describe.each(named)('%s', (_name, operation) => {
  test('has an example, and each of its examples is input it takes', () => {
    expect(operation.examples.length).toBeGreaterThan(0);
    for (const { input, refers = {}, say } of operation.examples) {
      expect(operation.input.safeParse(input).error, say).toBeUndefined();
      for (const words of Object.values(refers)) expect(say.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  test('names its failures in sentences that end', () => {
    const anything = new Proxy({}, { get: () => 7 });
    for (const { text } of Object.values(operation.errors)) expect(text(anything)).toMatch(/^\S.*[.?]$/s);
  });

  test('keeps secrets marked, so that no command line or audit shows them', () => {
    for (const [field, schema] of Object.entries(operation.input.shape)) {
      if (/password|secret|token$/i.test(field)) expect((schema as z.ZodType).meta()).toHaveProperty('secret', true);
    }
  });
});

const lists = named.filter(([name]) => /\.(list|search)$/.test(name));
test.each(lists)('%s gives no more than it is asked for, and never without end', (_name, operation) => {
  const { limit } = operation.input.shape as { limit?: z.ZodType };
  expect(limit, 'a list has a limit').toBeDefined();
  expect(limit?.safeParse(undefined).success).toBe(true);
  expect(limit?.safeParse(1_000_000).success).toBe(false);
});

describe('in chat, without any model', () => {
  const nima = sharedNima();
  const sentences = operations
    .filter(({ offeredIn, events }) => offeredIn.includes('chat') && events === undefined)
    .flatMap(({ name, examples }) => examples.map((example) => [example.say, name, example] as const));

  test.each(sentences)('“%s” means %s', (say, name, { input, refers }) => {
    const understood = nima().context().language.understand(say);
    const described = Object.keys(refers ?? {});
    const given = Object.fromEntries(Object.entries(input).filter(([field]) => !described.includes(field)));
    expect(understood).toMatchObject({ operation: name, input: given });
    expect(Object.keys(understood.refers ?? {})).toEqual(described);
    for (const field of described) expect(understood.missing).toContain(field);
  });
});
