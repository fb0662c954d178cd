import { expect, test } from 'vitest';
import { pairsOf } from './tool-words.ts';

test('variables are read one a line, and a line that is none is told', () => {
  expect(pairsOf('TOKEN = env:TOKEN\n\nCITY=Lisbon\nQUERY=a=b')).toEqual({
    TOKEN: 'env:TOKEN',
    CITY: 'Lisbon',
    QUERY: 'a=b',
  });
  expect(pairsOf('')).toEqual({});
  expect(pairsOf('TOKEN')).toBeNull();
});
