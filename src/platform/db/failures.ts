/** Database errors in Nima's words: a full disk, a locked file or a lost server is `unavailable`, with the cause kept. */
import { Failure } from '../../kernel/errors.ts';

interface DriverError {
  readonly errcode?: number;
  readonly code?: string;
}

/** SQLite primary result codes, sqlite.org/rescode.html. */
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;

const SQLITE_TEXTS: Readonly<Record<number, string>> = {
  [SQLITE_BUSY]: 'The database is busy with another program. Try again in a moment.',
  [SQLITE_READONLY]: 'The data folder cannot be written. Check its owner and rights.',
  [SQLITE_IOERR]: 'The disk could not be read or written. Nothing was changed; check the disk and try again.',
  [SQLITE_CORRUPT]: 'The database file is damaged. Stop Nima and restore the last backup.',
  [SQLITE_FULL]: 'The disk is full. Nothing was changed; free some space and try again.',
};

/** PostgreSQL class 08 (connection), 53 (resources) and 57P (shutdown), plus the socket errors of Node. */
const LOST_SERVER = /^(08|53|57P|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE)/;

export function databaseFailure(thrown: unknown): unknown {
  if (thrown instanceof Failure || !(thrown instanceof Error)) return thrown;
  const { errcode, code } = thrown as DriverError;
  const text = errcode === undefined ? undefined : SQLITE_TEXTS[errcode & 0xff];
  if (text) return new Failure('unavailable', text, { code: 'database_unavailable', cause: thrown });
  const isLost =
    LOST_SERVER.test(code ?? '') ||
    /Connection terminated|timeout exceeded when trying to connect/.test(thrown.message);
  if (!isLost) return thrown;
  return new Failure(
    'unavailable',
    'PostgreSQL cannot be reached. Check DATABASE_URL and the server, then try again.',
    {
      code: 'database_unavailable',
      cause: thrown,
    },
  );
}

/** True when a write met a unique key that already stands. */
export function isUniqueViolation(thrown: unknown): boolean {
  const { errcode, code } = (thrown ?? {}) as DriverError;
  return code === '23505' || errcode === 1555 || errcode === 2067;
}
