import { expect, test } from 'vitest';
import { matrixOf, readNpy, rowOf, writeNpy } from './npy.ts';

const vectors = [Int8Array.of(1, -2, 127), Int8Array.of(-127, 0, 5)];

test('vectors come back from the file as they went in', () => {
  const read = readNpy(writeNpy(matrixOf(vectors, 3)));
  expect(read).toMatchObject({ rows: 2, dimensions: 3 });
  expect(read && [rowOf(read, 0), rowOf(read, 1)]).toEqual(vectors);
});

test('the file is what NumPy writes for the same array', () => {
  // numpy.save of numpy.array([[1, -2, 127], [-127, 0, 5]], dtype=numpy.int8), format 1.0.
  const header = "{'descr': '|i1', 'fortran_order': False, 'shape': (2, 3), }";
  const expected = Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00\x76\x00', 'latin1'),
    Buffer.from(`${header.padEnd(117)}\n`, 'latin1'),
    Buffer.from([1, 254, 127, 129, 0, 5]),
  ]);
  const file = Buffer.from(writeNpy(matrixOf(vectors, 3)));
  expect(file.equals(expected)).toBe(true);
  expect((file.length - 6) % 64).toBe(0);
});

test.each([
  ['nothing', new Uint8Array()],
  ['another file', Buffer.from('PK\x03\x04 and so on, long enough')],
  ['one that is cut', writeNpy(matrixOf(vectors, 3)).subarray(0, 130)],
  [
    'one that claims more rows',
    Buffer.from(
      Buffer.from(writeNpy(matrixOf(vectors, 3)))
        .toString('latin1')
        .replace('(2, 3)', '(9, 3)'),
      'latin1',
    ),
  ],
])('%s is no such file', (_what, bytes) => {
  expect(readNpy(bytes)).toBeNull();
});
