/** Whether an answer fits its schema is asked without zod where it can be; here zod is asked as well, of every answer and of what it is not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { isStream, type Operation } from '../../src/kernel/operation.ts';
import { modulesOfNima } from '../support/catalog.ts';
import { sharedNima } from '../support/nima.ts';
import { aWorld, type World } from './world.ts';

/** What may stand where something else should. */
const STRANGERS: readonly unknown[] = [
  ...[null, undefined, true, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60],
  ...['', 'x', '2026-11-21', '2026-11-21T10:00:00Z', '00000000-0000-4000-8000-000000000001', 'x'.repeat(5000)],
  ...[[], [null], {}, { x: 1 }, new Date(0)],
];

const nima = sharedNima();
const operations = modulesOfNima().flatMap((module) => module.operations);
const fitting = new Set<string>();
const answered = new Set<string>();

let world: World;
beforeAll(async () => {
  world = await aWorld(nima());
});

async function answersOf(operation: Operation): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const { input } of operation.examples) {
    await world.putBack();
    const run = nima().host.run({ operation, input, actor: world.owner.actor, signal: new AbortController().signal });
    const answer = await run.catch(() => undefined);
    if (answer !== undefined && !isStream(answer)) answers.push(answer);
  }
  return answers;
}

/** The value with each of its parts left out, doubled or replaced, one at a time. */
function* variantsOf(value: unknown): Generator<unknown> {
  yield* STRANGERS;
  if (Array.isArray(value)) {
    const [first, ...others] = value;
    for (const variant of value.length > 0 ? variantsOf(first) : []) yield [variant, ...others];
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  yield { ...value, unheardOf: 1 };
  for (const [key, member] of Object.entries(value)) {
    const { [key]: _gone, ...rest } = value as Record<string, unknown>;
    yield rest;
    for (const variant of variantsOf(member)) yield { ...value, [key]: variant };
  }
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (name, operation) => {
  test('what fits is what its schema would make of it', async () => {
    for (const answer of await answersOf(operation)) {
      answered.add(name);
      if (operation.fits(answer)) fitting.add(name);
      for (const variant of [answer, ...variantsOf(answer)]) {
        if (!operation.fits(variant)) continue;
        expect(operation.output.safeParse(variant)).toEqual({ success: true, data: variant });
      }
    }
  });
});

test('nearly every answer fits, so that nearly none is parsed', () => {
  const parsed = [...answered].filter((name) => !fitting.has(name));
  expect(answered.size).toBeGreaterThan(operations.length / 2);
  expect(parsed.length, parsed.join(', ')).toBeLessThan(answered.size / 10);
});
