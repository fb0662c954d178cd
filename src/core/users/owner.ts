/** The first owner, made when Nima starts on an empty database; and how a token becomes an actor. */
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Actor, Clock, Database } from '../../kernel/context.ts';
import type { FaceName } from '../../kernel/operation.ts';
import { generatePassword, generateToken, hashPassword, hashToken } from './secrets.ts';
import { type Allowance, countUsers, findAllowance, findSignIn, insertCredential, insertUser } from './store.ts';

interface Means {
  readonly db: Database;
  readonly clock: Clock;
  readonly newId: () => string;
}

const ALL = JSON.stringify(['*']);

/** Makes the owner on an empty database and returns the password, which is shown once; null when there is one already. */
export async function createOwner({ db, clock, newId }: Means): Promise<string | null> {
  if ((await countUsers(db)) > 0) return null;
  const password = generatePassword();
  await insertUser(db, {
    id: newId(),
    name: 'owner',
    password_hash: await hashPassword(password),
    permissions: ALL,
    created_at: clock.now(),
  });
  return password;
}

/** Who a token belongs to; null when it is unknown or has expired. A removed one ends at once. */
export function authenticate(
  { db, clock }: Means,
  token: string,
  face: FaceName,
): Actor | null | Promise<Actor | null> {
  const actorOf = (allowance: Allowance | null): Actor | null => {
    if (!allowance || allowance.expiresAt <= clock.now()) return null;
    const { id, owner, permissions } = allowance;
    return { kind: 'person', owner, permissions, face, credential: id };
  };
  const found = findAllowance(db, token);
  return found instanceof Promise ? found.then(actorOf) : actorOf(found);
}

/** The owner, for programs that hold the data folder itself. */
export async function ownerActor({ db }: Means, face: FaceName): Promise<Actor | null> {
  const owner = await findSignIn(db, undefined);
  return owner ? { kind: 'person', owner: owner.id, permissions: ['*'], face } : null;
}

/** The token by which this machine's command line signs in; only the user who runs Nima can read the file (0600). */
export async function ensureLocalToken(means: Means, file: string): Promise<string> {
  const known = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (known && (await authenticate(means, known, 'cli'))) return known;
  const owner = await findSignIn(means.db, undefined);
  if (!owner) throw new Error('There is no owner yet; createOwner comes first.');
  const token = generateToken();
  await insertCredential(owner.id, means.db, {
    id: means.newId(),
    kind: 'token',
    name: 'this machine',
    token_hash: hashToken(token),
    permissions: ALL,
    created_at: means.clock.now(),
    expires_at: null,
  });
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return token;
}
