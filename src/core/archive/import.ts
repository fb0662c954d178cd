/** Brings a page of an archive in. Rows that are there already stay as they are, so a page may come twice. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { lineSchema } from './archive.ts';
import { portablesOf } from './export.ts';

/** A page of the largest export. */
const LINES_MAX = 2000;

export const importArchive = defineOperation({
  name: 'archive.import',
  summary: 'Bring in a page of what was exported from a Nima',
  input: z.object({ lines: z.array(lineSchema).max(LINES_MAX).describe('In the order of the export') }),
  output: z.object({
    taken: z.int().describe('Rows that were new'),
    known: z.int().describe('Rows that were there already'),
    unknown_tables: z.array(z.string()).describe('Tables this Nima does not have; their rows were left out'),
  }),
  permission: 'archive:write',
  effect: 'write',
  // What an archive says is taken as the owner's own word.
  onlyPeople: true,
  examples: [{ say: 'import an export of another Nima', input: { lines: [] } }],
  offeredIn: ['rest', 'cli'],
  run: (ctx, { lines }) =>
    ctx.transaction(async (tx) => {
      const portables = new Map(portablesOf(tx).map((portable) => [portable.name, portable]));
      const byTable = Map.groupBy(lines, ({ table }) => table);
      let [taken, offered] = [0, 0];
      for (const [name, portable] of portables) {
        const rows = (byTable.get(name) ?? []).map(({ row }) => row);
        if (rows.length === 0) continue;
        offered += rows.length;
        taken += await portable.take(tx, rows);
      }
      const unknown = [...byTable.keys()].filter((name) => !portables.has(name));
      return { taken, known: offered - taken, unknown_tables: unknown };
    }),
});
