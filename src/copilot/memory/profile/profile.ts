/** The human profile: what the owner sets by hand about themselves. */
import { z } from 'zod';

export const profileSchema = z.object({
  user_id: z.string(),
  name: z.string().nullable(),
  preferences: z.record(z.string(), z.unknown()),
  context: z.record(z.string(), z.unknown()),
  created_at: z.iso.datetime().nullable().describe('Null until something is set'),
  updated_at: z.iso.datetime().nullable(),
});
export type Profile = z.output<typeof profileSchema>;
