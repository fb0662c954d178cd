/** The time zone of the owner, in which dates of goals are meant. */
import { preferencesOf } from '../../core/alerts/index.ts';
import type { Context } from '../../kernel/context.ts';

export const zoneOf = async (ctx: Context): Promise<string> => (await preferencesOf(ctx)).time_zone;
