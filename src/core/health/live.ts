/** The process answers. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';

export const liveHealth = defineOperation({
  name: 'health.live',
  summary: 'Tell whether the process lives',
  input: z.object({}),
  output: z.object({ status: z.literal('live') }),
  permission: 'public',
  effect: 'read',
  path: 'GET /health/live',
  examples: [{ say: 'are you alive', input: {} }],
  offeredIn: ['rest', 'cli'],
  run: async () => ({ status: 'live' as const }),
});
