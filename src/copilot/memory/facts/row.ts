/** A row of `memory_facts`, and the fact it is. Pure. */
import { isoTime } from '../../../kernel/iso-time.ts';
import type { Fact } from './fact.ts';

export interface FactRow {
  id: string;
  owner: string;
  fact: string;
  same_as: string;
  category: string;
  source: Fact['source'];
  trust: Fact['trust'];
  confidence: number;
  /** What it claims: see `truth/claim.ts`; null where it claims nothing that could be replaced. */
  subject: string | null;
  attribute: string | null;
  value: string | null;
  state: Fact['state'];
  /** Since when and until when it is so, milliseconds; null for always, and for still. */
  valid_from: number | null;
  valid_to: number | null;
  /** When Nima learned that it is over, and from which fact. */
  retired_at: number | null;
  replaced_by: string | null;
  conversation_id: string | null;
  turn_id: string | null;
  quote: string | null;
  metadata: string;
  vector: Uint8Array | null;
  embedder: string;
  created_at: number;
  updated_at: number;
  removed_at: number | null;
  revision: number;
}

const isoOr = (ms: number | null): string | null => (ms === null ? null : isoTime(ms));

/** Everything but the vector, which only the search index reads. */
export const COLUMNS = [
  'id',
  'owner',
  'fact',
  'category',
  'source',
  'trust',
  'confidence',
  'subject',
  'attribute',
  'value',
  'state',
  'valid_from',
  'valid_to',
  'retired_at',
  'replaced_by',
  'conversation_id',
  'turn_id',
  'quote',
  'metadata',
  'created_at',
  'updated_at',
  'removed_at',
] as const;

export function factOf(row: Pick<FactRow, (typeof COLUMNS)[number]>): Fact {
  const { id, owner, fact, category, source, trust, confidence, conversation_id, turn_id, quote } = row;
  const { subject, attribute, state, replaced_by } = row;
  return {
    id,
    user_id: owner,
    fact,
    category,
    source,
    trust,
    confidence,
    subject,
    attribute,
    state,
    valid_from: isoOr(row.valid_from),
    valid_to: isoOr(row.valid_to),
    replaced_by,
    evidence: turn_id === null ? null : { conversation_id, turn_id, quote },
    metadata: JSON.parse(row.metadata),
    created_at: isoTime(row.created_at),
    updated_at: isoTime(row.updated_at),
    retired_at: isoOr(row.retired_at),
    removed_at: isoOr(row.removed_at),
  };
}
