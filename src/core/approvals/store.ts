/** All SQL of approvals. Moves between states are single updates with the old state in the condition, so none happens twice. */
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';
import type { Approval } from './approval.ts';

interface ApprovalRow {
  id: string;
  owner: string;
  operation: string;
  effect: Approval['effect'];
  input: string;
  input_hash: string;
  preview: string;
  place: string | null;
  state: Approval['state'];
  reason: string | null;
  created_at: number;
  expires_at: number;
  decided_at: number | null;
}

const tables = (db: Database) => sqlOf<{ approvals: ApprovalRow }>(db);

function approvalOf(row: ApprovalRow, now: number): Approval {
  const { id, operation, effect, preview, place, reason } = row;
  const isOver = (row.state === 'asked' || row.state === 'approved') && row.expires_at <= now;
  return {
    id,
    operation,
    effect,
    arguments: JSON.parse(row.input),
    preview,
    place,
    state: isOver ? 'expired' : row.state,
    reason,
    created_at: new Date(row.created_at).toISOString(),
    expires_at: new Date(row.expires_at).toISOString(),
  };
}

export async function insertApproval(owner: string, db: Database, row: Omit<ApprovalRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('approvals')
    .values({ ...row, owner })
    .execute();
}

export async function findApproval(owner: string, db: Database, id: string, now: number): Promise<Approval | null> {
  const row = await tables(db)
    .selectFrom('approvals')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? approvalOf(row, now) : null;
}

/** A call already asked for by the same place and still open, so that asking twice shows one card. */
export async function findAsked(
  owner: string,
  db: Database,
  call: { inputHash: string; place: string | null; now: number },
): Promise<Approval | null> {
  const row = await tables(db)
    .selectFrom('approvals')
    .selectAll()
    .where('owner', '=', owner)
    .where('input_hash', '=', call.inputHash)
    .where('place', call.place === null ? 'is' : '=', call.place)
    .where('state', '=', 'asked')
    .where('expires_at', '>', call.now)
    .executeTakeFirst();
  return row ? approvalOf(row, call.now) : null;
}

export async function listApprovals(
  owner: string,
  db: Database,
  page: { isOpen: boolean; limit: number; now: number },
): Promise<Approval[]> {
  const query = tables(db)
    .selectFrom('approvals')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at', 'desc')
    .limit(page.limit);
  const rows = await (page.isOpen
    ? query.where('state', '=', 'asked').where('expires_at', '>', page.now)
    : query
  ).execute();
  return rows.map((row) => approvalOf(row, page.now));
}

/** `asked` → `approved` or `denied`; false when it was decided before or has expired. */
export async function decideApproval(
  owner: string,
  db: Database,
  decision: { id: string; state: 'approved' | 'denied'; reason: string | null; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('approvals')
    .set({ state: decision.state, reason: decision.reason, decided_at: decision.now })
    .where('owner', '=', owner)
    .where('id', '=', decision.id)
    .where('state', '=', 'asked')
    .where('expires_at', '>', decision.now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** `approved` → `used`, for exactly this call; returns the approval spent, or null when there is none. */
export async function spendApproval(
  owner: string,
  db: Database,
  call: { inputHash: string; now: number },
): Promise<string | null> {
  const candidates = await tables(db)
    .selectFrom('approvals')
    .select('id')
    .where('owner', '=', owner)
    .where('input_hash', '=', call.inputHash)
    .where('state', '=', 'approved')
    .where('expires_at', '>', call.now)
    .execute();
  for (const { id } of candidates) {
    const { numUpdatedRows } = await tables(db)
      .updateTable('approvals')
      .set({ state: 'used' })
      .where('id', '=', id)
      .where('state', '=', 'approved')
      .executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return id;
  }
  return null;
}

/** Removes what was asked in these places, whatever came of it: the arguments hold what was said there. */
export async function forgetApprovals(owner: string, db: Database, places: readonly string[]): Promise<void> {
  if (places.length === 0) return;
  await tables(db).deleteFrom('approvals').where('owner', '=', owner).where('place', 'in', places).execute();
}

/** The newest approval spent for exactly this call. */
export async function findSpent(owner: string, db: Database, inputHash: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('approvals')
    .select('id')
    .where('owner', '=', owner)
    .where('input_hash', '=', inputHash)
    .where('state', '=', 'used')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The hash an approval is bound to, if it was said yes to. */
export async function approvedHash(owner: string, db: Database, id: string): Promise<string | null> {
  const row = await tables(db)
    .selectFrom('approvals')
    .select('input_hash')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('state', 'in', ['approved', 'used'])
    .executeTakeFirst();
  return row?.input_hash ?? null;
}
