/** The database answers, so requests can be served. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { pingDatabase } from './store.ts';

export const readyHealth = defineOperation({
  name: 'health.ready',
  summary: 'Tell whether requests can be served',
  input: z.object({}),
  output: z.object({ status: z.literal('ready') }),
  permission: 'public',
  effect: 'read',
  path: 'GET /health/ready',
  examples: [{ say: 'are you ready', input: {} }],
  offeredIn: ['rest', 'cli'],
  async run({ db }) {
    await pingDatabase(db);
    return { status: 'ready' as const };
  },
});
