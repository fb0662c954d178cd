import { beforeAll, describe, expect, test } from 'vitest';
import { routeOf } from '../../src/kernel/names.ts';
import { modulesOfNima } from '../support/catalog.ts';
import { sharedNima } from '../support/nima.ts';
import { aWorld, type World } from './world.ts';

const nima = sharedNima();
const endpoints = modulesOfNima()
  .flatMap((module) => module.operations)
  .filter(({ offeredIn }) => offeredIn.includes('rest'))
  .map((operation) => ({ operation, ...routeOf(operation) }));
let world: World;
beforeAll(async () => {
  world = await aWorld(nima());
});

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** Status and body; whatever is sent, never a failure of Nima's own, and always JSON that says what is wrong. */
async function ask({ method, path, body }: Asked): Promise<number> {
  const about = body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } };
  const response = await nima().request(path, { method, ...about });
  const text = await response.text();
  if (response.status >= 400) expect(JSON.parse(text)).toHaveProperty('error.message');
  // Something outside that is not there is no failure of Nima's own.
  const isOutside = response.status === 503 && JSON.parse(text).error.kind === 'unavailable';
  const said = `${method} ${path} ${body?.slice(0, 80) ?? ''} → ${text.slice(0, 300)}`;
  expect(isOutside || response.status < 500, said).toBe(true);
  return response.status;
}

const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  'NUL\u0000here',
  '\ud800 alone',
  "'; drop table users; --",
  '../../etc/passwd',
  '%',
  'x'.repeat(100_000),
  [],
  [[[[]]]],
  {},
  { $ne: null },
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{}}}'),
];

const named = endpoints.map((each) => [`${each.method} ${each.path}`, each] as const);
const takesBody = ({ method }: { method: string }) => method === 'POST' || method === 'PUT';

describe.each(named)('%s', (_name, endpoint) => {
  const { method, operation } = endpoint;
  const hasBody = takesBody(endpoint);
  const example = (operation.examples[0]?.input ?? {}) as Record<string, unknown>;
  const at = (id: unknown = example.id) => endpoint.path.replace('{id}', encodeURIComponent(String(id)));

  test('never fails of itself, whatever stands in its fields', async () => {
    await world.putBack();
    for (const name of Object.keys(operation.input.shape)) {
      for (const value of HOSTILE) {
        const input = { ...example, [name]: value };
        const word = (each: unknown) => (typeof each === 'string' ? each.toWellFormed() : JSON.stringify(each));
        if (name === 'id' && String(value) === '') continue;
        const words = Object.entries(input).map(([key, each]): [string, string] => [key, word(each)]);
        const path = at(typeof input.id === 'string' ? input.id.toWellFormed().slice(0, 2000) : input.id);
        await ask({
          method,
          path: hasBody ? path : `${path}?${new URLSearchParams(words)}`,
          ...(hasBody ? { body: JSON.stringify(input) } : {}),
        });
      }
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('knows its methods', async () => {
    const known = endpoints.filter(({ path }) => path === endpoint.path).map((each) => each.method as string);
    for (const other of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'].filter((each) => !known.includes(each))) {
      const status = await ask({ method: other, path: at(), ...(other === 'GET' ? {} : { body: '{}' }) });
      // Another operation may live at the same address under a fixed word.
      expect([400, 401, 403, 404, 405, 409]).toContain(status);
    }
  });
});

const withBody = named.filter(([, endpoint]) => takesBody(endpoint));
test.each(withBody)('%s says what is wrong with a body that is none', async (_name, { method, path, operation }) => {
  const { id } = (operation.examples[0]?.input ?? {}) as { id?: string };
  const at = { method, path: path.replace('{id}', String(id)) };
  for (const body of ['{', '{"a":', 'hello', '[]', '"text"', '12', 'null', '\u0000']) {
    expect(await ask({ ...at, body })).toBe(400);
  }
  expect(await ask({ ...at, body: `{"x":"${'x'.repeat(10_000_000)}"}` })).toBe(413);
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
  expect(await ask({ ...at, body: deep })).toBe(400);
});
