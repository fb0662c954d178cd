/** Changes the profile: given fields replace theirs, keys of preferences and context are merged, a null removes a key. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { profileSchema } from './profile.ts';
import { findProfile, saveProfile } from './store.ts';

/** One screen of settings; more belongs into facts. */
const KEYS_MAX = 200;
const entriesSchema = z
  .record(z.string().max(100), z.unknown())
  .refine((entries) => Object.keys(entries).length <= KEYS_MAX, {
    message: `Keep it to ${KEYS_MAX} entries.`,
  });

function merged(before: Record<string, unknown>, change: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

export const updateProfile = defineOperation({
  name: 'memory.profile.update',
  summary: 'Change your profile',
  input: z.object({
    name: z.string().trim().min(1).max(100).nullable().optional().describe('What to call you'),
    preferences: entriesSchema.optional(),
    context: entriesSchema.optional(),
  }),
  output: profileSchema,
  permission: 'memory:write',
  effect: 'write',
  examples: [
    { say: 'set my profile name to Rafael', input: { name: 'Rafael' } },
    { say: 'change the name in my profile to Ana', input: { name: 'Ana' } },
  ],
  preview: async (_ctx, { name, ...rest }) =>
    `Change the profile: ${[name ? `name ${name}` : '', ...Object.keys(rest)].filter(Boolean).join(', ')}.`,
  run: (ctx, { name, preferences, context }) =>
    ctx.transaction(async ({ owner, db, clock }) => {
      const before = await findProfile(owner, db);
      const after = {
        name: name === undefined ? before.name : name,
        preferences: merged(before.preferences, preferences),
        context: merged(before.context, context),
      };
      await saveProfile(owner, db, after, clock.now());
      return findProfile(owner, db);
    }),
});
