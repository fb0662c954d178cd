/** All SQL of users and credentials. Finding a user by name or a credential by its hash is how an owner becomes known. */
import { sql } from 'kysely';
import type { Database } from '../../kernel/context.ts';
import { sqlOf } from '../../platform/db/database.ts';
import { prepareQuery, readFirst } from '../../platform/db/prepared.ts';
import { Remembered } from '../../platform/db/remembered.ts';
import { hashToken } from './secrets.ts';
import type { Credential, CredentialKind, User } from './user.ts';

interface UserRow {
  id: string;
  name: string;
  password_hash: string;
  permissions: string;
  failed_count: number;
  failed_since: number;
  created_at: number;
}

interface CredentialRow {
  id: string;
  owner: string;
  kind: CredentialKind;
  name: string;
  token_hash: string;
  permissions: string;
  created_at: number;
  expires_at: number | null;
}

/** What a credential allows to whoever shows it. */
export interface Allowance {
  readonly id: string;
  readonly owner: string;
  readonly permissions: readonly string[];
  readonly expiresAt: number;
}

/** Credentials that came with the requests of the last moment, by their token: to hash it costs as much as all else here. */
const presented = new Remembered<Allowance>();

const tables = (db: Database) => sqlOf<{ users: UserRow; credentials: CredentialRow }>(db);
const iso = (ms: number): string => new Date(ms).toISOString();

function userOf({ id, name, permissions, created_at }: UserRow): User {
  return { id, name, permissions: JSON.parse(permissions), created_at: iso(created_at) };
}

function credentialOf({ id, name, created_at, expires_at }: CredentialRow): Credential {
  return { id, name, created_at: iso(created_at), expires_at: expires_at === null ? null : iso(expires_at) };
}

export async function countUsers(db: Database): Promise<number> {
  const { count } = await tables(db)
    .selectFrom('users')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function insertUser(db: Database, user: Omit<UserRow, 'failed_count' | 'failed_since'>): Promise<void> {
  await tables(db)
    .insertInto('users')
    .values({ ...user, failed_count: 0, failed_since: 0 })
    .execute();
}

export async function findUser(owner: string, db: Database): Promise<User | null> {
  const row = await tables(db).selectFrom('users').selectAll().where('id', '=', owner).executeTakeFirst();
  return row ? userOf(row) : null;
}

/** The sign-in record of a name, or of the first user when no name is given. */
export async function findSignIn(db: Database, name: string | undefined): Promise<UserRow | null> {
  const query = tables(db).selectFrom('users').selectAll().orderBy('created_at').limit(1);
  return (await (name === undefined ? query : query.where('name', '=', name)).executeTakeFirst()) ?? null;
}

/** Counts one wrong try, in a window that opens with the first; returns the count and when the window opened. */
export async function countFailure(
  owner: string,
  db: Database,
  { now, windowMs }: { now: number; windowMs: number },
): Promise<{ count: number; since: number }> {
  const isOpen = sql<boolean>`failed_since > ${now - windowMs}`;
  const { failed_count, failed_since } = await tables(db)
    .updateTable('users')
    .set({
      failed_count: sql`case when ${isOpen} then failed_count + 1 else 1 end`,
      failed_since: sql`case when ${isOpen} then failed_since else ${now} end`,
    })
    .where('id', '=', owner)
    .returning(['failed_count', 'failed_since'])
    .executeTakeFirstOrThrow();
  return { count: failed_count, since: failed_since };
}

export async function forgetFailures(owner: string, db: Database): Promise<void> {
  await tables(db).updateTable('users').set({ failed_count: 0, failed_since: 0 }).where('id', '=', owner).execute();
}

export async function updatePasswordHash(owner: string, db: Database, passwordHash: string): Promise<void> {
  await tables(db).updateTable('users').set({ password_hash: passwordHash }).where('id', '=', owner).execute();
}

export async function insertCredential(
  owner: string,
  db: Database,
  row: Omit<CredentialRow, 'owner'>,
): Promise<Credential> {
  await tables(db)
    .insertInto('credentials')
    .values({ ...row, owner })
    .execute();
  return credentialOf({ ...row, owner });
}

/** Newest first; those that have ended are left out. */
export async function listCredentials(
  owner: string,
  db: Database,
  { kind, now, limit }: { kind: CredentialKind; now: number; limit: number },
): Promise<Credential[]> {
  const rows = await tables(db)
    .selectFrom('credentials')
    .selectAll()
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(credentialOf);
}

export async function deleteEnded(
  owner: string,
  db: Database,
  { kind, now }: { kind: CredentialKind; now: number },
): Promise<void> {
  await tables(db)
    .deleteFrom('credentials')
    .where('owner', '=', owner)
    .where('kind', '=', kind)
    .where('expires_at', '<=', now)
    .execute();
}

/** Removes one credential, or all of a kind; returns how many there were. */
export async function deleteCredentials(
  owner: string,
  db: Database,
  which: { kind: CredentialKind; id?: string },
): Promise<number> {
  const query = tables(db).deleteFrom('credentials').where('owner', '=', owner).where('kind', '=', which.kind);
  const { numDeletedRows } = await (which.id ? query.where('id', '=', which.id) : query).executeTakeFirstOrThrow();
  presented.forget(db);
  return Number(numDeletedRows);
}

const credentialByHash = prepareQuery((db, value) =>
  tables(db)
    .selectFrom('credentials')
    .select(['id', 'owner', 'permissions', 'expires_at'])
    .where('token_hash', '=', value('tokenHash')),
);

const allowanceOf = (row: Pick<CredentialRow, 'id' | 'owner' | 'permissions' | 'expires_at'>): Allowance => ({
  id: row.id,
  owner: row.owner,
  permissions: JSON.parse(row.permissions),
  expiresAt: row.expires_at ?? Number.POSITIVE_INFINITY,
});

/** What the credential behind a token allows, whether it has expired or not. */
export const findAllowance = (db: Database, token: string): Allowance | null | Promise<Allowance | null> =>
  presented.find(db, token, () => readFirst(db, credentialByHash, { tokenHash: hashToken(token) }, allowanceOf));
