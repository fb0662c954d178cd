import { expect, test } from 'vitest';
import { fieldsOf, initialOf, meantBy } from './form-fields.ts';

const fields = fieldsOf({
  type: 'object',
  properties: {
    state: { type: 'string', enum: ['open', 'closed'] },
    path: { type: 'string', maxLength: 1000, description: 'The `path`' },
    repo: { type: 'string', pattern: '^a' },
    text: { type: 'string' },
    limit: { type: 'integer', default: 20 },
    overwrite: { type: 'boolean', default: false },
    labels: { type: 'array', items: { type: 'string' } },
    headers: { type: 'object' },
  },
  required: ['path', 'text'],
});

test('each kind of parameter gets the field that fits it, what is needed first', () => {
  expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
    ['path', 'text', true],
    ['text', 'long', true],
    ['state', 'choice', false],
    ['repo', 'text', false],
    ['limit', 'number', false],
    ['overwrite', 'switch', false],
    ['labels', 'lines', false],
    ['headers', 'json', false],
  ]);
  expect(fields[0]?.hint).toBe('The path');
});

test('what was typed becomes the parameters, and what was left empty is left out', () => {
  const typed = {
    ...initialOf(fields),
    path: 'notes/a.md',
    overwrite: 'true',
    labels: 'bug\nnext',
    headers: '{"A":1}',
  };
  expect(meantBy(fields, typed)).toEqual({
    params: { path: 'notes/a.md', text: '', limit: 20, overwrite: true, labels: ['bug', 'next'], headers: { A: 1 } },
    faults: {},
  });
});

test('what cannot be meant is told at its field', () => {
  const typed = { ...initialOf(fields), limit: 'many', headers: '{' };
  expect(meantBy(fields, typed).faults).toEqual({
    path: 'Needed.',
    limit: 'Write a number.',
    headers: 'This is not JSON.',
  });
});
