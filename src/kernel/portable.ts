/** What of a module a person takes along: tables of rows as JSON, read page by page and brought back in the same order. */
import type { Context } from './context.ts';

/** One row; bytes as `{ "$bytes": base64 }`. */
export type JsonRow = Readonly<Record<string, string | number | null | { readonly $bytes: string }>>;

export type RowKey = readonly (string | number)[];

export interface Portable {
  /** Of the table; stands beside each row. */
  readonly name: string;
  /** The owner's rows after a key, in the order of their keys; `next` is null at the end. */
  page(
    ctx: Pick<Context, 'owner' | 'db'>,
    after: RowKey | null,
    limit: number,
  ): Promise<{ readonly rows: readonly JsonRow[]; readonly next: RowKey | null }>;
  /** Brings rows in for the owner and returns how many were new. Rows that are there already are left as they are. */
  take(ctx: Pick<Context, 'owner' | 'db'>, rows: readonly JsonRow[]): Promise<number>;
}
