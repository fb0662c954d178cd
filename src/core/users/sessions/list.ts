/** The browsers that are signed in. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { listCredentials } from '../store.ts';
import { credentialSchema } from '../user.ts';

export const listSessions = defineOperation({
  name: 'users.sessions.list',
  summary: 'List the browsers that are signed in',
  input: z.object({ limit: z.int().min(1).max(200).default(50) }),
  output: z.object({ sessions: z.array(credentialSchema) }),
  permission: 'users:read',
  effect: 'read',
  examples: [
    { say: 'where am I signed in', input: {} },
    { say: 'list my sessions', input: {} },
    { say: 'on how many devices am I signed in', input: {} },
  ],
  run: async ({ owner, db, clock }, { limit }) => ({
    sessions: await listCredentials(owner, db, { kind: 'session', now: clock.now(), limit }),
  }),
});
