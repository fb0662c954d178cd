import { expect, test } from 'vitest';
import type { Method } from '../../kernel/operation.ts';
import { AddressTable } from './address-table.ts';
import type { Endpoint } from './endpoint.ts';

const at = (method: Method, path: string) => ({ method, path }) as Endpoint;

const table = new AddressTable([
  at('GET', '/v1/facts'),
  at('GET', '/v1/facts/export'),
  at('GET', '/v1/facts/{id}'),
  at('DELETE', '/v1/facts/{id}'),
  at('GET', '/v1/facts/{id}/history'),
]);

const found = (method: Method, path: string) => {
  const hit = table.find(method, path);
  return hit && [hit.endpoint.path, ...hit.values];
};

test('an address means the endpoint with its words, and says what stands for the id', () => {
  expect(found('GET', '/v1/facts')).toEqual(['/v1/facts']);
  expect(found('GET', '/v1/facts/7')).toEqual(['/v1/facts/{id}', '7']);
  expect(found('GET', '/v1/facts/7/history')).toEqual(['/v1/facts/{id}/history', '7']);
});

test('a fixed word wins over an id, and is an id where the method knows no such word', () => {
  expect(found('GET', '/v1/facts/export')).toEqual(['/v1/facts/export']);
  expect(found('GET', '/v1/facts/export/history')).toEqual(['/v1/facts/{id}/history', 'export']);
  expect(found('DELETE', '/v1/facts/export')).toEqual(['/v1/facts/{id}', 'export']);
});

test('an id may be written in percent code, and a broken code is taken as it stands', () => {
  expect(found('GET', '/v1/facts/a%2Fb')).toEqual(['/v1/facts/{id}', 'a/b']);
  expect(found('GET', '/v1/facts/%zz')).toEqual(['/v1/facts/{id}', '%zz']);
});

test('an address nobody has is not found, and a known one says which methods it takes', () => {
  expect(found('GET', '/v1/facts/7/other')).toBeNull();
  expect(found('GET', '/v1/facts//history')).toBeNull();
  expect(found('POST', '/v1/facts/7')).toBeNull();
  expect(table.methodsAt('/v1/facts/7')).toEqual(['GET', 'DELETE']);
  expect(table.methodsAt('/v2')).toEqual([]);
});
