/** The persona Nima wears for this owner: the shipped one with the owner's changes over it. */
import type { Context } from '../../kernel/context.ts';
import { zenEngineer } from './load.ts';
import type { PersonaPack } from './persona.ts';
import { listVersionRows } from './versions/store.ts';
import { worn } from './versions/version.ts';

export async function wornPersona({ owner, db }: Pick<Context, 'owner' | 'db'>): Promise<PersonaPack> {
  const pack = await zenEngineer.load();
  const [latest] = await listVersionRows(owner, db, 1);
  return latest ? { ...pack, persona: worn(pack.persona, latest.changes) } : pack;
}
