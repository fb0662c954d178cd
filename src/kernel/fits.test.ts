import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fitting } from './fits.ts';

const noteSchema = z.object({
  id: z.uuid(),
  text: z.string().min(1).max(20),
  kind: z.enum(['plain', 'list']),
  share: z.number().min(0).lt(1),
  count: z.int().min(0),
  tags: z.array(z.string()).max(2),
  at: z.iso.datetime().nullable(),
  metadata: z.record(z.string(), z.unknown()),
  more: z.object({ isDone: z.boolean() }).optional(),
});

const NOTE = {
  id: '01a1fe83-343e-7000-9712-7218fac52ef9',
  text: 'Ada',
  kind: 'plain',
  share: 0.5,
  count: 3,
  tags: ['a'],
  at: '2026-11-21T10:00:00.000Z',
  metadata: { any: [1, { thing: null }] },
};

const fits = fitting(noteSchema);

describe('an answer', () => {
  test.each([
    ['with every field', NOTE],
    ['with what it may have', { ...NOTE, more: { isDone: true } }],
    ['with nothing where nothing may be', { ...NOTE, at: null, metadata: {}, tags: [] }],
  ])('%s fits', (_what, note) => expect(fits(note)).toBe(true));

  test.each([
    ['with a field unknown to its schema', { ...NOTE, secret: 'x' }],
    ['with an unknown field below', { ...NOTE, more: { isDone: true, by: 'ada' } }],
    ['without a field', { ...NOTE, at: undefined }],
    ['of another format', { ...NOTE, id: '01a1fe83' }],
    ['with a time that is none', { ...NOTE, at: 'today' }],
    ['with a text too long', { ...NOTE, text: 'x'.repeat(21) }],
    ['with an empty text', { ...NOTE, text: '' }],
    ['with a kind there is not', { ...NOTE, kind: 'other' }],
    ['with a share too large', { ...NOTE, share: 1 }],
    ['with half a count', { ...NOTE, count: 0.5 }],
    ['with a number that is none', { ...NOTE, share: Number.NaN }],
    ['with too many members', { ...NOTE, tags: ['a', 'b', 'c'] }],
    ['with a member of another kind', { ...NOTE, tags: [1] }],
    ['with an object that is a list', { ...NOTE, metadata: [] }],
    ['with a name that would change the object', { ...NOTE, metadata: JSON.parse('{"__proto__": 1}') }],
    ['of another class', Object.assign(Object.create({ isOther: true }), NOTE)],
    ['that is nothing', null],
  ])('%s is left to zod', (_what, note) => expect(fits(note)).toBe(false));
});

test('alternatives that cannot be mistaken for each other fit', () => {
  const time = fitting(z.union([z.iso.date(), z.iso.datetime()]));
  expect(['2026-11-21', '2026-11-21T10:00:00Z', 'today'].map(time)).toEqual([true, true, false]);
  const part = fitting(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('text'), text: z.string() }),
      z.object({ type: z.literal('file'), name: z.string() }),
    ]),
  );
  expect(part({ type: 'file', name: 'a' })).toBe(true);
  expect(part({ type: 'file', name: 'a', text: 'b' })).toBe(false);
  expect(part({ type: 'file', text: 'b' })).toBe(false);
});

test('an object open to other fields takes them', () => {
  const open = fitting(z.looseObject({ text: z.string() }));
  expect([{ text: 'a', more: 1 }, { text: 'a' }, { more: 1 }].map(open)).toEqual([true, true, false]);
});

test.each([
  ['a transform', z.string().transform((text) => text.trim())],
  ['a rule of its own', z.string().refine((text) => text !== 'x')],
  ['a default', z.string().default('x')],
  [
    'alternatives that may be mistaken',
    z.union([z.object({ text: z.string() }), z.object({ below: z.array(z.never()) })]),
  ],
  ['a format that is more than a pattern', z.url()],
  ['open ends of a kind', z.object({ text: z.string() }).catchall(z.string())],
  ['itself within', selfHolding()],
])('a schema with %s is left to zod, wherever it stands', (_what, schema) => {
  const samples = ['x', 'text', 'https://nima.example/', { text: 'x' }, { below: [] }];
  for (const [outer, wrap] of [
    [schema, (value: unknown) => value],
    [z.object({ inner: schema }), (inner: unknown) => ({ inner })],
    [z.array(schema), (value: unknown) => [value]],
  ] as const) {
    expect(samples.map((sample) => fitting(outer)(wrap(sample)))).toEqual(samples.map(() => false));
  }
});

function selfHolding(): z.ZodType {
  const tree = z.object({
    get below(): z.ZodType {
      return z.array(tree);
    },
  });
  return tree;
}
