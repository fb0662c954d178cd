/** SQL of the timeline of a key: what is and was held of it, putting facts in the past, and bringing them back. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { FactRow } from '../facts/row.ts';
import { updateFactRow } from '../facts/store.ts';
import { type Kind, membersOf } from './kinds.ts';
import type { Held, Retirement } from './settle.ts';

/** What is held, and of whom or what. */
export type HeldOf = Held & { readonly subject: string };

const tables = (db: Database) => sqlOf<{ memory_facts: FactRow }>(db);
const COLUMNS = ['id', 'subject', 'fact', 'attribute', 'value', 'trust', 'state', 'valid_from', 'valid_to'] as const;

type Row = Pick<FactRow, (typeof COLUMNS)[number]>;
const heldOf = (row: Row): HeldOf => ({
  ...row,
  subject: row.subject ?? '',
  attribute: row.attribute ?? '',
  value: row.value ?? '',
});

const kept = (owner: string, db: Database) =>
  tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where('owner', '=', owner)
    .where('removed_at', 'is', null)
    .where('state', 'in', ['current', 'past']);

/** Everything of one key that is held or was, newest first. */
export async function timelineOf(
  owner: string,
  db: Database,
  key: { subject: string; attribute: string },
): Promise<HeldOf[]> {
  const rows = await kept(owner, db)
    .where('subject', '=', key.subject)
    .where('attribute', '=', key.attribute)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(heldOf);
}

/** What is held under a name, whatever its attribute: `vim` as the editor, `use vim`. */
export async function heldOfValue(owner: string, db: Database, ...values: readonly string[]): Promise<HeldOf[]> {
  const attributes = values.flatMap((value) => [`use ${value}`, `has ${value}`, `has a ${value}`]);
  const rows = await kept(owner, db)
    .where('attribute', 'is not', null)
    .where(({ eb, or, and }) =>
      or([eb('value', 'in', values), and([eb('value', '=', 'yes'), eb('attribute', 'in', attributes)])]),
    )
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(heldOf);
}

/** What is held of a kind of tool: editors, shells. */
export const heldOfKind = (owner: string, db: Database, kind: Kind): Promise<HeldOf[]> =>
  heldOfValue(owner, db, ...membersOf(kind));

/** Puts a fact in the past; one that is there already only gets its end. */
export async function retireFact(
  owner: string,
  db: Database,
  { held, valid_from, valid_to }: Retirement,
  by: { at: number; id: string | null },
): Promise<void> {
  const isNew = held.state === 'current';
  await updateFactRow(owner, db, {
    id: held.id,
    valid_from,
    valid_to,
    ...(isNew ? { state: 'past', retired_at: by.at, replaced_by: by.id } : {}),
  });
}

/** What a fact put in the past. */
export async function replacedBy(owner: string, db: Database, id: string): Promise<HeldOf[]> {
  const rows = await kept(owner, db).where('replaced_by', '=', id).where('state', '=', 'past').execute();
  return rows.map(heldOf);
}

/** Of these keys, those of which something is held, as `subject attribute`. */
export async function isHeld(
  owner: string,
  db: Database,
  keys: readonly { subject: string | null; attribute: string | null }[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const subjects = [...new Set(keys.map(({ subject }) => subject))];
  const rows = await kept(owner, db)
    .where('state', '=', 'current')
    .where('attribute', 'is not', null)
    .where('subject', 'in', subjects)
    .where('attribute', 'in', [...new Set(keys.map(({ attribute }) => attribute))])
    .execute();
  return new Set(rows.map(({ subject, attribute }) => `${subject} ${attribute}`));
}

/** Ids of what is held of a key, or was; the newest first. */
export async function idsOfKey(
  owner: string,
  db: Database,
  {
    subject,
    attributes,
    states,
  }: { subject: string; attributes: readonly string[]; states: readonly FactRow['state'][] },
): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('memory_facts')
    .select(['id', 'attribute'])
    .where('owner', '=', owner)
    .where('subject', '=', subject)
    .where('attribute', 'in', attributes)
    .where('removed_at', 'is', null)
    .where('state', 'in', states)
    .orderBy('created_at', 'desc')
    .limit(50)
    .execute();
  return rows
    .toSorted((a, b) => attributes.indexOf(a.attribute ?? '') - attributes.indexOf(b.attribute ?? ''))
    .map(({ id }) => id);
}
