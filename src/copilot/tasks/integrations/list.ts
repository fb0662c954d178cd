/** What Nima can act on, and how: every integration with its actions. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { integrationPort } from '../ports/integration.ts';
import { integrationSchema, viewOf } from './integration.ts';
import { disabledNames } from './store.ts';

export const listIntegrations = defineOperation({
  name: 'tasks.integrations.list',
  summary: 'List what Nima can act on: integrations and their actions',
  input: z.object({ limit: z.int().min(1).max(100).default(50) }),
  output: z.object({ integrations: z.array(integrationSchema) }),
  permission: 'tasks:read',
  effect: 'read',
  examples: [
    { say: 'list the integrations', input: {} },
    { say: 'which integrations are there', input: {} },
    { say: 'which tools can you act on', input: {} },
    { say: 'what outside systems do you know', input: {} },
  ],
  async run(ctx, { limit }) {
    const disabled = await disabledNames(ctx.owner, ctx.db);
    const known = [...ctx.providers(integrationPort).values()].slice(0, limit);
    return { integrations: known.map((each) => viewOf(ctx, each, !disabled.has(each.name))) };
  },
});
