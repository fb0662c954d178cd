/** Changes the profile: given fields replace theirs, keys of preferences and context are merged, a null removes a key. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { type Profile, profileSchema } from './profile.ts';
import { findProfile, lockProfile, saveProfile } from './store.ts';

/** One screen of settings; more belongs into facts. */
const KEYS_MAX = 200;
/** Preferences and context together, as JSON. */
const PROFILE_CHARS_MAX = 50_000;
const entriesSchema = z.record(z.string().min(1).max(100), z.unknown());

function merged(before: Record<string, unknown>, change: Record<string, unknown> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value !== null));
}

function isTooLarge({ preferences, context }: Pick<Profile, 'preferences' | 'context'>): boolean {
  const keys = Object.keys(preferences).length + Object.keys(context).length;
  return keys > KEYS_MAX || JSON.stringify([preferences, context]).length > PROFILE_CHARS_MAX;
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
  errors: {
    profile_full: {
      kind: 'limit',
      text: () =>
        `A profile holds ${KEYS_MAX} entries and ${PROFILE_CHARS_MAX} characters. Remove some, or remember facts instead.`,
    },
  },
  permission: 'memory:write',
  effect: 'write',
  examples: [
    { say: 'set my profile name to Rafael', input: { name: 'Rafael' } },
    { say: 'change the name in my profile to Ana', input: { name: 'Ana' } },
    { say: 'my name in the profile should be Rafael', input: { name: 'Rafael' } },
    { say: 'put Rafael as the name in my profile', input: { name: 'Rafael' } },
  ],
  preview: async (_ctx, { name, ...rest }) =>
    `Change the profile: ${[name ? `name ${name}` : '', ...Object.keys(rest)].filter(Boolean).join(', ')}.`,
  run: (ctx, { name, preferences, context }, fail) =>
    ctx.transaction(async ({ owner, db, clock }) => {
      await lockProfile(owner, db, clock.now());
      const before = await findProfile(owner, db);
      const after = {
        name: name === undefined ? before.name : name,
        preferences: merged(before.preferences, preferences),
        context: merged(before.context, context),
      };
      if (isTooLarge(after)) throw fail.profile_full({});
      await saveProfile(owner, db, after, clock.now());
      return findProfile(owner, db);
    }),
});
