import { beforeAll, describe, expect, test } from 'vitest';
import { isOffered } from '../../src/faces/mcp/tools.ts';
import type { Operation } from '../../src/kernel/operation.ts';
import { modulesOfNima } from '../support/catalog.ts';
import { sharedNima } from '../support/nima.ts';
import { callDirectly, WAYS_IN, type WayIn } from './ways-in.ts';
import { aWorld, type Person, type World } from './world.ts';

/** An example that waits for its owner, or that needs a server or a cluster nobody has here, is as good as answered. */
const SETTLED: ReadonlySet<string> = new Set([
  'forbidden/approval_needed',
  'unavailable/transcriber_missing',
  'invalid/kubeconfig_unusable',
  'invalid/project_folder_unusable',
  'unavailable/tool_server_unreachable',
]);

const nima = sharedNima();
const operations = modulesOfNima().flatMap((module) => module.operations);

/** What a way offers: streams that cannot be asked for as one answer are for people only. */
function offers({ face }: WayIn, operation: Operation): boolean {
  if (face === 'mcp') return isOffered(operation);
  return operation.offeredIn.includes(face) && (face !== 'chat' || operation.events === undefined);
}

let world: World;
beforeAll(async () => {
  world = await aWorld(nima());
});

async function bothWays(way: WayIn, operation: Operation, about: { input: Record<string, unknown>; by: Person }) {
  await world.putBack();
  const straight = await callDirectly(nima(), way, { operation, ...about });
  await world.putBack();
  return { straight, there: await way.call(nima(), { operation, ...about }) };
}

describe.each(WAYS_IN.map((way) => [way.face, way] as const))('through %s', (_face, way) => {
  const offered = operations.filter((operation) => offers(way, operation)).map((each) => [each.name, each] as const);

  describe.each(offered)('%s', (_name, operation) => {
    test('its examples get the answer the pipeline gives', async () => {
      for (const { input } of operation.examples) {
        const { straight, there } = await bothWays(way, operation, { input, by: world.owner });
        expect(there).toEqual(straight);
        const isSettled = 'output' in straight || SETTLED.has(straight.failure);
        expect(isSettled, JSON.stringify(straight)).toBe(true);
      }
    });

    test('a stranger, and who may do nothing, are refused alike', async () => {
      const input = operation.examples[0]?.input ?? {};
      for (const [by, failure] of [
        [world.nobody, 'unauthenticated/unauthenticated'],
        [world.powerless, 'forbidden/forbidden'],
      ] as const) {
        const { straight, there } = await bothWays(way, operation, { input, by });
        // A way in may know no strangers at all; then even what is public needs a name.
        if (way.face === 'mcp' && by === world.nobody) expect(there).toEqual({ failure });
        else expect(there).toEqual(straight);
        if (operation.permission !== 'public') expect(there).toEqual({ failure });
      }
    });

    test('input of a wrong shape is refused alike', async () => {
      for (const name of Object.keys(operation.input.shape)) {
        const input = { ...operation.examples[0]?.input, [name]: ['wrong', ['shape']] };
        if (operation.input.safeParse(input).success) continue;
        const { straight, there } = await bothWays(way, operation, { input, by: world.owner });
        const kinds = [straight, there].map((each) => ('failure' in each ? each.failure.split('/')[0] : 'answered'));
        expect([name, ...kinds]).toEqual([name, 'invalid', 'invalid']);
      }
    });
  });
});
