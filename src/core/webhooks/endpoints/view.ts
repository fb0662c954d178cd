/** Endpoints as they are shown: rows, with the word whether a secret is there. */
import type { Context } from '../../../kernel/context.ts';
import { listHolders } from '../secrets/store.ts';
import type { Endpoint } from './endpoint.ts';
import type { EndpointRow } from './store.ts';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

export async function viewEndpoints(
  { owner, db }: Pick<Context, 'owner' | 'db'>,
  rows: readonly EndpointRow[],
): Promise<Endpoint[]> {
  const ids = rows.filter(({ signing_key }) => signing_key === null).map(({ id }) => id);
  const holders = await listHolders(owner, db, ids);
  return rows.map(({ owner: _owner, previous: _previous, ...row }) => ({
    ...row,
    events: JSON.parse(row.events),
    has_secret: row.signing_key !== null || holders.has(row.id),
    delivered_at: iso(row.delivered_at),
    created_at: new Date(row.created_at).toISOString(),
    updated_at: new Date(row.updated_at).toISOString(),
    removed_at: iso(row.removed_at),
  }));
}

export async function viewEndpoint(ctx: Pick<Context, 'owner' | 'db'>, row: EndpointRow): Promise<Endpoint> {
  const [endpoint] = await viewEndpoints(ctx, [row]);
  return endpoint as Endpoint;
}
