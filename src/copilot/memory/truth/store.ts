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
const COLUMNS = [
  'created_at',
  'id',
  'subject',
  'fact',
  'attribute',
  'value',
  'trust',
  'state',
  'valid_from',
  'valid_to',
] as const;

type Row = Pick<FactRow, (typeof COLUMNS)[number]>;
const heldOf = (row: Row): HeldOf => ({
  ...row,
  subject: row.subject ?? '',
  attribute: row.attribute ?? '',
  value: row.value ?? '',
});

/** Sorted here: asked to sort, SQLite would walk all facts of an owner by time instead of looking up a key. */
const newestFirst = (a: { created_at: number }, b: { created_at: number }): number => b.created_at - a.created_at;
const IDS_MAX = 50;

/** The state as a check beside a lookup; by its bare name, SQLite takes it for the narrower way in and reads all that holds. */
const CHECKED_STATE = 'lower';

const kept = (owner: string, db: Database) =>
  tables(db)
    .selectFrom('memory_facts')
    .select(COLUMNS)
    .where('owner', '=', owner)
    .where('removed_at', 'is', null)
    .where(({ fn }) => fn<string>(CHECKED_STATE, ['state']), 'in', ['current', 'past']);

/** Everything of one key that is held or was, newest first. */
export async function timelineOf(
  owner: string,
  db: Database,
  key: { subject: string; attribute: string },
): Promise<HeldOf[]> {
  const rows = await kept(owner, db)
    .where('subject', '=', key.subject)
    .where('attribute', '=', key.attribute)
    .execute();
  return rows.toSorted(newestFirst).map(heldOf);
}

/** What is held under a name, whatever its attribute: `vim` as the editor, `use vim`. */
export async function heldOfValue(owner: string, db: Database, ...values: readonly string[]): Promise<HeldOf[]> {
  const attributes = values.flatMap((value) => [`use ${value}`, `has ${value}`, `has a ${value}`]);
  const rows = await kept(owner, db)
    .where('attribute', 'is not', null)
    .where(({ eb, or, and }) =>
      or([eb('value', 'in', values), and([eb('value', '=', 'yes'), eb('attribute', 'in', attributes)])]),
    )
    .execute();
  return rows.toSorted(newestFirst).map(heldOf);
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
  const rows = await kept(owner, db)
    .where('replaced_by', '=', id)
    .where(({ fn }) => fn<string>(CHECKED_STATE, ['state']), '=', 'past')
    .execute();
  return rows.map(heldOf);
}

/** Of these keys, those of which something is held, as `subject attribute`, and whether somebody vouches for it. */
export async function isHeld(
  owner: string,
  db: Database,
  keys: readonly { subject: string | null; attribute: string | null }[],
): Promise<Map<string, { isVouched: boolean }>> {
  if (keys.length === 0) return new Map();
  const rows = await kept(owner, db)
    .where(({ fn }) => fn<string>(CHECKED_STATE, ['state']), '=', 'current')
    .where('subject', 'in', [...new Set(keys.map(({ subject }) => subject))])
    .where('attribute', 'in', [...new Set(keys.map(({ attribute }) => attribute))])
    .execute();
  const held = new Map<string, { isVouched: boolean }>();
  for (const { subject, attribute, trust } of rows) {
    const key = `${subject} ${attribute}`;
    held.set(key, { isVouched: trust !== 'imported' || held.get(key)?.isVouched === true });
  }
  return held;
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
    .select(['id', 'attribute', 'created_at'])
    .where('owner', '=', owner)
    .where('subject', '=', subject)
    .where('attribute', 'in', attributes)
    .where('removed_at', 'is', null)
    .where(({ fn }) => fn<string>(CHECKED_STATE, ['state']), 'in', states)
    .execute();
  return rows
    .toSorted(newestFirst)
    .toSorted((a, b) => attributes.indexOf(a.attribute ?? '') - attributes.indexOf(b.attribute ?? ''))
    .slice(0, IDS_MAX)
    .map(({ id }) => id);
}
