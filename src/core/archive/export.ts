/** One page of everything the owner has. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import type { Portable, RowKey } from '../../kernel/portable.ts';
import { lineSchema } from './archive.ts';

/** Where the next page begins: the table's place among all, and the key after which. */
const cursorSchema = z.tuple([z.int().min(0), z.array(z.union([z.string(), z.number()])).nullable()]);

export const portablesOf = ({ catalog }: Context): readonly Portable[] =>
  catalog.modules.flatMap(({ portable }) => portable);

function readCursor(cursor: string | undefined): { at: number; after: RowKey | null } | null {
  if (cursor === undefined) return { at: 0, after: null };
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return parsed.success ? { at: parsed.data[0], after: parsed.data[1] } : null;
  } catch {
    return null;
  }
}

const writeCursor = (at: number, after: RowKey | null): string =>
  Buffer.from(JSON.stringify([at, after])).toString('base64url');

export const exportArchive = defineOperation({
  name: 'archive.export',
  summary: 'Take along everything there is, a page at a time',
  input: z.object({
    cursor: z.string().max(2000).optional().describe('Of the page before; the first page without'),
    limit: z.int().min(1).max(2000).default(500),
  }),
  output: z.object({
    lines: z.array(lineSchema),
    cursor: z.string().nullable().describe('For the next page; null after the last'),
  }),
  errors: {
    cursor_unknown: { kind: 'invalid', text: () => 'That cursor is not one of an export. Begin without one.' },
  },
  permission: 'archive:read',
  effect: 'read',
  examples: [
    { say: 'export everything', input: {} },
    { say: 'take all my data along', input: {} },
  ],
  offeredIn: ['rest', 'cli'],
  async run(ctx, { cursor, limit }, fail) {
    const place = readCursor(cursor);
    if (!place) throw fail.cursor_unknown({});
    const portables = portablesOf(ctx);
    for (let { at, after } = place; at < portables.length; at += 1, after = null) {
      const table = portables[at] as Portable;
      const { rows, next } = await table.page(ctx, after, limit);
      if (rows.length === 0) continue;
      const lines = rows.map((row) => ({ table: table.name, row: { ...row } }));
      return { lines, cursor: next ? writeCursor(at, next) : writeCursor(at + 1, null) };
    }
    return { lines: [], cursor: null };
  },
});
