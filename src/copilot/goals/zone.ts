/** The time zone of the owner, in which dates of goals are meant. */
import type { Context } from '../../kernel/context.ts';
import { type Zone, zoneNamed } from './deadline/wall-time.ts';

export async function zoneOf(_ctx: Context): Promise<Zone> {
  return zoneNamed('UTC');
}
