import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase, testDialect } from '../../../test/support/database.ts';
import { inTransaction, type SqlDatabase, sqlOf } from './database.ts';
import { prepareQuery, readFirst } from './prepared.ts';

interface Tables {
  streams: { id: string; opened_at: number; alive_at: number; ended_at: number | null; stop_requested: number };
}

async function give(db: SqlDatabase, id: string, opened_at: number): Promise<void> {
  const values = { id, opened_at, alive_at: 0, ended_at: null, stop_requested: 0 };
  await sqlOf<Tables>(db).insertInto('streams').values(values).execute();
}

/** How hard the database works to keep a commit, in its own words. */
async function durability(db: SqlDatabase): Promise<unknown> {
  const question = testDialect === 'sqlite' ? sql`pragma synchronous` : sql`show synchronous_commit`;
  const { rows } = await question.execute(db.kysely);
  return Object.values(rows[0] as object)[0];
}

const WAITS_FOR_THE_DISK = testDialect === 'sqlite' ? 2 : 'on';
const LEAVES_IT_TO_THE_SYSTEM = testDialect === 'sqlite' ? 1 : 'off';

test('a relaxed transaction does not wait for the disk, and the next one does again', async () => {
  const db = await aDatabase();
  const before = await durability(db);
  const during = await inTransaction(db, async (tx) => durability(tx), { isRelaxed: true });
  const failing = inTransaction(db, () => Promise.reject(new Error('stop')), { isRelaxed: true });
  await expect(failing).rejects.toThrow('stop');
  expect(during).toBe(LEAVES_IT_TO_THE_SYSTEM);
  expect(await durability(db)).toBe(before);
  if (testDialect === 'sqlite') expect(before).toBe(WAITS_FOR_THE_DISK);
});

test('a relaxed transaction that fails leaves nothing behind', async () => {
  const db = await aDatabase();
  const failing = inTransaction(
    db,
    async (tx) => {
      await give(tx, 'a', 1);
      throw new Error('stop');
    },
    { isRelaxed: true },
  );
  await expect(failing).rejects.toThrow('stop');
  expect(await sqlOf<Tables>(db).selectFrom('streams').select('id').execute()).toEqual([]);
});

const openedById = prepareQuery((on, value) =>
  sqlOf<Tables>(on).selectFrom('streams').select(['opened_at']).where('id', '=', value('id')),
);

const openedAt = ({ opened_at }: { opened_at: number }): number => opened_at;

test('a prepared query beside an open transaction never sees what that one has not committed', async () => {
  const db = await aDatabase();
  const written = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const failing = inTransaction(db, async (tx) => {
    await give(tx, 'a', 1);
    written.resolve();
    await mayEnd.promise;
    throw new Error('stop');
  });
  await written.promise;
  const beside = readFirst(db, openedById, { id: 'a' }, openedAt);
  mayEnd.resolve();
  await expect(failing).rejects.toThrow('stop');
  expect(await beside).toBeNull();
});

test('a prepared query sees what was committed before it was asked', async () => {
  const db = await aDatabase();
  await give(db, 'a', 1);
  expect(await readFirst(db, openedById, { id: 'a' }, openedAt)).toBe(1);
  await sqlOf<Tables>(db).deleteFrom('streams').where('id', '=', 'a').execute();
  expect(await readFirst(db, openedById, { id: 'a' }, openedAt)).toBeNull();
});

test('a prepared query is built once and asks with new values each time, also within a transaction', async () => {
  const db = await aDatabase();
  let built = 0;
  const opened = prepareQuery((on, value) => {
    built += 1;
    return sqlOf<Tables>(on).selectFrom('streams').select(['opened_at']).where('id', '=', value('id'));
  });
  await give(db, 'a', 1);
  expect(await readFirst(db, opened, { id: 'a' }, openedAt)).toBe(1);
  const inside = await inTransaction(db, async (tx) => {
    await give(tx, 'b', 2);
    return readFirst(tx, opened, { id: 'b' }, openedAt);
  });
  expect(inside).toBe(2);
  expect(await readFirst(db, opened, { id: 'c' }, openedAt)).toBeNull();
  expect(built).toBe(1);
});
