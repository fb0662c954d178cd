import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { isStream } from '../../src/kernel/operation.ts';
import { modulesOfNima } from '../support/catalog.ts';
import { sharedNima } from '../support/nima.ts';
import { aSecondOwner } from '../support/people.ts';
import { outcomeOf } from './outcome.ts';
import { aWorld, type World } from './world.ts';

const nima = sharedNima();
const operations = modulesOfNima().flatMap((module) => module.operations);
const signal = new AbortController().signal;
let world: World;

beforeAll(async () => {
  world = await aWorld(nima());
});

/** What comes with Nima is everybody's. */
const SHIPPED: ReadonlySet<unknown> = new Set([
  ...readdirSync('packs/knowledge'),
  ...readdirSync('src/providers/integration'),
]);
const withId = operations.filter(({ input }) => 'id' in input.shape).map((each) => [each.name, each] as const);
describe.each(withId)('%s', (_name, operation) => {
  const ids = operation.examples.map(({ input }) => input).filter(({ id }) => id !== 'current' && !SHIPPED.has(id));

  test("finds nothing under another person's id, as under one that never was", async () => {
    await world.putBack();
    const other = await aSecondOwner(nima());
    const own = (await world.rows()).get('users')?.length;
    for (const input of ids) {
      const before = JSON.stringify([...(await world.rows())].filter(([table]) => !table.startsWith('audit')));
      const theirs = await outcomeOf(nima().host.run({ operation, input, actor: other, signal }));
      const unknown = { ...input, id: crypto.randomUUID() };
      const never = await outcomeOf(nima().host.run({ operation, input: unknown, actor: other, signal }));
      expect(theirs).toEqual(never);
      expect(theirs).toEqual({ failure: expect.stringMatching(/^not_found\//) });
      const after = JSON.stringify([...(await world.rows())].filter(([table]) => !table.startsWith('audit')));
      expect(after).toBe(before);
    }
    expect(own).toBe(2);
  });
});

const reads = operations.filter(({ effect }) => effect === 'read').map((each) => [each.name, each] as const);
test.each(reads)('%s only looks: not a row is different afterwards', async (_name, operation) => {
  await world.putBack();
  const before = await world.rows();
  for (const { input } of operation.examples) {
    const answer = await nima().host.run({ operation, input, actor: nima().owner, signal });
    if (isStream(answer)) await Array.fromAsync(answer);
  }
  expect(await world.rows()).toEqual(before);
});
