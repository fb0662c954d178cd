/** What is muted now. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { muteSchema } from './mute.ts';
import { listMutes as selectMutes } from './store.ts';

export const listMutes = defineOperation({
  name: 'alerts.mutes.list',
  summary: 'List what you have muted',
  input: z.object({ limit: z.int().min(1).max(200).default(100) }),
  output: z.object({ mutes: z.array(muteSchema) }),
  permission: 'alerts:read',
  effect: 'read',
  examples: [
    { say: 'what have I muted', input: {} },
    { say: 'list my mutes', input: {} },
    { say: 'which alerts are muted', input: {} },
    { say: 'which alerts have I silenced', input: {} },
  ],
  run: async ({ owner, db, clock }, { limit }) => ({
    mutes: await selectMutes(owner, db, { now: clock.now(), limit }),
  }),
});
