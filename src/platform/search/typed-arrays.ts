/**
 * Growing typed arrays. The index keeps numbers in them instead of objects, so that a hundred thousand documents
 * cost the garbage collector nothing.
 */
export type NumberArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array;

/** The array itself when it has `length` entries, else a copy with an eighth more room; new entries are zero. */
export function withRoom<A extends NumberArray>(array: A, length: number): A {
  if (length <= array.length) return array;
  const Kind = array.constructor as new (length: number) => A;
  const grown = new Kind(Math.max(length, array.length + (array.length >> 3), 64));
  grown.set(array);
  return grown;
}
