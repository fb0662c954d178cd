import { afterEach, expect, test, vi } from 'vitest';
import { aDatabase } from '../../../test/support/database.ts';
import { inTransaction } from './database.ts';
import { Remembered } from './remembered.ts';

afterEach(() => vi.restoreAllMocks());

/** A row and how often it was looked up. */
function aRow(name: string | null) {
  const row = { name, looks: 0 };
  const look = async () => {
    row.looks += 1;
    return row.name;
  };
  return { row, look };
}

/** The monotonic clock, moved by hand. */
function aMonotonicClock() {
  const clock = { ms: 1000 };
  vi.spyOn(performance, 'now').mockImplementation(() => clock.ms);
  return clock;
}

test('what was found is believed for a tenth of a second, and then looked up again', async () => {
  const db = await aDatabase();
  const clock = aMonotonicClock();
  const names = new Remembered<string>();
  const { row, look } = aRow('ada');
  expect(await names.find(db, 'a', look)).toBe('ada');
  row.name = 'grace';
  clock.ms += 99;
  expect(await names.find(db, 'a', look)).toBe('ada');
  clock.ms += 1;
  expect(await names.find(db, 'a', look)).toBe('grace');
  expect(row.looks).toBe(2);
});

test('what a commit forgets is looked up again at once, and a roll-back forgets nothing', async () => {
  const db = await aDatabase();
  aMonotonicClock();
  const names = new Remembered<string>();
  const { row, look } = aRow('ada');
  await names.find(db, 'a', look);
  row.name = 'grace';
  const failing = inTransaction(db, async (tx) => {
    names.forget(tx);
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  expect(await names.find(db, 'a', look)).toBe('ada');
  await inTransaction(db, async (tx) => names.forget(tx));
  expect(await names.find(db, 'a', look)).toBe('grace');
});

test('a look-up that began before the change is not remembered', async () => {
  const db = await aDatabase();
  aMonotonicClock();
  const names = new Remembered<string>();
  const old = Promise.withResolvers<string>();
  const early = names.find(db, 'a', () => old.promise);
  names.forget(db);
  old.resolve('ada');
  expect(await early).toBe('ada');
  expect(await names.find(db, 'a', async () => 'grace')).toBe('grace');
});

test('nothing found is not remembered, nor what a transaction sees', async () => {
  const db = await aDatabase();
  aMonotonicClock();
  const names = new Remembered<string>();
  expect(await names.find(db, 'a', async () => null)).toBeNull();
  await inTransaction(db, async (tx) =>
    expect(await names.find(tx, 'a', async () => 'uncommitted')).toBe('uncommitted'),
  );
  expect(await names.find(db, 'a', async () => 'ada')).toBe('ada');
});

test('more keys than it holds are all found', async () => {
  const db = await aDatabase();
  const names = new Remembered<string>();
  const keys = Array.from({ length: 2500 }, (_, at) => `key ${at}`);
  for (const key of keys) expect(await names.find(db, key, async () => key)).toBe(key);
});
