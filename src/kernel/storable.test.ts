import { expect, test } from 'vitest';
import { storable } from './storable.ts';

test('a NUL is lost wherever it stands in a value; all else stays as it was', () => {
  const value = { text: 'a\0b', list: ['\0', 1, null, true], inner: { deep: 'x' } };
  expect(storable(value)).toEqual({ text: 'ab', list: ['', 1, null, true], inner: { deep: 'x' } });
  const date = new Date(0);
  expect(storable({ date })).toEqual({ date });
});

test('a key called __proto__ stays a key', () => {
  const value = storable(JSON.parse('{"__proto__": {"polluted": 1}}')) as object;
  expect(Object.keys(value)).toEqual(['__proto__']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('what is nested without measure is refused instead of walked', () => {
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
  expect(() => storable({ deep })).toThrow('deeper than 64 levels');
});
