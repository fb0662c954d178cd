/** A fact or rule as it is cited: its text, where it comes from, and whether it is due for a check. */
import { z } from 'zod';
import type { PackFact, PackRule } from '../format/content.ts';
import { endOf, sourceSchema } from '../format/text.ts';
import type { AvailablePack } from '../library/available.ts';
import { PACK_TRUSTS } from '../packs/pack.ts';

export const passageSchema = z.object({
  id: z.string().describe('Pack and fact: `technical/dns-ttl`'),
  pack: z.string(),
  pack_name: z.string(),
  kind: z.enum(['fact', 'rule']),
  text: z.string(),
  citation: z.string().describe('`Technical · dns-ttl, 2025-06`'),
  source: sourceSchema.nullable(),
  as_of: z.string().nullable(),
  review_by: z.string().nullable(),
  is_overdue: z.boolean().describe('Its date of review has passed: check before relying on it'),
  region: z.string().nullable(),
  trust: z.enum(PACK_TRUSTS),
});
export type Passage = z.output<typeof passageSchema>;

export function passageOf(
  pack: AvailablePack,
  item: { entry: PackFact | PackRule; text: string },
  now: number,
): Passage {
  const { entry, text } = item;
  const { id, source = null, as_of = null, review_by = null, region = null } = entry;
  const { name } = pack.manifest;
  return {
    id: `${pack.id}/${id}`,
    pack: pack.id,
    pack_name: name,
    kind: 'fact' in entry ? 'fact' : 'rule',
    text,
    citation: `${name} · ${id}${as_of ? `, ${as_of}` : ''}`,
    source,
    as_of,
    review_by,
    is_overdue: review_by !== null && now >= endOf(review_by),
    region,
    trust: pack.trust,
  };
}
