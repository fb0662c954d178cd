/** The packs an owner has: those that come with Nima and those installed, each with its state and a way to its content. */
import type { Context } from '../../../kernel/context.ts';
import { hashOf, type Manifest, type PackContent } from '../format/content.ts';
import type { Pack, PackState, PackTrust } from '../packs/pack.ts';
import { type InstalledPack, listInstalled, listStates, readContent } from '../packs/store.ts';
import { shippedPacks } from './shipped.ts';

export interface AvailablePack {
  readonly id: string;
  readonly manifest: Manifest;
  readonly state: PackState;
  readonly trust: PackTrust;
  /** Null for a shipped pack. */
  readonly installed: InstalledPack | null;
  /** Names this content within the process: what was made from it can be kept under this. */
  readonly key: string;
  load(): Promise<PackContent>;
}

type Reading = Pick<Context, 'owner' | 'db'>;

function installedPack({ owner, db }: Reading, installed: InstalledPack): AvailablePack {
  const { id, manifest, state, hash } = installed;
  const load = async () => {
    const content = await readContent(owner, db, installed);
    if (!content) throw new Error(`The content of the pack ${id} is not there.`);
    return content;
  };
  return { id, manifest, state, trust: 'installed', installed, key: hash, load };
}

/** In order of id. An installed pack never has the id of a shipped one: where an update of Nima brings one, that one counts. */
export async function availablePacks(ctx: Reading): Promise<AvailablePack[]> {
  const { owner, db } = ctx;
  const shipped = await shippedPacks.manifests();
  const states = await listStates(owner, db);
  const own = (await listInstalled(owner, db)).filter(({ id }) => !shipped.has(id));
  const packs: AvailablePack[] = [...shipped].map(([id, manifest]) => ({
    id,
    manifest,
    state: states.get(id) ?? 'by_topic',
    trust: 'shipped',
    installed: null,
    key: `shipped/${id}`,
    load: () => shippedPacks.content(id),
  }));
  return [...packs, ...own.map((pack) => installedPack(ctx, pack))].sort((a, b) => (a.id < b.id ? -1 : 1));
}

export async function findPack(ctx: Reading, id: string): Promise<AvailablePack | null> {
  return (await availablePacks(ctx)).find((pack) => pack.id === id) ?? null;
}

/** As operations show it. */
export async function packOf({ id, manifest, state, trust, installed, load }: AvailablePack): Promise<Pack> {
  const { name, category, version, description, licence, author } = manifest;
  return {
    id,
    name,
    category,
    version,
    description,
    state,
    trust,
    source: installed?.source ?? 'shipped',
    hash: installed?.hash ?? hashOf(await load()),
    licence,
    author,
    installed_at: installed ? new Date(installed.installedAt).toISOString() : null,
  };
}
