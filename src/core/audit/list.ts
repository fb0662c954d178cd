/** The owner's own entries, newest first; who holds every permission also sees who signed in, or tried to. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { entrySchema } from './entry.ts';
import { listEntries } from './store.ts';

export const listAudit = defineOperation({
  name: 'audit.list',
  summary: 'List what was changed, by whom and how it ended',
  input: z.object({
    limit: z.int().min(1).max(500).default(50),
    before: z.int().optional().describe('Only entries before this `seq`, for the next page'),
  }),
  output: z.object({ entries: z.array(entrySchema) }),
  permission: 'audit:read',
  effect: 'read',
  examples: [
    { say: 'show the audit log', input: {} },
    { say: 'what changed lately', input: {} },
    { say: 'show the last 20 audit entries', input: { limit: 20 } },
  ],
  run: async ({ owner, db, actor }, page) => ({
    entries: await listEntries(owner, db, { ...page, withStrangers: actor.permissions.includes('*') }),
  }),
});
