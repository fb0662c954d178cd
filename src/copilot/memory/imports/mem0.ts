/** Reads what mem0 gives out: `get_all` and exports, as `{ results: [{ memory, … }] }` or the list alone. Pure. */
import { z } from 'zod';
import type { ForeignMemory } from './formats.ts';

const memorySchema = z.object({
  memory: z.string().min(1),
  id: z.string().optional(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  categories: z.array(z.string()).nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

const timeOf = (text: string | null | undefined): string | null =>
  text && !Number.isNaN(Date.parse(text)) ? new Date(text).toISOString() : null;

export function readMem0(value: unknown): ForeignMemory | null {
  const of = value as { results?: unknown; memories?: unknown } | null;
  const list = Array.isArray(value) ? value : (of?.results ?? of?.memories);
  const parsed = z.array(memorySchema).min(1).safeParse(list);
  if (!parsed.success) return null;
  const facts = parsed.data.map(({ memory, id, created_at, updated_at, categories, metadata }) => ({
    fact: memory,
    at: timeOf(updated_at ?? created_at),
    metadata: { ...metadata, ...(id ? { foreign_id: id } : {}), ...(categories?.length ? { categories } : {}) },
  }));
  return { facts, talks: [], skipped: [] };
}
