import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jsonSchemaOf, typeText } from './schemas.ts';

const word = z.stringbool().or(z.boolean());

test.each([
  ['a word for yes or no', word, { type: 'boolean' }],
  ['one that is yes when left out', word.default(true), { type: 'boolean', default: true }],
  ['a date', z.iso.datetime(), { type: 'string', format: 'date-time' }],
  ['a whole number', z.int().min(1), { type: 'integer', minimum: 1 }],
  ['a number or nothing', z.number().nullable(), { anyOf: [{ type: 'number' }, { type: 'null' }] }],
  ['a secret', z.string().meta({ secret: true }), { type: 'string', secret: true }],
  ['a free record', z.record(z.string(), z.unknown()), { type: 'object', additionalProperties: {} }],
])('%s is said plainly', (_what, type, schema) => {
  const said = jsonSchemaOf(z.object({ it: type }), 'input').properties?.it;
  const isUnion = Array.isArray(said?.type);
  expect(isUnion ? { anyOf: (said?.type as string[]).map((each) => ({ type: each })) } : said).toEqual(schema);
});

describe('the words of a type', () => {
  test.each([
    [z.uuid().or(z.literal('current')), 'string (uuid) or "current"'],
    [z.array(z.enum(['a', 'b'])), 'list of "a" | "b"'],
    [z.int().nullable(), 'integer or null'],
    [z.unknown(), 'anything'],
  ])('%#', (type, words) => expect(typeText(jsonSchemaOf(type, 'input'))).toBe(words));
});
