/** A line of an archive: a row and the table it belongs to. */
import { z } from 'zod';

export const lineSchema = z.object({
  table: z.string().max(100),
  row: z.record(z.string().max(100), z.union([z.string(), z.number(), z.null(), z.object({ $bytes: z.string() })])),
});
export type ArchiveLine = z.output<typeof lineSchema>;
