/** SQL of which turns taught facts, and what became of those. */
import type { Database } from '../../../../kernel/context.ts';
import { checkedOwner, sqlOf } from '../../../../platform/db/database.ts';
import type { FactRow } from '../row.ts';

const tables = (db: Database) =>
  sqlOf<{ memory_facts: FactRow; memory_forgotten_turns: { owner: string; turn_id: string } }>(db);

/** True when a fact was ever learned from this turn, even if it was forgotten since. */
export async function hasLearnedFrom(owner: string, db: Database, turnId: string): Promise<boolean> {
  const row = await tables(db)
    .selectFrom('memory_facts')
    .select('id')
    .where('owner', '=', owner)
    .where('turn_id', '=', turnId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined || (await purgedTurns(owner, db, [turnId])).length > 0;
}

function purgedTurns(owner: string, db: Database, turnIds: readonly string[]): Promise<{ turn_id: string }[]> {
  return tables(db)
    .selectFrom('memory_forgotten_turns')
    .select('turn_id')
    .where('owner', '=', owner)
    .where('turn_id', 'in', turnIds)
    .execute();
}

/** Of these turns, those whose words are not brought up: what they taught was forgotten, or is over. */
export async function outdatedTurns(owner: string, db: Database, turnIds: readonly string[]): Promise<Set<string>> {
  if (turnIds.length === 0) return new Set();
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select('turn_id')
    .where(checkedOwner, '=', owner)
    .where('turn_id', 'in', turnIds)
    .where(({ eb, or }) => or([eb('removed_at', 'is not', null), eb('state', '=', 'past')]))
    .execute();
  const purged = await purgedTurns(owner, db, turnIds);
  return new Set([...rows, ...purged].flatMap(({ turn_id }) => turn_id ?? []));
}

/** Keeps, for the turns of facts about to be purged, that their words are not to be brought up. */
export async function keepForgotten(db: Database, removedBefore: number): Promise<void> {
  await tables(db)
    .insertInto('memory_forgotten_turns')
    .columns(['owner', 'turn_id'])
    .expression((from) =>
      from
        .selectFrom('memory_facts')
        .select(['owner', ({ ref }) => ref('turn_id').$notNull().as('turn_id')])
        .distinct()
        .where('removed_at', '<', removedBefore)
        .where('turn_id', 'is not', null),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
