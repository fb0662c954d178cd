/** All SQL of packs: the owner's decisions, and the versions of what was installed. Content is data as it passed the gate. */
import type { Database } from '../../../kernel/context.ts';
import { sqlOf } from '../../../platform/db/database.ts';
import type { Manifest, PackContent } from '../format/content.ts';
import type { PackState } from './pack.ts';

interface PackRow {
  owner: string;
  id: string;
  state: PackState;
  /** The version in use; null for a shipped pack. */
  ordinal: number | null;
  changed_at: number;
}
interface VersionRow {
  owner: string;
  id: string;
  ordinal: number;
  version: string;
  hash: string;
  source: string;
  source_revision: string | null;
  manifest: string;
  content: string;
  installed_at: number;
}
interface Tables {
  knowledge_packs: PackRow;
  knowledge_versions: VersionRow;
}

const tables = (db: Database) => sqlOf<Tables>(db);

export interface InstalledVersion {
  readonly id: string;
  readonly ordinal: number;
  readonly version: string;
  readonly hash: string;
  readonly source: string;
  readonly sourceRevision: string | null;
  readonly installedAt: number;
}
export interface InstalledPack extends InstalledVersion {
  readonly state: PackState;
  readonly manifest: Manifest;
}

const ABOUT = ['ordinal', 'version', 'hash', 'source', 'source_revision', 'installed_at'] as const;

function versionOf(row: Pick<VersionRow, 'id' | (typeof ABOUT)[number]>): InstalledVersion {
  const { id, ordinal, version, hash, source, source_revision: sourceRevision, installed_at: installedAt } = row;
  return { id, ordinal, version, hash, source, sourceRevision, installedAt };
}

/** The owner's installed packs in their current version, without the content. */
export async function listInstalled(owner: string, db: Database): Promise<InstalledPack[]> {
  const rows = await tables(db)
    .selectFrom('knowledge_packs as pack')
    .innerJoin('knowledge_versions as kept', (join) =>
      join
        .onRef('kept.owner', '=', 'pack.owner')
        .onRef('kept.id', '=', 'pack.id')
        .onRef('kept.ordinal', '=', 'pack.ordinal'),
    )
    .select(['pack.id', 'pack.state', 'kept.manifest'])
    .select(ABOUT.map((column) => `kept.${column}` as const))
    .where('pack.owner', '=', owner)
    .orderBy('pack.id')
    .execute();
  return rows.map((row) => ({ ...versionOf(row), state: row.state, manifest: JSON.parse(row.manifest) }));
}

/** What the owner decided, by pack; a shipped pack that is not here was left as it came. */
export async function listStates(owner: string, db: Database): Promise<Map<string, PackState>> {
  const rows = await tables(db)
    .selectFrom('knowledge_packs')
    .select(['id', 'state'])
    .where('owner', '=', owner)
    .execute();
  return new Map(rows.map(({ id, state }) => [id, state]));
}

export async function readContent(owner: string, db: Database, at: { id: string; ordinal: number }) {
  const row = await tables(db)
    .selectFrom('knowledge_versions')
    .select('content')
    .where('owner', '=', owner)
    .where('id', '=', at.id)
    .where('ordinal', '=', at.ordinal)
    .executeTakeFirst();
  return row ? (JSON.parse(row.content) as PackContent) : null;
}

/** Newest first. */
export async function listVersions(owner: string, db: Database, id: string): Promise<InstalledVersion[]> {
  const rows = await tables(db)
    .selectFrom('knowledge_versions')
    .select(['id', ...ABOUT])
    .where('owner', '=', owner)
    .where('id', '=', id)
    .orderBy('ordinal', 'desc')
    .execute();
  return rows.map(versionOf);
}

/** Sets the state of a pack, or its version, or both. The first decision about a shipped pack makes its row. */
export async function putPack(owner: string, db: Database, pack: Omit<PackRow, 'owner'>): Promise<void> {
  await tables(db)
    .insertInto('knowledge_packs')
    .values({ ...pack, owner })
    .onConflict((conflict) => conflict.columns(['owner', 'id']).doUpdateSet({ ...pack }))
    .execute();
}

/** False when this owner has the pack already. */
export async function claimPack(owner: string, db: Database, pack: Omit<PackRow, 'owner'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('knowledge_packs')
    .values({ ...pack, owner })
    .onConflict((conflict) => conflict.columns(['owner', 'id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes the row of an installed pack, so that a second writer waits; false when it is not there. */
export async function lockPack(owner: string, db: Database, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('knowledge_packs')
    .set(({ ref }) => ({ changed_at: ref('changed_at') }))
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('ordinal', 'is not', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

export interface NewVersion extends InstalledVersion {
  readonly content: PackContent;
}

export async function insertVersion(owner: string, db: Database, added: NewVersion): Promise<void> {
  const { id, ordinal, version, hash, source, sourceRevision, content, installedAt } = added;
  await tables(db)
    .insertInto('knowledge_versions')
    .values({
      owner,
      id,
      ordinal,
      version,
      hash,
      source,
      source_revision: sourceRevision,
      manifest: JSON.stringify(content.manifest),
      content: JSON.stringify(content),
      installed_at: installedAt,
    })
    .execute();
}

/** Erases versions of a pack: those with an ordinal below `below`, or from `from` on. */
export async function removeVersions(
  owner: string,
  db: Database,
  { id, below, from }: { id: string; below?: number; from?: number },
): Promise<void> {
  let query = tables(db).deleteFrom('knowledge_versions').where('owner', '=', owner).where('id', '=', id);
  if (below !== undefined) query = query.where('ordinal', '<', below);
  if (from !== undefined) query = query.where('ordinal', '>=', from);
  await query.execute();
}

/** Erases a pack with all its versions; false when it is not installed. */
export async function removePackRows(owner: string, db: Database, id: string): Promise<boolean> {
  await removeVersions(owner, db, { id });
  const { numDeletedRows } = await tables(db)
    .deleteFrom('knowledge_packs')
    .where('owner', '=', owner)
    .where('id', '=', id)
    .where('ordinal', 'is not', null)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
