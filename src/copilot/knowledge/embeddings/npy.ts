/**
 * Vectors as a NumPy file, format 1.0: magic, version, header of Python literals padded to 64 bytes, then the rows. What
 * Nima writes, `numpy.load` reads. Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */

const MAGIC = '\x93NUMPY';
/** Magic, two bytes of version, two of header length. */
const PREAMBLE = 10;
const ALIGNMENT = 64;

/** `rows` × `dimensions` signed bytes. */
export interface Matrix {
  readonly rows: number;
  readonly dimensions: number;
  readonly values: Int8Array;
}

export function matrixOf(vectors: readonly Int8Array[], dimensions: number): Matrix {
  const values = new Int8Array(vectors.length * dimensions);
  for (const [row, vector] of vectors.entries()) values.set(vector, row * dimensions);
  return { rows: vectors.length, dimensions, values };
}

export const rowOf = ({ dimensions, values }: Matrix, row: number): Int8Array =>
  values.subarray(row * dimensions, (row + 1) * dimensions);

export function writeNpy({ rows, dimensions, values }: Matrix): Uint8Array {
  const header = `{'descr': '|i1', 'fortran_order': False, 'shape': (${rows}, ${dimensions}), }`;
  const padding = ALIGNMENT - ((PREAMBLE + header.length + 1) % ALIGNMENT);
  const padded = `${header}${' '.repeat(padding % ALIGNMENT)}\n`;
  const file = Buffer.alloc(PREAMBLE + padded.length + values.length);
  file.write(MAGIC, 'latin1');
  file.writeUInt8(1, MAGIC.length);
  file.writeUInt16LE(padded.length, MAGIC.length + 2);
  file.write(padded, PREAMBLE, 'latin1');
  file.set(new Uint8Array(values.buffer, values.byteOffset, values.length), PREAMBLE + padded.length);
  return file;
}

/** Null when the bytes are not exactly such a file of signed bytes. */
export function readNpy(bytes: Uint8Array): Matrix | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.length < PREAMBLE || file.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const start = PREAMBLE + file.readUInt16LE(MAGIC.length + 2);
  const header = file.toString('latin1', PREAMBLE, start);
  const shape = /^\{'descr': '\|i1', 'fortran_order': False, 'shape': \((\d+), (\d+)\), \}/.exec(header);
  if (!shape) return null;
  const [rows, dimensions] = [Number(shape[1]), Number(shape[2])];
  if (file.length - start !== rows * dimensions) return null;
  return { rows, dimensions, values: new Int8Array(file.buffer, file.byteOffset + start, rows * dimensions) };
}
