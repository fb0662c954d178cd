/** What changes between two contents of a pack: facts and rules added, changed and removed, by id. Pure. */
import { z } from 'zod';
import { canonicalJson } from '../../../kernel/json.ts';
import { type PackContent, type PackFact, type PackRule, textOf } from '../format/content.ts';

const entrySchema = z.object({ id: z.string(), text: z.string() });
const changesSchema = z.object({
  added: z.array(entrySchema),
  changed: z.array(z.object({ id: z.string(), before: z.string(), after: z.string() })),
  removed: z.array(entrySchema),
});
export const diffSchema = z.object({ facts: changesSchema, rules: changesSchema });
export type PackDiff = z.output<typeof diffSchema>;

type Entry = PackFact | PackRule;
const shown = (entry: Entry) => ({ id: entry.id, text: textOf(entry) });

function changesOf(before: readonly Entry[], after: readonly Entry[]): z.output<typeof changesSchema> {
  const old = new Map(before.map((entry) => [entry.id, entry]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((entry) => {
    const was = old.get(entry.id);
    if (!was || canonicalJson(was) === canonicalJson(entry)) return [];
    return [{ id: entry.id, before: textOf(was), after: textOf(entry) }];
  });
  return {
    added: after.filter(({ id }) => !old.has(id)).map(shown),
    changed,
    removed: before.filter(({ id }) => !kept.has(id)).map(shown),
  };
}

export const diffOf = (before: PackContent, after: PackContent): PackDiff => ({
  facts: changesOf(before.facts, after.facts),
  rules: changesOf(before.rules, after.rules),
});

export const sizeOf = ({ facts, rules }: PackDiff) => {
  const count = (kind: 'added' | 'changed' | 'removed') => facts[kind].length + rules[kind].length;
  return { added: count('added'), changed: count('changed'), removed: count('removed') };
};
