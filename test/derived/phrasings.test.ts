/** The sentences offline understanding learns from, beside the examples: each belongs to its module and fits its operation. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDescription, PHRASINGS_FILE, readPhrasings } from '../../src/platform/language/phrasings.ts';
import { readTalk as learnedTalk } from '../../src/platform/language/talk.ts';
import { readPhrasings as readSet, readTalk } from '../evals/language/score.ts';
import { modulesOfNima } from '../support/catalog.ts';

const modules = modulesOfNima().filter(({ folder }) => existsSync(join(folder, PHRASINGS_FILE)));
const phrasings = readPhrasings(modules);
const plain = (say: string) =>
  say
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe.each(modules.map((module) => [module.name, module] as const))('what people say to %s', (_name, module) => {
  const operations = new Map(module.operations.map((operation) => [operation.name, operation]));

  test('names operations of the module that are offered in chat', () => {
    for (const { operation, say } of readPhrasings([module]))
      expect(operations.get(operation)?.offeredIn, `${operation}: ${say}`).toContain('chat');
  });

  test('gives input the operation takes', () => {
    for (const { operation: name, say, input } of readPhrasings([module])) {
      const operation = operations.get(name);
      for (const [field, value] of Object.entries(input)) {
        const schema = operation?.input.shape[field];
        expect(schema, `${say}: ${name} has no ${field}`).toBeDefined();
        if (operation && isDescription(operation, field, value))
          expect(say.toLowerCase(), say).toContain(String(value).toLowerCase());
        else expect(schema?.safeParse(value).error, `${say}: ${field}`).toBeUndefined();
      }
    }
  });
});

test('no sentence means two operations', () => {
  const examples = modules
    .flatMap(({ operations }) => operations.filter(({ offeredIn }) => offeredIn.includes('chat')))
    .flatMap(({ name: operation, examples }) => examples.map(({ say }) => ({ operation, say })));
  const meanings = Map.groupBy([...examples, ...phrasings], ({ say }) => plain(say));
  const torn = [...meanings].filter(([, said]) => new Set(said.map(({ operation }) => operation)).size > 1);
  expect(torn.map(([say, said]) => [say, ...said.map(({ operation }) => operation)])).toEqual([]);
});

test('no sentence that understanding is measured with is learned from', () => {
  const halves = ['tuning', 'held-back', 'catalog-tuning', 'catalog-held-back', 'fresh-held-back'];
  const measured = new Set([
    ...halves.flatMap((half) => readSet(`${half}.tsv`).map(({ say }) => plain(say))),
    ...halves.flatMap((half) => readTalk(`${half}-talk.txt`).map(plain)),
  ]);
  const learned = [...phrasings.map(({ say }) => say), ...learnedTalk()];
  // Counted, not shown: whoever mends what is learned from is not to read the measure.
  expect(learned.filter((say) => measured.has(plain(say))).length).toBe(0);
});
