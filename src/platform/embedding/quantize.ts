/** Brings vectors into the one form Nima stores: unit length, each value × 127 as int8. */

/** Stays all zero when the vector has no length. */
export function quantize(vector: ArrayLike<number>): Int8Array {
  let squares = 0;
  for (let i = 0; i < vector.length; i += 1) squares += (vector[i] as number) ** 2;
  const quantized = new Int8Array(vector.length);
  if (!Number.isFinite(squares) || squares === 0) return quantized;
  const scale = 127 / Math.sqrt(squares);
  for (let i = 0; i < vector.length; i += 1) quantized[i] = Math.round((vector[i] as number) * scale);
  return quantized;
}
