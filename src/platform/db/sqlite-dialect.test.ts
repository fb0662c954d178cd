import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompiledQuery } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openSqliteFile, SqliteConnection } from './sqlite-dialect.ts';

const run = (connection: SqliteConnection, sql: string) => connection.executeQuery(CompiledQuery.raw(sql));
const count = (connection: SqliteConnection): unknown => connection.firstRow('select count(*) as n from notes', [])?.n;

/** One file, opened by two programs. */
async function twoPrograms() {
  const folder = mkdtempSync(join(tmpdir(), 'nima-sqlite-'));
  const [ours, theirs] = [openSqliteFile(join(folder, 'nima.db')), openSqliteFile(join(folder, 'nima.db'))];
  onTestFinished(() => {
    for (const connection of [ours, theirs]) connection.close();
    rmSync(folder, { recursive: true });
  });
  await run(ours, 'create table notes (id integer primary key)');
  await nextTurn();
  return { folder, ours, theirs };
}

const write = (connection: SqliteConnection) => run(connection, 'insert into notes default values');

test('reads of one turn see one state of the database, those of the next turn what others have written', async () => {
  const { ours, theirs } = await twoPrograms();
  const before = [count(ours), count(ours)];
  void write(theirs);
  expect([...before, count(ours)]).toEqual([0, 0, 0]);
  await nextTurn();
  expect([count(ours), count(ours)]).toEqual([1, 1]);
});

test('a write of the same turn is done at once, seen by the reads after it and by others', async () => {
  const { ours, theirs } = await twoPrograms();
  const before = [count(ours), count(ours)];
  await write(ours);
  expect([...before, count(ours), count(theirs)]).toEqual([0, 0, 1, 1]);
});

test('reads together are no transaction that anybody has to wait for', async () => {
  const { ours, theirs } = await twoPrograms();
  expect([count(ours), count(ours)]).toEqual([0, 0]);
  expect(ours.isTransaction).toBe(false);
  await write(theirs);
  expect(count(theirs)).toBe(1);
});

test('a shared transaction that the database ended by itself ends no program', async () => {
  const { folder } = await twoPrograms();
  const database = new DatabaseSync(join(folder, 'nima.db'));
  const ours = new SqliteConnection(database);
  expect([count(ours), count(ours)]).toEqual([0, 0]);
  database.exec('rollback');
  await nextTurn();
  expect([count(ours), count(ours)]).toEqual([0, 0]);
  ours.close();
});

test('the end of a turn leaves an open transaction open', async () => {
  const { ours, theirs } = await twoPrograms();
  count(ours);
  await run(ours, 'begin immediate');
  await write(ours);
  const within = [count(ours), count(ours)];
  await nextTurn();
  expect({ within, isOpen: ours.isTransaction, outside: count(theirs) }).toEqual({
    within: [1, 1],
    isOpen: true,
    outside: 0,
  });
  await run(ours, 'commit');
  expect(count(theirs)).toBe(1);
});
