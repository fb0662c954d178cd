/** All SQL of standing instructions. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Instruction } from './instruction.ts';

interface InstructionRow {
  id: string;
  owner: string;
  text: string;
  is_active: number;
  created_at: number;
  updated_at: number;
}

const tables = (db: Database) => sqlOf<{ conversation_instructions: InstructionRow }>(db);

const instructionOf = ({ id, text, is_active, created_at, updated_at }: InstructionRow): Instruction => ({
  id,
  text,
  is_active: is_active === 1,
  created_at: new Date(created_at).toISOString(),
  updated_at: new Date(updated_at).toISOString(),
});

export async function insertInstruction(
  owner: string,
  db: Database,
  row: Omit<InstructionRow, 'owner'>,
): Promise<void> {
  await tables(db)
    .insertInto('conversation_instructions')
    .values({ ...row, owner })
    .execute();
}

/** Oldest first: the order in which they were given. */
export async function listInstructionRows(owner: string, db: Database, limit: number): Promise<Instruction[]> {
  const rows = await tables(db)
    .selectFrom('conversation_instructions')
    .selectAll()
    .where('owner', '=', owner)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(instructionOf);
}

export async function findInstruction(owner: string, db: Database, id: string): Promise<Instruction | null> {
  const row = await tables(db)
    .selectFrom('conversation_instructions')
    .selectAll()
    .where('owner', '=', owner)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? instructionOf(row) : null;
}

export async function updateInstructionRow(
  owner: string,
  db: Database,
  change: { id: string; text?: string; is_active?: number; updated_at: number },
): Promise<void> {
  const { id, ...values } = change;
  await tables(db)
    .updateTable('conversation_instructions')
    .set(values)
    .where('owner', '=', owner)
    .where('id', '=', id)
    .execute();
}

export async function deleteInstruction(owner: string, db: Database, id: string): Promise<void> {
  await tables(db).deleteFrom('conversation_instructions').where('owner', '=', owner).where('id', '=', id).execute();
}
