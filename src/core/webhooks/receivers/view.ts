/** Receivers as they are shown: rows, with their address and the word whether a secret is there. */
import type { Context } from '../../../kernel/context.ts';
import { listHolders } from '../secrets/store.ts';
import { pathOf, type Receiver } from './receiver.ts';
import type { ReceiverRow } from './store.ts';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export async function viewReceivers(
  { owner, db }: Pick<Context, 'owner' | 'db'>,
  rows: readonly ReceiverRow[],
): Promise<Receiver[]> {
  const ids = rows.filter(({ signing_key }) => signing_key === null).map(({ id }) => id);
  const holders = await listHolders(owner, db, ids);
  return rows.map(({ owner: _owner, ...row }) => ({
    ...row,
    path: pathOf(row.id),
    has_secret: row.signing_key !== null || holders.has(row.id),
    received_at: iso(row.received_at),
    created_at: new Date(row.created_at).toISOString(),
    removed_at: iso(row.removed_at),
  }));
}

export async function viewReceiver(ctx: Pick<Context, 'owner' | 'db'>, row: ReceiverRow): Promise<Receiver> {
  const [receiver] = await viewReceivers(ctx, [row]);
  return receiver as Receiver;
}
