/** All SQL of evidence. */
import type { Database } from '../../../kernel/context.ts';
import { checkedOwner, sqlOf } from '../../../platform/db/database.ts';
import type { Evidence } from './evidence.ts';

export interface EvidenceRow {
  id: string;
  owner: string;
  goal_id: string;
  milestone_id: string | null;
  kind: Evidence['kind'];
  text: string;
  share: number;
  source_type: Evidence['source']['type'];
  source_id: string | null;
  conversation_id: string | null;
  quote: string | null;
  at: number;
  removed_at: number | null;
}

interface Tables {
  goal_evidence: EvidenceRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);

export function evidenceOf(row: EvidenceRow): Evidence {
  const { id, goal_id, milestone_id, kind, text, share, source_type, source_id, conversation_id, quote } = row;
  return {
    id,
    goal_id,
    milestone_id,
    kind,
    text,
    share,
    source: { type: source_type, id: source_id, conversation_id, quote },
    at: new Date(row.at).toISOString(),
    removed_at: row.removed_at === null ? null : new Date(row.removed_at).toISOString(),
  };
}

export async function insertEvidence(owner: string, db: Database, row: Omit<EvidenceRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('goal_evidence')
    .values({ ...row, owner })
    .execute();
}

export async function setEvidenceRemoved(
  owner: string,
  db: Database,
  { id, removed_at }: Pick<EvidenceRow, 'id' | 'removed_at'>,
): Promise<void> {
  await tables(db)
    .updateTable('goal_evidence')
    .set({ removed_at })
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

export async function findEvidenceRow(owner: string, db: Database, id: string): Promise<EvidenceRow | null> {
  const row = await tables(db)
    .selectFrom('goal_evidence')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Of these goals, oldest first; what was taken back only when asked for. */
export async function listEvidenceRows(
  owner: string,
  db: Database,
  { goalIds, isRemoved = false }: { goalIds: readonly string[]; isRemoved?: boolean },
): Promise<EvidenceRow[]> {
  if (goalIds.length === 0) return [];
  return tables(db)
    .selectFrom('goal_evidence')
    .selectAll()
    .where(checkedOwner, '=', owner)
    .where('goal_id', 'in', goalIds)
    .where('removed_at', isRemoved ? 'is not' : 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** True when this turn or task was ever evidence, even if that was taken back since: what was undone stays undone. */
export async function isEvidence(owner: string, db: Database, sourceId: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('goal_evidence')
    .select('id')
    .where('owner', '=', owner)
    .where('source_id', '=', sourceId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Leaves no words of a conversation, nor a link to it. */
export async function eraseQuotes(owner: string, db: Database, conversationId: string): Promise<void> {
  await tables(db)
    .updateTable('goal_evidence')
    .set({ quote: null, conversation_id: null })
    .where('owner', '=', owner)
    .where('conversation_id', '=', conversationId)
    .execute();
}
